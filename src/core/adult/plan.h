#pragma once
// What an adult decides about a workshop before it starts, and what it is called in the counters.
// Nothing of it is about a child. Not here: running it (workshop/), the buttons (screens_start).
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/adult/venues.h"
#include "core/base/age.h"

namespace nest {

enum class WorkshopMode {
  free,     ///< play and lessons, nothing is asked before and after
  paired,   ///< before and after, joined by picture cards
  unpaired  ///< before and after, as two groups
};
inline constexpr std::array kModes{WorkshopMode::paired, WorkshopMode::unpaired,
                                   WorkshopMode::free};
/// As RunInfo::mode has it: "play", "paired", "unpaired".
std::string_view run_word(WorkshopMode mode);

/// How many children are there, roughly. As RunInfo::group_size has it.
inline constexpr std::array<std::string_view, 5> kGroupSizes{"1-9", "10-14", "15-19", "20-24",
                                                             "25-30"};
/// Minutes a workshop may be limited to; 0: not limited.
inline constexpr std::array<int, 5> kTimeLimits{0, 30, 45, 60, 90};

struct WorkshopPlan {
  VenueId venue;
  std::optional<std::string> day;  ///< "2026-11-27", if the adult confirmed it
  AgeBand ages = AgeBand::b;
  PackId topic;
  WorkshopMode mode = WorkshopMode::paired;
  std::string group_size{kGroupSizes[2]};
  int minutes = 0;   ///< one of kTimeLimits
  std::string room;  ///< four digits that join the kiosks of one room; empty: this one is alone
  bool operator==(const WorkshopPlan&) const = default;
};

}  // namespace nest
