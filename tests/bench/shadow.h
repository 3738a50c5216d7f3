#pragma once
// A kiosk without a screen that does what the watched one does, to know where its targets lie and
// to time its frames. Same packs, same seed, same taps.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "apps/kiosk/world.h"
#include "core/shell/script.h"

namespace nest::bench {

class Shadow {
 public:
  Shadow(const app::Options& options, int width, int height);

  /// Runs one line of a script; throws std::runtime_error if it fails.
  void run(const std::string& line);
  bool has(const std::string& target) const;
  /// The middle of a target in pixels of the screen.
  Point place(const std::string& target) const;
  std::vector<std::string> targets(const std::string& prefix) const;

  app::World& world() { return world_; }
  Kiosk& kiosk() { return kiosk_; }
  Instant now() const { return runner_.now(); }

 private:
  app::World world_;
  float scale_;
  Kiosk kiosk_;
  ScriptRunner runner_;
};

}  // namespace nest::bench
