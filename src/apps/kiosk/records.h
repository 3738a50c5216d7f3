#pragma once
// What the kiosk has counted, for the adult at the screen: earlier workshops, the files for a
// stick, and places that a stick brings. Reading and writing run beside the kiosk, so that no frame
// waits for a disk. Not here: what a report says (core/usage), the adult's screens (core/adult).
#include <filesystem>
#include <functional>
#include <future>
#include <optional>
#include <utility>
#include <vector>

#include "core/adult/earlier.h"
#include "core/adult/errand.h"
#include "store/drive_watch.h"
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
  /// Until nothing is being read or written.
  void wait() const;
  /// True if a reading has ended since the last call.
  bool take();
  const std::vector<EarlierWorkshop>& earlier() const { return earlier_; }

  /// Whether to look at the drives; only while an adult is there.
  void watch(bool on) { drives_.watch(on); }
  /// What an adult before did with a stick is forgotten.
  void adult_came();
  std::uint64_t free_megabytes() const { return drives_.now().free_megabytes; }

  /// Writes reports in every language and the working file to the stick that is found, after all
  /// that waits in `tally` is durable.
  void write_out(store::SqliteTally& tally, const Day& today);
  /// How it goes; whether there is a stick while nothing is being written.
  Stick stick();

  /// Adds the place list of the stick that is found.
  void add_places();
  /// How that goes.
  PlacesOnStick places();
  /// All places, if some were added since the last call.
  std::optional<std::vector<Venue>> take_venues() { return std::exchange(venues_, std::nullopt); }

 private:
  struct PlacesNews {
    PlacesOnStick result;
    std::optional<std::vector<Venue>> venues;
  };
  PlacesNews added(const std::filesystem::path& stick) const;
  Stick exported(store::SqliteTally& tally, const std::filesystem::path& stick,
                 const Day& today) const;

  std::filesystem::path shared_, folder_;
  std::function<void()> bell_;
  std::vector<EarlierWorkshop> earlier_;
  Errand<Stick> export_;
  Errand<PlacesOnStick> places_;
  std::optional<std::vector<Venue>> venues_;
  store::DriveWatch drives_;
  std::future<std::vector<EarlierWorkshop>> reading_;
  std::future<Stick> writing_;
  std::future<PlacesNews> adding_;
};

}  // namespace nest::app
