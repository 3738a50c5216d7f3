#include "core/usage/reports/quality.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <vector>

#include "core/usage/release.h"
#include "core/usage/statistics/items.h"

namespace nest::reports {
namespace {

/// A question is judged from so many finished rounds on. With 30 a correlation of 0.36 is the least
/// that is more than chance (5 %, two-sided), so that a question of 0.4, which Ebel calls a very
/// good one, can be seen. A workshop with cards has at most 24 children for a form, so that this is
/// told of several together only.
constexpr std::int64_t kFewestRounds = 30;

/// Within three seconds hardly anybody has read or heard a question. Kong, Wise and Bhola (2007)
/// found that this one threshold tells guesses as well as one for each question does. Buckets 0, 1.
constexpr std::size_t kFastBuckets = 2;

/// `all` may be known to a reader, `finished` may not: it lacks the rounds that were left half-way.
/// True if there are at least `least`, and `all` are so many more that to know this leaves those
/// who left five possible numbers.
bool enough_finished(std::int64_t finished, std::int64_t all, std::int64_t least) {
  return finished >= least && finished <= all && all - least + 1 >= kSmallestCell;
}

struct JudgedQuestion {
  ItemKey key;
  ItemFacts facts;
  ItemFigures first;  ///< first answers, those of rounds left half-way, too
  ItemSums sums;      ///< over finished rounds
  std::int64_t fast = 0;
  Cell weight = Withheld{};

  /// Who knows the group's scores can work the mean score of those who were right, and of those who
  /// were wrong, out of the discrimination. So both have to be groups that may be told.
  bool scores_told() const {
    return first.is_exact() && enough_finished(sums.i, first.correct, kFewestChildren) &&
           enough_finished(sums.n - sums.i, first.answered - first.correct, kFewestChildren);
  }
  /// The sum of all scores and of their squares, of the rounds that held the question.
  std::tuple<std::int64_t, std::int64_t, std::int64_t> whole() const {
    return {sums.n, sums.i + sums.r, sums.rr + 2 * sums.ir + sums.i};
  }
  auto order() const { return std::tie(key.pack, facts.form, key.item); }
};

std::vector<JudgedQuestion> questions_of(const ReportInput& input, const PhaseItems& items) {
  std::vector<JudgedQuestion> out;
  for (const auto& [key, first] : items.items) {
    const auto found = input.figures.item_sums.find(key);
    if (first.all_hidden || found == input.figures.item_sums.end()) continue;
    const auto [n, i, r, rr, ir] = found->second;
    JudgedQuestion question{key, {}, first, {n, i, r, rr, ir}};
    if (input.items) question.facts = input.items(key.pack, key.item).value_or(ItemFacts());
    const auto times = input.figures.times.find(key);
    if (times != input.figures.times.end()) {
      for (std::size_t b = 0; b < kFastBuckets; ++b) question.fast += times->second.at(b);
    }
    out.push_back(std::move(question));
  }
  std::sort(out.begin(), out.end(),
            [](const JudgedQuestion& a, const JudgedQuestion& b) { return a.order() < b.order(); });
  return out;
}

/// Weights add up to one, so one that is hidden would be the rest: all of a form or none. They are
/// known only where the questions are just those of the same rounds, of one version of the pack.
bool weights_told(std::span<const JudgedQuestion> form) {
  std::int64_t right = 0;
  for (const auto& question : form) {
    if (!question.scores_told() || question.whole() != form.front().whole()) return false;
    right += question.sums.i;
  }
  return right == std::get<1>(form.front().whole());
}

/// Rounded here, so that no file for programs says more than the page.
Cell rounded_figure(double value, int decimals) {
  const double unit = std::pow(10, decimals);
  return Figure{std::round(value * unit) / unit + 0.0, decimals};  // no minus before zero
}

void weigh_form(std::span<JudgedQuestion> form) {
  if (form.front().facts.form.empty()) {
    for (auto& question : form) question.weight = Literal{"–"};
  } else if (weights_told(form)) {
    std::vector<ItemSums> sums;
    for (const auto& question : form) sums.push_back(question.sums);
    const auto weights = effective_weights(sums);
    for (std::size_t i = 0; i < form.size(); ++i) {
      form[i].weight = weights[i] ? rounded_figure(100 * *weights[i], 0) : Cell(Literal{"–"});
    }
  }
}

/// Form by form; the questions are sorted so.
void weigh_forms(std::vector<JudgedQuestion>& questions) {
  for (auto first = questions.begin(); first != questions.end();) {
    const auto last = std::find_if(first, questions.end(), [&](const JudgedQuestion& other) {
      return std::tie(other.key.pack, other.facts.form) !=
             std::tie(first->key.pack, first->facts.form);
    });
    weigh_form({first, last});
    first = last;
  }
}

Cell discrimination_cell(const JudgedQuestion& question) {
  const auto value = discrimination(question.sums);
  if (!question.scores_told() || !value) return Withheld{};
  return rounded_figure(*value, 2);
}

Cell guess_cell(const ItemFacts& facts) {
  if (facts.choices < 1) return Literal{"–"};
  return rounded_figure(100 * guess_level(facts.choices, facts.several), 0);
}

Cell fast_cell(const JudgedQuestion& question) {
  const auto all = question.first.answered;
  if (question.fast > all) return Withheld{};  // a damaged row was left out somewhere
  return coded_cell(shown_share(question.fast, all), question.fast, all);
}

/// Nearly everybody knew it, or more than few answered in haste: then the share is no "at most".
Cell warning_cell(const Cell& facility, const Cell& fast) {
  const auto* const beyond = std::get_if<Beyond>(&facility);
  const auto* const few = std::get_if<Beyond>(&fast);
  const bool easy = beyond && beyond->above;
  const bool hasty = std::holds_alternative<Share>(fast) || (few && few->above);
  if (easy) return Message{hasty ? "report.warning.easy-fast" : "report.warning.easy", {}};
  return hasty ? Cell(Message{"report.warning.fast", {}}) : Cell(Literal{"–"});
}

Table quality_table(const std::string& phase) {
  Table table{"items.quality." + phase, {"report.quality." + phase, {}}, {}, {}};
  for (const auto* const key :
       {"report.topic", "report.form", "report.item", "report.facility", "report.guess",
        "report.discrimination", "report.weight", "report.fast", "report.warning"}) {
    table.columns.push_back({key, {}});
  }
  return table;
}

}  // namespace

void add_quality(const ReportInput& input, const PhaseItems& items, const std::string& phase,
                 Section& section) {
  auto table = quality_table(phase);
  auto questions = questions_of(input, items);
  weigh_forms(questions);
  for (const auto& question : questions) {
    const auto& [key, facts, first, sums, fast, weight] = question;
    if (!enough_finished(sums.n, first.answered, kFewestRounds)) continue;
    const auto facility = facility_cell(first);
    const auto hasty = fast_cell(question);
    table.rows.push_back(
        {title_cell(input, {key.pack, {}, {}, {}}), Literal{facts.form.empty() ? "–" : facts.form},
         title_cell(input, {key.pack, {}, key.item, {}}), facility, guess_cell(facts),
         discrimination_cell(question), weight, hasty, warning_cell(facility, hasty)});
  }
  if (table.rows.empty()) return;
  const Message note{"report.quality.note", {{"fewest", kFewestRounds}}};
  const auto same = [&](const Message& other) { return other.key == note.key; };
  if (std::none_of(section.notes.begin(), section.notes.end(), same)) section.notes.push_back(note);
  section.tables.push_back(std::move(table));
}

}  // namespace nest::reports
