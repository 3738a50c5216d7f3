#include "core/usage/reports/rooms.h"

#include <algorithm>
#include <tuple>

#include "core/usage/release.h"

namespace nest::reports {
namespace {

/// Day, place and room code; a run without a code is a room of its own.
using RoomKey = std::tuple<std::string, std::string, std::string>;

void add(Room& room, const RunFigures& run) {
  if (!room.first) room.first = &run.run;
  ++room.kiosks;
  for (const auto& [key, n] : run.forms) {
    if (key.phase == "before") room.before += n;
    if (key.phase == "after") room.after += n;
    room.packs.insert(key.pack);
  }
  for (const auto& [key, sums] : run.scores) {
    room.topics[key.pack].add(key, sums);
    room.packs.insert(key.pack);
  }
  room.taken += run.cards_taken;
  room.unknown += run.cards_unknown;
  room.half_way += run.cards_half_way;
}

/// Rooms that hang together through their topics, of one mode: their sums are known.
using RoomGroup = std::vector<Room*>;
std::vector<RoomGroup> groups_of(std::vector<Room>& rooms) {
  std::vector<RoomGroup> groups;  // one that was joined to another is left empty
  std::map<std::pair<std::string, std::string>, std::size_t> homes;  // by mode and pack
  for (auto& room : rooms) {
    auto home = groups.size();
    for (const auto& pack : room.packs) {
      const auto known = homes.find({room.first->mode, pack});
      if (known != homes.end()) home = known->second;
    }
    if (home == groups.size()) groups.emplace_back();
    groups[home].push_back(&room);
    for (const auto& pack : room.packs) {
      const auto other = homes.try_emplace({room.first->mode, pack}, home).first->second;
      if (other == home) continue;
      for (auto& [topic, of] : homes) of = of == other ? home : of;
      groups[home].insert(groups[home].end(), groups[other].begin(), groups[other].end());
      groups[other].clear();
    }
  }
  return groups;
}

template <class Value>
std::vector<bool> withheld_of(const RoomGroup& group, Value value) {
  std::vector<std::int64_t> cells;
  for (const auto* const room : group) cells.push_back(value(*room));
  return withheld(cells);
}

/// Who was in one round only may not be worked out (before less pairs), nor how many pairs there
/// were by how many there were before.
void keep_small(const RoomGroup& group) {
  const auto pairs = withheld_of(group, [](const Room& room) { return room.pairs(); });
  const auto before =
      withheld_of(group, [](const Room& room) { return room.before - room.pairs(); });
  const auto after = withheld_of(group, [](const Room& room) { return room.after - room.pairs(); });
  for (std::size_t i = 0; i < group.size(); ++i) {
    group[i]->pairs_hidden = pairs[i];
    group[i]->before_hidden = pairs[i] || before[i];
    group[i]->after_hidden = pairs[i] || after[i];
  }
}

bool is_mean(const Cell& cell) {
  return std::holds_alternative<Mean>(cell);
}

/// True if the rooms that are kept had together nearly everything or nearly nothing right.
bool near_an_end(const std::vector<RoomResult>& results, const std::string& pack) {
  std::int64_t answers = 0;
  std::int64_t before = 0;
  std::int64_t after = 0;
  for (const auto& result : results) {
    if (result.told) continue;
    for (const auto& row : result.room->topics.at(pack).rows()) {
      answers += row.n * row.out_of;
      before += row.x;
      after += row.y;
    }
  }
  const auto few = std::min({before, answers - before, after, answers - after});
  return answers > 0 && few < kSmallestCell;
}

}  // namespace

std::int64_t Room::pairs() const {
  std::int64_t all = 0;
  for (const auto& [pack, group] : topics) all += group.n();
  return all;
}

std::vector<Room> rooms_of(const Figures& figures) {
  std::map<RoomKey, Room> rooms;
  for (const auto& run : figures.runs) {
    const auto& row = run.run;
    add(rooms[{row.day.value_or(""), row.place, row.room.empty() ? row.id : row.room}], run);
  }
  std::vector<Room> out;
  for (auto& [key, room] : rooms) out.push_back(std::move(room));
  for (const auto& group : groups_of(out)) keep_small(group);
  return out;
}

std::vector<RoomResult> room_results(const std::vector<Room>& rooms, const std::string& pack) {
  std::vector<RoomResult> results;
  std::vector<std::int64_t> sizes;
  for (const auto& room : rooms) {
    const auto group = room.topics.find(pack);
    if (group == room.topics.end()) continue;
    results.push_back({&room, true, paired_result(group->second)});
    sizes.push_back(group->second.n());
  }
  const auto hidden = withheld_groups(sizes);
  // The mean of all is known: with the others, it would tell one that is coded.
  bool coded = false;
  for (std::size_t i = 0; i < results.size(); ++i) {
    results[i].told = !hidden[i] && !results[i].room->pairs_hidden;
    const auto& [before, after] = std::tie(results[i].result.before, results[i].result.after);
    coded = coded || (results[i].told && !(is_mean(before) && is_mean(after)));
  }
  const bool none = results.size() > 1 && (coded || near_an_end(results, pack));
  for (auto& result : results) {
    result.told = result.told && !none;
    if (!result.told) result.result = {};
  }
  return results;
}

std::set<std::string> told_runs(const Figures& figures) {
  const auto rooms = rooms_of(figures);
  std::set<std::string> packs;
  for (const auto& room : rooms) packs.insert(room.packs.begin(), room.packs.end());
  std::set<std::string> runs;
  for (const auto& pack : packs) {
    for (const auto& result : room_results(rooms, pack)) {
      if (result.told && result.room->kiosks == 1) runs.insert(result.room->first->id);
    }
  }
  return runs;
}

}  // namespace nest::reports
