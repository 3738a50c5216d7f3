#include "core/usage/report.h"

#include "core/usage/report_registry.h"
#include "core/usage/reports/learning.h"

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

/// How the figures were made, and what they cannot say.
std::vector<Message> method(const Figures& figures) {
  if (figures.runs.empty()) return {{"report.method.wilson", {}}};
  return {{"report.method.forms", {}},  {"report.method.gain", {{"fewest", kFewestChildren}}},
          {"report.method.goals", {}},  {"report.method.unpaired", {}},
          {"report.method.limits", {}}, {"report.method.wilson", {}}};
}

}  // namespace

Report make_report(const ReportInput& input, std::size_t left_out, std::string_view only) {
  Report report;
  const auto note = [&](const char* key, const char* name, std::int64_t n) {
    report.notes.push_back({key, {{name, static_cast<long>(n)}}});
  };
  if (left_out > 0) note("report.note.left-out", "rows", static_cast<std::int64_t>(left_out));
  if (input.figures.open_runs > 0) note("report.note.open", "n", input.figures.open_runs);
  for (const auto& part : report_parts()) {
    const bool wanted = only.empty() || only == part.name;
    if (wanted && part.applies(input.figures)) report.sections.push_back(part.make(input));
  }
  if (!report.sections.empty()) note("report.note.withheld", "smallest", kSmallestCell);
  // Beside a workshop's results, sums over everything would tell who is in none of them.
  if (input.figures.visits() < kFewestVisits && input.figures.runs.empty()) {
    note("report.note.few-visits", "fewest", kFewestVisits);
    report.sections.push_back(totals(input.figures));
  }
  report.headlines = reports::headlines(input);
  report.method = method(input.figures);
  report.privacy = {{"report.privacy.nothing", {}}, {"report.privacy.release", {}}};
  return report;
}

Cell count_cell(std::int64_t n) {
  if (n < kSmallestCell) return FewerThan{kSmallestCell};
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

Cell coded_cell(ShownShare shown, std::int64_t part, std::int64_t whole) {
  switch (shown) {
    case ShownShare::exact:
      return share_cell(part, whole, false);
    case ShownShare::at_least:
      return Beyond{true, top_bound(whole), whole};
    case ShownShare::at_most:
      return Beyond{false, bottom_bound(whole), whole};
    case ShownShare::hidden:
      break;
  }
  return Withheld{};
}

std::optional<ChartPoint> chart_point(const Cell& cell) {
  if (const auto* const share = std::get_if<Share>(&cell)) {
    if (share->whole == 0) return {};
    const auto value = static_cast<double>(share->part) / static_cast<double>(share->whole);
    return ChartPoint{value, share->interval};
  }
  if (const auto* const mean = std::get_if<Mean>(&cell)) {
    return ChartPoint{mean->value, mean->interval};
  }
  if (const auto* const beyond = std::get_if<Beyond>(&cell)) {
    return ChartPoint{beyond->share, {}, beyond->above, !beyond->above};
  }
  return {};
}

Cell title_cell(const ReportInput& input, const TitleOf& what) {
  if (input.titles) {
    if (auto title = input.titles(what); !title.empty()) return Literal{std::move(title)};
  }
  for (const auto* id : {&what.place, &what.goal, &what.option, &what.item, &what.activity}) {
    if (!id->empty()) return Literal{*id};
  }
  return Literal{what.pack};
}

}  // namespace nest
