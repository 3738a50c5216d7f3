#pragma once
// What the adult area shows and does not know by itself: told by its owner as plain data, with
// everything that may not be shown taken out before (usage/release.h). Nothing of it is about a
// child. Not here: finding it out (apps, store, workshop).
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/adult/plan.h"
#include "core/base/time.h"
#include "core/usage/tally_state.h"
#include "core/workshop/workshop.h"

namespace nest {

/// A day of the calendar on the wall; month and day count from 1.
struct Day {
  int year = 1970, month = 1, day = 1;
  bool operator==(const Day&) const = default;
};
/// "2026-11-27"
std::string iso(const Day& day);
/// From such a text; nothing if it is none.
std::optional<Day> day_of(std::string_view iso);

/// A time on the machine's clock, to the minute.
struct WallTime {
  Day day;
  int hour = 0, minute = 0;
  bool operator==(const WallTime&) const = default;
};

struct PackFact {
  PackId id;
  Localized title;
  std::string picture;  ///< a key that the stage can open
  int version = 1;
  std::size_t questions = 0;
  std::size_t pending = 0;  ///< questions that still await review
  bool has_forms = false;   ///< can be asked before and after
};

struct RunningWorkshop {
  WorkshopPlan plan;
  Stage stage = Stage::before;
  std::size_t finished = 0;         ///< children who are through with this stage
  std::optional<std::size_t> left;  ///< who still have to come, where that is known
  std::size_t unpaired = 0;         ///< whose two rounds cannot be joined
  bool paused = false;
  bool counted = true;
  std::optional<Instant> ends;  ///< of a workshop with a time limit
};

/// The primary result, if the group was large enough to be told. Shares and points are 0 to 100.
struct FirstResult {
  std::size_t children = 0;
  int before = 0, after = 0;
  int gain_low = 0, gain_high = 0;  ///< 95 % interval of the gain
  bool more_than_chance = false;
};
struct EarlierWorkshop {
  std::string id;
  std::optional<Day> day;
  VenueId venue;
  AgeBand ages = AgeBand::b;
  PackId topic;
  WorkshopMode mode = WorkshopMode::paired;
  std::optional<FirstResult> result;
};

/// How the kiosk ended the last time. A time is known only if the clock could be right.
struct StopUnknown {  ///< it runs for the first time, or its file cannot be read
  bool operator==(const StopUnknown&) const = default;
};
struct StoppedInOrder {
  std::optional<WallTime> at;
  bool operator==(const StoppedInOrder&) const = default;
};
struct StoppedSuddenly {
  std::optional<WallTime> started;  ///< nobody knows when it ended, only when it had begun
  bool operator==(const StoppedSuddenly&) const = default;
};
using LastStop = std::variant<StopUnknown, StoppedInOrder, StoppedSuddenly>;

struct SelfTest {
  std::uint64_t free_megabytes = 0;
  LastStop last_stop;
  std::uint64_t dropped_frames = 0;  ///< since the start; see view/pace
};

/// Of the export to a stick.
struct NoStick {};
struct StickFound {
  std::string name;
  std::uint64_t free_megabytes = 0;
};
struct Exporting {};
struct Exported {
  std::size_t files = 0;
};
enum class ExportTrouble { full, pulled, unreadable };
struct ExportFailed {
  ExportTrouble why = ExportTrouble::unreadable;
};
using Stick = std::variant<NoStick, StickFound, Exporting, Exported, ExportFailed>;

/// Of a place list on a stick.
struct PlacesReading {};
using PlacesOnStick = std::variant<NoStick, StickFound, PlacesReading, VenuesAdded, VenuesRefused>;

struct AdultFacts {
  Day today;
  bool clock_plausible = false;  ///< the year is not before that in which the kiosk was built
  std::vector<Lang> languages;   ///< that the kiosk can speak
  std::vector<PackFact> packs;
  std::size_t packs_refused = 0;
  std::vector<Venue> venues;
  std::optional<RunningWorkshop> running;
  std::vector<EarlierWorkshop> earlier;  ///< the latest first
  TallyState tally;
  SelfTest test;
  Stick stick;
  PlacesOnStick places;
};

}  // namespace nest
