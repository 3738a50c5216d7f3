#include "core/usage/reports/activities.h"

#include <array>

#include "core/usage/release.h"
#include "core/usage/reports/rounds.h"

namespace nest::reports {
namespace {

std::vector<Cell> row(const ReportInput& input, const ActivityKey& key,
                      const std::array<std::int64_t, 4>& counts) {
  const auto [started, completed, abandoned, helped] = counts;
  const auto hidden = withheld(std::array{completed, abandoned}, started);
  const bool help_hidden = hidden[0] || withheld(std::array{helped}, completed)[0];
  const bool odd = completed > started;  // a damaged row was left out somewhere
  return {title_cell(input, {key.pack, {}, {}, {}}),
          title_cell(input, {key.pack, key.activity, {}, {}}),
          count_cell(started),
          count_cell(completed, hidden[0]),
          count_cell(abandoned, hidden[1]),
          count_cell(helped, help_hidden),
          share_cell(completed, started, hidden[0] || odd)};
}

}  // namespace

Section activities(const ReportInput& input) {
  Table table{"activities",
              {"report.activities.title", {}},
              {{"report.pack", {}},
               {"report.activity", {}},
               {"report.started", {}},
               {"report.completed", {}},
               {"report.abandoned", {}},
               {"report.helped", {}},
               {"report.completed-share", {}}},
              {}};
  const auto before = kept_rounds(input.figures, "before");
  const auto after = kept_rounds(input.figures, "after");
  for (const auto& [key, counts] : input.figures.activities) {
    const auto round = round_of_activity(key.activity);
    if (round == "before" && before.count(key.pack) > 0) continue;
    if (round == "after" && after.count(key.pack) > 0) continue;
    table.rows.push_back(row(input, key, counts));
  }
  return {"activities", {"report.activities.title", {}}, {}, {std::move(table)}};
}

}  // namespace nest::reports
