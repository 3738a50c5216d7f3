#include "core/usage/report.h"

#include "core/usage/release.h"
#include "core/usage/report_registry.h"

namespace nest {
namespace {

/// All that may be told about few visits: three sums over everything.
Section totals(const Figures& figures) {
  std::int64_t started = 0;
  std::int64_t answered = 0;
  for (const auto& [key, counts] : figures.activities) started += counts.at(0);
  for (const auto& [key, counts] : figures.items) answered += counts.at(1);
  Table table{
      "totals", {"report.totals.title", {}}, {{"report.what", {}}, {"report.count", {}}}, {}};
  table.rows.push_back({Message{"report.totals.visits", {}}, count_cell(figures.visits())});
  table.rows.push_back({Message{"report.totals.started", {}}, count_cell(started)});
  table.rows.push_back({Message{"report.totals.answered", {}}, count_cell(answered)});
  return {"totals", {"report.totals.title", {}}, {}, {std::move(table)}};
}

}  // namespace

Report make_report(const ReportInput& input, std::size_t left_out, std::string_view only) {
  Report report;
  if (left_out > 0) {
    report.notes.push_back({"report.note.left-out", {{"rows", static_cast<long>(left_out)}}});
  }
  if (input.figures.visits() < kFewestVisits) {
    report.notes.push_back({"report.note.few-visits", {{"fewest", kFewestVisits}}});
    report.sections.push_back(totals(input.figures));
    return report;
  }
  report.notes.push_back({"report.note.withheld", {{"smallest", kSmallestCell}}});
  for (const auto& part : report_parts()) {
    if (only.empty() || only == part.name) report.sections.push_back(part.make(input));
  }
  return report;
}

Cell count_cell(std::int64_t n) {
  if (is_small(n)) return FewerThan{kSmallestCell};
  return Count{n};
}

Cell count_cell(std::int64_t n, bool withhold) {
  if (withhold) return Withheld{};
  return Count{n};
}

Cell share_cell(std::int64_t part, std::int64_t whole, bool withhold) {
  if (withhold) return Withheld{};
  return Share{part, whole, wilson(part, whole)};
}

Cell title_cell(const ReportInput& input, const TitleOf& what) {
  if (input.titles) {
    if (auto title = input.titles(what); !title.empty()) return Literal{std::move(title)};
  }
  for (const auto* id : {&what.option, &what.item, &what.activity}) {
    if (!id->empty()) return Literal{*id};
  }
  return Literal{what.pack};
}

}  // namespace nest
