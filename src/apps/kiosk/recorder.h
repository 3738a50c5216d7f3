#pragma once
// --record: what is touched, written as a script, so that a fault met in the field becomes a test.
// It holds target names and pauses, nothing about who touched. Its first line names the options
// that make the same kiosk. Not here: touches that met nothing; only they differ when it is played.
#include <fstream>
#include <string>
#include <vector>

#include "apps/kiosk/options.h"
#include "core/base/time.h"

namespace nest::app {

class Recorder {
 public:
  /// Throws std::runtime_error if options.record cannot be written.
  Recorder(const Options& options, std::uint64_t seed);
  void taps(const std::vector<std::string>& targets, Instant now);
  void screen(const std::string& name);

 private:
  std::ofstream out_;
  Instant last_{};
  std::string screen_;
};

}  // namespace nest::app
