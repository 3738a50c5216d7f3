#include "core/usage/reports/visits.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "core/usage/release.h"
#include "core/usage/reports/item_figures.h"

namespace nest::reports {
namespace {

struct Line {
  Cell label;
  std::int64_t n = 0;
};

/// Lines whose sum a reader may know; `whole` is what the shares are of.
Table group(std::string id, std::string title, std::vector<Line> lines, std::int64_t whole) {
  std::vector<std::int64_t> cells;
  for (const auto& line : lines) cells.push_back(line.n);
  const auto hidden = withheld(cells, whole);
  const bool odd = std::accumulate(cells.begin(), cells.end(), std::int64_t{0}) > whole;
  Table table{std::move(id),
              {std::move(title), {}},
              {{"report.what", {}}, {"report.count", {}}, {"report.share", {}}},
              {}};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    table.rows.push_back({std::move(lines[i].label), count_cell(lines[i].n, hidden[i]),
                          share_cell(lines[i].n, whole, hidden[i] || odd)});
  }
  return table;
}

/// The same for what children said, of all who said something. Where nearly all said one thing,
/// only that is told.
Table opinions(std::string id, std::string title, std::vector<Line> lines) {
  std::int64_t all = 0;
  for (const auto& line : lines) all += line.n;
  std::vector<ShownShare> told;
  for (const auto& line : lines) told.push_back(shown_share(line.n, all));
  auto table = group(std::move(id), std::move(title), std::move(lines), all);
  if (std::count(told.begin(), told.end(), ShownShare::at_least) == 0) return table;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const bool most = told[i] == ShownShare::at_least;
    table.rows[i][1] = Withheld{};
    table.rows[i][2] = most ? coded_cell(told[i], 0, all) : Withheld{};
  }
  return table;
}

Table ends(const Figures& figures) {
  std::vector<Line> lines;
  for (const auto* const how : {"farewell", "home", "idle"}) {
    lines.push_back(
        {Message{std::string("report.end.") + how, {}}, figures.use(std::string("end/") + how)});
  }
  return group("visits.ends", "report.visits.ends", std::move(lines), figures.visits());
}

Table ages(const Figures& figures) {
  std::vector<Line> lines;
  for (const auto* const band : {"a", "b", "c"}) {
    lines.push_back(
        {Message{std::string("report.age.") + band, {}}, figures.use(std::string("age/") + band)});
  }
  return group("visits.ages", "report.visits.ages", std::move(lines), figures.visits());
}

/// What a language calls itself: "polski", "lietuvių"; the tag if ICU does not know it.
std::string own_name(const std::string& tag) {
  const icu::Locale locale(tag.c_str());
  icu::UnicodeString name;
  std::string utf8;
  return locale.getDisplayLanguage(locale, name).toUTF8String(utf8);
}

/// A language can be chosen several times in a visit, so its share is one of choices.
Table languages(const Figures& figures) {
  constexpr std::string_view kPrefix = "language/";
  std::vector<Line> lines;
  std::int64_t choices = 0;
  for (const auto& [what, n] : figures.uses) {
    if (what.compare(0, kPrefix.size(), kPrefix) != 0) continue;
    lines.push_back({Literal{own_name(what.substr(kPrefix.size()))}, n});
    choices += n;
  }
  return group("visits.languages", "report.visits.languages", std::move(lines), choices);
}

Table again(const Figures& figures) {
  std::vector<Line> lines;
  for (const std::string answer : {"yes", "maybe", "no"}) {
    lines.push_back({Message{"report.again." + answer, {}}, figures.use("again/" + answer)});
  }
  return opinions("visits.again", "report.visits.again", std::move(lines));
}

Table favourites(const ReportInput& input) {
  constexpr std::string_view kPrefix = "favourite/";
  std::vector<Line> lines;
  for (const auto& [what, n] : input.figures.uses) {
    if (what.compare(0, kPrefix.size(), kPrefix) != 0) continue;
    const auto cut = what.find('/', kPrefix.size());
    if (cut == std::string::npos) continue;
    const TitleOf chosen{
        what.substr(kPrefix.size(), cut - kPrefix.size()), what.substr(cut + 1), {}, {}};
    lines.push_back({title_cell(input, chosen), n});
  }
  return opinions("visits.favourites", "report.visits.favourites", std::move(lines));
}

struct PhaseAnswers {
  Message label;
  std::optional<std::int64_t> n{};  ///< nothing if it may not be told
};

/// The tables of questions say how often each one was answered: where they say "<5" or nothing, the
/// sum would tell it.
PhaseAnswers phase_answers(const Figures& figures, const std::string& phase) {
  PhaseAnswers answers{{phase == "practice" ? "report.phase.practice" : "report." + phase, {}}, 0};
  for (const auto& [key, item] : phase_items(figures, phase).items) {
    if (item.all_hidden || item.answered < kSmallestCell) return {answers.label};
    *answers.n += item.answered;
  }
  return answers;
}

/// How a workshop's day goes: the clock is never kept, but a round is not a lesson. Nothing where
/// no workshop asked anything before or after its lesson.
void add_phases(const Figures& figures, Section& section) {
  const std::array phases{phase_answers(figures, "before"), phase_answers(figures, "practice"),
                          phase_answers(figures, "after")};
  if (phases.front().n == 0 && phases.back().n == 0) return;
  Table table{"visits.phases",
              {"report.visits.phases", {}},
              {{"report.what", {}}, {"report.answers", {}}},
              {}};
  BarChart chart{{}, {"report.answers", {}}};
  for (const auto& [label, n] : phases) {
    table.rows.push_back({label, count_cell(n.value_or(0), !n)});
    if (n) chart.bars.push_back({label, *n});
  }
  section.tables.push_back(std::move(table));
  if (chart.bars.size() < 2) return;  // one bar says nothing that the table does not say better
  section.charts.push_back({"visits.phases", {"report.visits.phases", {}}, std::move(chart)});
}

}  // namespace

Section visits(const ReportInput& input) {
  const auto& figures = input.figures;
  const auto n = static_cast<long>(figures.visits());
  Section section{
      "visits",
      {"report.visits.title", {}},
      {{"report.visits.count", {{"n", n}}}},
      {ends(figures), languages(figures), ages(figures), again(figures), favourites(input)}};
  add_phases(figures, section);
  return section;
}

}  // namespace nest::reports
