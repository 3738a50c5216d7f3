#pragma once
// What the kiosk has counted, for the adult at the screen: earlier workshops, and the files for a
// stick. Reading and writing run beside the kiosk, so that no frame waits for a disk.
// Not here: what a report says (core/usage), the adult's screens (core/adult).
#include <filesystem>
#include <functional>
#include <future>
#include <optional>
#include <vector>

#include "core/adult/earlier.h"
#include "store/tally_store.h"

namespace nest::app {

class Records {
 public:
  /// `shared`: where assets/ and locales/ lie. `bell` is called on a worker thread when something
  /// can be taken.
  Records(std::filesystem::path shared, std::filesystem::path folder, std::function<void()> bell);

  /// Reads anew what is counted, after all that waits in `tally` (which outlives this) is written.
  /// One reading at a time; a wish during one is dropped.
  void read(store::SqliteTally& tally);
  void wait() const {
    if (reading_.valid()) reading_.wait();
  }
  /// True if a reading has ended since the last call.
  bool take();
  const std::vector<EarlierWorkshop>& earlier() const { return earlier_; }

  /// Writes reports in every language and the working file to the stick that is found, after all
  /// that waits in `tally` is durable.
  void write_out(store::SqliteTally& tally, const Day& today);
  /// How it goes; looks for a stick while nothing is being written.
  Stick stick();

 private:
  Stick exported(store::SqliteTally& tally, const std::filesystem::path& stick,
                 const Day& today) const;

  std::filesystem::path shared_, folder_;
  std::function<void()> bell_;
  std::vector<EarlierWorkshop> earlier_;
  std::optional<Stick> last_;  ///< what the last export came to
  std::future<std::vector<EarlierWorkshop>> reading_;
  std::future<Stick> writing_;
};

}  // namespace nest::app
