#include "core/usage/reports/items.h"

#include <algorithm>
#include <map>

#include "core/items/item.h"
#include "core/usage/reports/item_figures.h"
#include "core/usage/reports/quality.h"

namespace nest::reports {
namespace {

Table questions_table(const std::string& phase) {
  return {"items." + phase,
          {"report.items." + phase, {}},
          {{"report.pack", {}},
           {"report.item", {}},
           {"report.shown", {}},
           {"report.answered", {}},
           {"report.correct", {}},
           {"report.correct-share", {}},
           {"report.hints", {}}},
          {}};
}

/// An answer as a child saw it: of true/false the interface's word, of several all that were
/// chosen.
Cell option_cell(const ReportInput& input, const ItemKey& key, const std::string& option) {
  for (const auto* const word : {kTrue, kFalse, kUnknown}) {
    if (option == word) return Message{"report.option." + option, {}};
  }
  std::string text;
  for (std::size_t at = 0; at <= option.size();) {
    const auto end = std::min(option.find('+', at), option.size());
    const auto part = option.substr(at, end - at);
    const auto cell = title_cell(input, {key.pack, {}, key.item, part});
    text += (text.empty() ? "" : " + ") + std::get<Literal>(cell).text;
    at = end + 1;
  }
  return Literal{text};
}

Table answers_table(const std::string& phase) {
  return {"options." + phase,
          {"report.options." + phase, {}},
          {{"report.item", {}}, {"report.option", {}}, {"report.chosen", {}}},
          {}};
}

std::vector<Cell> question_row(const ReportInput& input, const ItemKey& key,
                               const ItemFigures& item) {
  return {title_cell(input, {key.pack, {}, {}, {}}),
          title_cell(input, {key.pack, {}, key.item, {}}),
          item.all_hidden ? Cell(Withheld{}) : count_cell(item.shown),
          item.all_hidden ? Cell(Withheld{}) : count_cell(item.answered),
          count_cell(item.correct, !item.is_exact()),
          facility_cell(item),
          count_cell(item.hints)};
}

/// Where each question stood before the lesson and where after it, a chart for each pack.
void add_maps(const ReportInput& input, const PhaseItems& before, const PhaseItems& after,
              Section& section) {
  std::map<ItemKey, std::pair<std::optional<ChartPoint>, std::optional<ChartPoint>>> points;
  for (const auto& [key, item] : before.items) {
    points[{{}, key.pack, key.item}].first = chart_point(facility_cell(item));
  }
  for (const auto& [key, item] : after.items) {
    points[{{}, key.pack, key.item}].second = chart_point(facility_cell(item));
  }
  std::map<std::string, DotChart> packs;
  for (const auto& [key, two] : points) {
    if (!two.first && !two.second) continue;
    packs[key.pack].rows.push_back(
        {title_cell(input, {key.pack, {}, key.item, {}}), two.first, two.second});
  }
  if (!packs.empty()) section.notes.push_back({"report.items.map", {}});
  for (auto& [pack, dots] : packs) {
    section.charts.push_back({"items.map." + pack,
                              {"report.chart.items", {}},
                              std::move(dots),
                              std::get<Literal>(title_cell(input, {pack, {}, {}, {}}))});
  }
}

void add_tables(const ReportInput& input, const std::string& phase, const PhaseItems& of,
                Section& section) {
  if (of.items.empty()) return;
  Table questions = questions_table(phase);
  Table answers = answers_table(phase);
  for (const auto& [key, item] : of.items) {
    questions.rows.push_back(question_row(input, key, item));
    for (const auto& [option, n] : item.options) {
      answers.rows.push_back({title_cell(input, {key.pack, {}, key.item, {}}),
                              option_cell(input, key, option), count_cell(n)});
    }
  }
  section.tables.push_back(std::move(questions));
  if (!answers.rows.empty()) section.tables.push_back(std::move(answers));
}

}  // namespace

Section items(const ReportInput& input) {
  Section section{"items", {"report.items.title", {}}, {{"report.items.first-try", {}}}, {}};
  std::map<std::string, PhaseItems> phases;
  for (const std::string phase : {"practice", "before", "after"}) {
    const auto& of = phases[phase] = phase_items(input.figures, phase);
    add_tables(input, phase, of, section);
  }
  const bool hidden = std::any_of(phases.begin(), phases.end(),
                                  [](const auto& phase) { return phase.second.hidden; });
  if (hidden) section.notes.push_back({"report.items.larger", {}});
  add_quality(input, phases["before"], "before", section);
  add_quality(input, phases["after"], "after", section);
  add_maps(input, phases["before"], phases["after"], section);
  return section;
}

}  // namespace nest::reports
