#pragma once
// The rooms of workshops, and which of their figures may be told. Rooms of a topic add up to its
// totals, which other parts of the report tell; so what is kept of one room keeps others with it.
// Not here: the tables (workshops.h), the totals themselves (learning.h).
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/usage/reports/scores.h"

namespace nest::reports {

/// The kiosks that stood in one room.
struct Room {
  const RunRow* first = nullptr;
  long kiosks = 0;
  std::int64_t before = 0, after = 0;  ///< finished forms
  std::int64_t taken = 0, unknown = 0, half_way = 0;
  std::map<std::string, PairedGroup> topics;  ///< by pack
  std::set<std::string> packs;                ///< whose forms were asked
  /// Cells that have to be withheld.
  bool before_hidden = false, after_hidden = false, pairs_hidden = false;

  std::int64_t pairs() const;
};

/// With what has to be withheld.
std::vector<Room> rooms_of(const Figures& figures);

/// One topic's result in each room that has it, or an empty one where it may not be told.
struct RoomResult {
  const Room* room = nullptr;
  bool told = false;
  GroupResult result{};
};
std::vector<RoomResult> room_results(const std::vector<Room>& rooms, const std::string& pack);

/// Ids of the runs whose own result a report of these figures tells.
std::set<std::string> told_runs(const Figures& figures);

}  // namespace nest::reports
