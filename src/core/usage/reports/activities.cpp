#include "core/usage/reports/activities.h"

#include <array>

#include "core/usage/release.h"

namespace nest::reports {
namespace {

std::vector<Cell> row(const ReportInput& input, const ActivityKey& key,
                      const std::array<std::int64_t, 3>& counts) {
  const auto [started, completed, abandoned] = counts;
  const auto hidden = withheld(std::array{completed, abandoned}, started);
  const bool odd = completed > started;  // a damaged row was left out somewhere
  return {title_cell(input, {key.pack, {}, {}, {}}),
          title_cell(input, {key.pack, key.activity, {}, {}}),
          count_cell(started),
          count_cell(completed, hidden[0]),
          count_cell(abandoned, hidden[1]),
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
               {"report.completed-share", {}}},
              {}};
  for (const auto& [key, counts] : input.figures.activities) {
    table.rows.push_back(row(input, key, counts));
  }
  return {"activities", {"report.activities.title", {}}, {}, {std::move(table)}};
}

}  // namespace nest::reports
