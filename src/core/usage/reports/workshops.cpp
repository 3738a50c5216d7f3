#include "core/usage/reports/workshops.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/usage/release.h"
#include "core/usage/reports/rooms.h"

namespace nest::reports {
namespace {

/// One of the words the kiosk itself wrote; an unknown one is shown as it is.
Cell word(const char* prefix, const std::string& value, const std::set<std::string>& known) {
  if (known.count(value) == 0) return Literal{value.empty() ? "–" : value};
  return Message{prefix + value, {}};
}

Cell mode_cell(const std::string& mode) {
  return word("report.mode.", mode, {"play", "paired", "unpaired"});
}

/// "A" on the tally, "a" among the words.
Cell ages_cell(const std::string& ages) {
  if (ages.empty()) return Literal{"–"};
  return word("report.age.", std::string(1, static_cast<char>(ages.front() | 0x20)),
              {"a", "b", "c"});
}

Cell place_cell(const ReportInput& input, const RunRow& run) {
  if (run.place.empty()) return Literal{"–"};
  return title_cell(input, {{}, {}, {}, {}, {}, run.place});
}

Table rooms_table(const ReportInput& input, const std::vector<Room>& rooms) {
  Table table{"workshops",
              {"report.workshops.title", {}},
              {{"report.day", {}},
               {"report.place", {}},
               {"report.ages", {}},
               {"report.mode", {}},
               {"report.kiosks", {}},
               {"report.finished-before", {}},
               {"report.finished-after", {}},
               {"report.pairs", {}}},
              {}};
  for (const auto& room : rooms) {
    table.rows.push_back({Literal{room.first->day.value_or("–")}, place_cell(input, *room.first),
                          ages_cell(room.first->ages), mode_cell(room.first->mode),
                          Count{room.kiosks}, count_cell(room.before, room.before_hidden),
                          count_cell(room.after, room.after_hidden),
                          count_cell(room.pairs(), room.pairs_hidden)});
  }
  return table;
}

/// All rooms together; single rooms have too few troubles to be told.
Table cards_table(const std::vector<Room>& rooms) {
  Room all;
  for (const auto& room : rooms) {
    all.taken += room.taken;
    all.unknown += room.unknown;
    all.half_way += room.half_way;
  }
  Table table{"workshops.cards",
              {"report.cards.title", {}},
              {{"report.what", {}}, {"report.count", {}}},
              {}};
  table.rows = {{Message{"report.card.taken", {}}, count_cell(all.taken)},
                {Message{"report.card.unknown", {}}, count_cell(all.unknown)},
                {Message{"report.card.half-way", {}}, count_cell(all.half_way)}};
  return table;
}

/// Each room's own gain on a topic.
Table gains_table(const ReportInput& input, const std::vector<Room>& rooms) {
  Table table{"workshops.gain",
              {"report.workshops.gain", {}},
              {{"report.day", {}},
               {"report.place", {}},
               {"report.topic", {}},
               {"report.before", {}},
               {"report.after", {}},
               {"report.gain", {}},
               {"report.result", {}}},
              {}};
  std::set<std::string> packs;
  for (const auto& room : rooms) {
    for (const auto& [pack, group] : room.topics) packs.insert(pack);
  }
  for (const auto& pack : packs) {
    for (const auto& [room, told, result] : room_results(rooms, pack)) {
      const auto& run = *room->first;
      table.rows.push_back({Literal{run.day.value_or("–")}, place_cell(input, run),
                            title_cell(input, {pack, {}, {}, {}}), result.before, result.after,
                            result.gain, verdict_cell(result.verdict)});
    }
  }
  return table;
}

/// Children who did both rounds, by whatever names the bars; small bars are left out.
template <class NameOf>
Chart bars(std::string id, const char* title, const std::vector<Room>& rooms, NameOf name_of) {
  std::map<std::string, std::pair<Cell, std::int64_t>> sums;
  for (const auto& room : rooms) {
    for (const auto& [pack, group] : room.topics) {
      const auto [key, label] = name_of(room, pack);
      auto& bar = sums.try_emplace(key, label, 0).first->second;
      bar.second += group.n();
    }
  }
  std::vector<std::int64_t> cells;
  for (const auto& [key, bar] : sums) cells.push_back(bar.second);
  const auto hidden = withheld(cells);
  BarChart chart;
  std::size_t at = 0;
  for (const auto& [key, bar] : sums) {
    if (!hidden[at++]) chart.bars.push_back({bar.first, bar.second});
  }
  return {std::move(id), {title, {}}, std::move(chart)};
}

/// One bar says nothing that the tables do not say better.
void add_bars(Section& section, Chart chart) {
  if (std::get<BarChart>(chart.drawing).bars.size() > 1) section.charts.push_back(std::move(chart));
}

}  // namespace

Section workshops(const ReportInput& input) {
  const auto rooms = rooms_of(input.figures);
  Section section{"workshops", {"report.workshops.title", {}}, {}, {}};
  const auto incomplete = std::count_if(input.figures.runs.begin(), input.figures.runs.end(),
                                        [](const RunFigures& run) { return run.incomplete; });
  section.notes.push_back({"report.workshops.count",
                           {{"n", static_cast<long>(rooms.size())},
                            {"kiosks", static_cast<long>(input.figures.runs.size())}}});
  if (incomplete > 0) {
    section.notes.push_back(
        {"report.workshops.incomplete", {{"n", static_cast<long>(incomplete)}}});
  }
  section.tables.push_back(rooms_table(input, rooms));
  if (rooms.size() > 1) {
    auto gains = gains_table(input, rooms);
    if (!gains.rows.empty()) section.tables.push_back(std::move(gains));
  }
  section.tables.push_back(cards_table(rooms));
  add_bars(section, bars("workshops.topics", "report.chart.topics", rooms,
                         [&](const Room&, const std::string& pack) {
                           return std::pair(pack, title_cell(input, {pack, {}, {}, {}}));
                         }));
  // Rooms of an age add up across the topics: less the rooms that are told, they would tell others.
  if (std::any_of(rooms.begin(), rooms.end(), [](const Room& room) { return room.pairs_hidden; })) {
    return section;
  }
  add_bars(section, bars("workshops.ages", "report.chart.ages", rooms,
                         [&](const Room& room, const std::string&) {
                           return std::pair(room.first->ages, ages_cell(room.first->ages));
                         }));
  return section;
}

}  // namespace nest::reports
