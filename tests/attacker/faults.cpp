#include "attacker/faults.h"

#include <array>
#include <cmath>
#include <map>

#include "core/usage/release.h"

namespace nest::attacker {
namespace {

Table* find(Report& report, const std::string& id) {
  for (auto& section : report.sections) {
    for (auto& table : section.tables) {
      if (table.id == id) return &table;
    }
  }
  return nullptr;
}

bool is_kept(const Cell& cell) {
  return std::holds_alternative<Withheld>(cell);
}

/// One of the kept ends of visits: the others follow from the sum.
void show_one_end(Report& report, const Figures& figures) {
  auto* const table = find(report, "visits.ends");
  if (!table) return;
  std::size_t at = 0;
  for (const auto* const how : {"end/farewell", "end/home", "end/idle"}) {
    auto& cell = table->rows.at(at++).at(1);
    if (!is_kept(cell)) continue;
    cell = Count{figures.use(how)};
    return;
  }
}

/// Every abandoned activity, but not the open ones.
void show_abandoned(Report& report, const Figures& figures) {
  auto* const table = find(report, "activities");
  if (!table) return;
  for (auto& row : table->rows) {
    const auto& pack = std::get<Literal>(row.at(0)).text;
    const auto& activity = std::get<Literal>(row.at(1)).text;
    row.at(4) = Count{figures.activities.at({pack, activity})[2]};
  }
}

/// The right answers of each question of free play, though their share is coded.
void show_right_answers(Report& report, const Figures& figures) {
  auto* const table = find(report, "items.practice");
  if (!table) return;
  std::size_t at = 0;
  for (const auto& [key, counts] : figures.items) {
    if (key.phase == "practice") table->rows.at(at++).at(4) = Count{counts[2]};
  }
}

/// The largest room that is kept because of a smaller one.
void show_one_room(Report& report, const Figures& figures) {
  auto* const table = find(report, "workshops");
  if (!table) return;
  std::map<std::string, std::int64_t> pairs;
  for (const auto& run : figures.runs) {
    for (const auto& [key, sums] : run.scores) pairs[*run.run.day] += sums[0];
  }
  std::vector<Cell>* largest = nullptr;
  const auto day = [](const std::vector<Cell>& row) { return std::get<Literal>(row[0]).text; };
  for (auto& row : table->rows) {
    if (is_kept(row[7]) && (!largest || pairs[day(row)] > pairs[day(*largest)])) largest = &row;
  }
  if (largest) (*largest)[7] = Count{pairs[day(*largest)]};
}

/// How many learned each goal, though the table's other cells are small.
void show_learned(Report& report, const Figures& figures) {
  auto* const table = find(report, "learning.goals");
  if (!table) return;
  std::map<std::string, PairCounts> goals;
  for (const auto& [key, counts] : figures.pairs) {
    for (std::size_t i = 0; i < counts.size(); ++i) goals[key.goal].at(i) += counts.at(i);
  }
  for (auto& row : table->rows) {
    const auto& counts = goals.at(std::get<Literal>(row[1]).text);
    row.resize(8, Withheld{});
    row[4] = Count{counts[1]};
    row[5] = Withheld{};
  }
}

/// A share of right answers that is coded elsewhere, too, in full.
void show_coded_question(Report& report, const Figures& figures) {
  for (const std::string phase : {"before", "after"}) {
    auto* const table = find(report, "items." + phase);
    if (!table) continue;
    for (auto& row : table->rows) {
      if (!std::holds_alternative<Beyond>(row.at(5))) continue;
      const auto& counts = figures.items.at(
          {phase, std::get<Literal>(row.at(0)).text, std::get<Literal>(row.at(1)).text});
      row.at(5) = Share{counts[2], counts[1], {}};
    }
  }
}

/// How often each question of a kept round was answered, as a table beside it might.
void show_answered(Report& report, const Figures& figures) {
  for (const std::string phase : {"before", "after"}) {
    auto* const table = find(report, "items." + phase);
    if (!table) continue;
    for (auto& row : table->rows) {
      row.at(3) = Count{figures.items.at(
          {phase, std::get<Literal>(row.at(0)).text, std::get<Literal>(row.at(1)).text})[1]};
    }
  }
}

/// All answers of a phase, though those of a round are kept.
void show_phases(Report& report, const Figures& figures) {
  auto* const table = find(report, "visits.phases");
  if (!table) return;
  for (auto& row : table->rows) {
    const auto& key = std::get<Message>(row.at(0)).key;
    std::int64_t sum = 0;
    for (const auto& [item, counts] : figures.items) {
      if (item.phase == key.substr(key.rfind('.') + 1)) sum += counts[1];
    }
    row.at(1) = Count{sum};
  }
}

}  // namespace

Fault no_fault() {
  return {"none"};
}

std::vector<Fault> faults() {
  return {{"one of the kept ends of visits is shown", show_one_end},
          {"what was left is shown beside what is open", show_abandoned},
          {"right answers are shown of a coded question of practice", show_right_answers},
          {"a room is shown that hides a smaller one", show_one_room},
          {"who learned a goal is shown beside small cells", show_learned},
          {"a coded question is shown beside its picture", show_coded_question},
          {"how many answered is shown of a kept round", show_answered},
          {"all answers of a phase are shown beside a kept round", show_phases},
          {"a workshop that is still open is counted", [](Report&, const Figures&) {}, false, true},
          {"the adult's screen shows every large workshop", [](Report&, const Figures&) {}, true}};
}

std::vector<EarlierWorkshop> all_results(std::vector<EarlierWorkshop> list,
                                         const Figures& figures) {
  for (auto& workshop : list) {
    for (const auto& run : figures.runs) {
      if (run.run.id != workshop.id) continue;
      std::int64_t n = 0;
      for (const auto& [key, sums] : run.scores) n += sums[0];
      if (n < kFewestChildren) continue;
      double before = 0;
      double after = 0;
      for (const auto& [key, sums] : run.scores) {
        before += static_cast<double>(sums[1]) / key.out_of;
        after += static_cast<double>(sums[2]) / key.out_of;
      }
      const auto percent = [&](double sum) {
        return static_cast<int>(std::lround(100 * sum / static_cast<double>(n)));
      };
      workshop.result =
          FirstResult{static_cast<std::size_t>(n), percent(before), percent(after), 0, 0, false};
    }
  }
  return list;
}

TallyTables closed_too(TallyTables tables) {
  for (auto& run : tables.runs) run.closed = run.closed || run.mode != "free";
  return tables;
}

}  // namespace nest::attacker
