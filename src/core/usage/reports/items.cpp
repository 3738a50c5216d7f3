#include "core/usage/reports/items.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "core/items/item.h"
#include "core/usage/release.h"

namespace nest::reports {
namespace {

using Options = std::map<std::string, std::int64_t>;

/// One question's figures, and which of them may be shown.
struct ItemFigures {
  std::int64_t shown = 0, answered = 0, correct = 0, hints = 0;
  std::vector<std::pair<std::string, std::int64_t>> options;
  std::vector<bool> option_hidden;
  bool correct_hidden = false;
};

/// The count of right answers is the count of the right option; who knows which option is right
/// reads one from the other. So it is shown only if some shown option has this very count and no
/// hidden one has, or if nothing is hidden.
bool gives_away(const ItemFigures& item) {
  bool some_hidden = false;
  bool seen = false;
  bool hidden_too = false;
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    const bool same = item.options[i].second == item.correct;
    some_hidden = some_hidden || item.option_hidden[i];
    seen = seen || (same && !item.option_hidden[i]);
    hidden_too = hidden_too || (same && item.option_hidden[i]);
  }
  return some_hidden && (!seen || hidden_too);
}

ItemFigures judge(const std::array<std::int64_t, 6>& counts, const Options& options) {
  ItemFigures item{counts[0], counts[1], counts[2], counts[5], {}, {}, false};
  std::vector<std::int64_t> cells;
  for (const auto& [option, n] : options) {
    item.options.emplace_back(option, n);
    cells.push_back(n);
  }
  item.option_hidden = withheld(cells, item.answered);
  const auto wrong = item.answered - item.correct;
  item.correct_hidden = is_small(item.answered) || is_small(item.correct) || is_small(wrong) ||
                        wrong < 0 || gives_away(item);
  return item;
}

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
          count_cell(item.shown),
          count_cell(item.answered),
          count_cell(item.correct, item.correct_hidden),
          share_cell(item.correct, item.answered, item.correct_hidden),
          count_cell(item.hints)};
}

using Judged = std::vector<std::pair<ItemKey, ItemFigures>>;

Judged judge_phase(const Figures& figures, const std::string& phase) {
  const Options none;
  Judged items;
  for (const auto& [key, counts] : figures.items) {
    if (key.phase != phase) continue;
    const auto options = figures.options.find(key);
    items.emplace_back(key,
                       judge(counts, options == figures.options.end() ? none : options->second));
  }
  return items;
}

/// The right answers to a goal's twin questions add up to the goal's own share, which stands in
/// another part: what is hidden of one question could be worked out from the rest. So in a round
/// either all questions of a pack are told or none. True if some pack's are not.
bool hide_together(Judged& items) {
  std::set<std::string> hidden;
  for (const auto& [key, item] : items) {
    const auto& options = item.option_hidden;
    if (item.correct_hidden || std::count(options.begin(), options.end(), true) > 0) {
      hidden.insert(key.pack);
    }
  }
  for (auto& [key, item] : items) {
    if (hidden.count(key.pack) == 0) continue;
    item.correct_hidden = true;
    item.options.clear();  // a list of nothing but hidden counts says nothing
    item.option_hidden.clear();
  }
  return !hidden.empty();
}

}  // namespace

Section items(const ReportInput& input) {
  Section section{"items", {"report.items.title", {}}, {{"report.items.first-try", {}}}, {}};
  bool hidden = false;
  for (const auto* const phase : {"practice", "before", "after"}) {
    Table questions = questions_table(phase);
    Table answers = answers_table(phase);
    auto judged = judge_phase(input.figures, phase);
    if (judged.empty()) continue;
    if (phase != std::string_view("practice")) hidden = hide_together(judged) || hidden;
    for (const auto& [key, item] : judged) {
      questions.rows.push_back(question_row(input, key, item));
      for (std::size_t i = 0; i < item.options.size(); ++i) {
        const auto& [option, n] = item.options[i];
        answers.rows.push_back({title_cell(input, {key.pack, {}, key.item, {}}),
                                option_cell(input, key, option),
                                count_cell(n, item.option_hidden[i])});
      }
    }
    section.tables.push_back(std::move(questions));
    if (!answers.rows.empty()) section.tables.push_back(std::move(answers));
  }
  if (hidden) section.notes.push_back({"report.items.larger", {}});
  return section;
}

}  // namespace nest::reports
