#include "core/usage/reports/learning.h"

#include <algorithm>
#include <map>

#include "core/usage/release.h"
#include "core/usage/reports/goals.h"
#include "core/usage/reports/scores.h"

namespace nest::reports {
namespace {

constexpr std::size_t kMostLines = 4;  ///< of a slope chart

Table gains_table() {
  return {"learning.gain",
          {"report.gain.title", {}},
          {{"report.topic", {}},
           {"report.children", {}},
           {"report.before", {}},
           {"report.after", {}},
           {"report.gain", {}},
           {"report.effect", {}},
           {"report.normalised", {}},
           {"report.result", {}}},
          {}};
}

Table unpaired_table() {
  return {"learning.unpaired",
          {"report.unpaired.title", {}},
          {{"report.topic", {}},
           {"report.before", {}},
           {"report.after", {}},
           {"report.difference", {}},
           {"report.difference-answers", {}},
           {"report.result", {}}},
          {}};
}

void add_line(SlopeChart& slopes, const Cell& topic, const Cell& before, const Cell& after,
              std::int64_t n) {
  const auto from = chart_point(before);
  const auto to = chart_point(after);
  if (from && to) slopes.lines.push_back({topic, *from, *to, n});
}

/// Several charts of a few lines each can be read; one of many cannot.
void add_charts(Section& section, const SlopeChart& slopes) {
  for (std::size_t first = 0; first < slopes.lines.size(); first += kMostLines) {
    SlopeChart some;
    for (std::size_t i = first; i < std::min(first + kMostLines, slopes.lines.size()); ++i) {
      some.lines.push_back(slopes.lines[i]);
    }
    section.charts.push_back({"learning.slope." + std::to_string(first / kMostLines + 1),
                              {"report.chart.slope", {}},
                              std::move(some)});
  }
}

void add_paired(const ReportInput& input, const std::map<std::string, PairedGroup>& groups,
                Section& section) {
  Table gains = gains_table();
  SlopeChart slopes;
  for (const auto& [pack, group] : groups) {
    const auto result = paired_result(group);
    const auto topic = title_cell(input, {pack, {}, {}, {}});
    gains.rows.push_back({topic, count_cell(result.n), result.before, result.after, result.gain,
                          result.effect, result.normalised, verdict_cell(result.verdict)});
    add_line(slopes, topic, result.before, result.after, result.n);
  }
  section.tables.push_back(std::move(gains));
  add_charts(section, slopes);
}

void add_unpaired(const ReportInput& input, Section& section) {
  const auto groups = unpaired_groups(input.figures);
  if (groups.empty()) return;
  section.notes.push_back({"report.unpaired.note", {}});
  Table table = unpaired_table();
  for (const auto& [pack, group] : groups) {
    const auto result = unpaired_result(group);
    table.rows.push_back({title_cell(input, {pack, {}, {}, {}}), result.before, result.after,
                          result.gain, result.answers, verdict_cell(result.verdict)});
  }
  section.tables.push_back(std::move(table));
}

}  // namespace

Section learning(const ReportInput& input) {
  const auto paired = paired_groups(input.figures);
  Section section{"learning", {"report.learning.title", {}}, {}, {}};
  if (!paired.empty()) {
    section.notes.push_back({"report.learning.primary", {}});
    add_paired(input, paired, section);
    add_goals(input, section);
  }
  add_unpaired(input, section);
  if (section.tables.empty()) section.notes.push_back({"report.learning.none", {}});
  return section;
}

std::vector<Headline> headlines(const ReportInput& input) {
  std::vector<Headline> out;
  for (const auto& [pack, group] : paired_groups(input.figures)) {
    out.push_back({title_cell(input, {pack, {}, {}, {}}), paired_result(group).sentence});
  }
  for (const auto& [pack, group] : unpaired_groups(input.figures)) {
    out.push_back({title_cell(input, {pack, {}, {}, {}}), unpaired_result(group).sentence});
  }
  return out;
}

}  // namespace nest::reports
