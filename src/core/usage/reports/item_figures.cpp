#include "core/usage/reports/item_figures.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/usage/release.h"
#include "core/usage/reports/rounds.h"

namespace nest::reports {
namespace {

using OptionCounts = std::map<std::string, std::int64_t>;

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

ItemFigures judge_item(const std::array<std::int64_t, 6>& counts, const OptionCounts& options) {
  ItemFigures item{counts[0], counts[1], counts[2], counts[5], {}, {}, false, false};
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

/// What is hidden of one question could be worked out from the rest and from other parts of the
/// report. So in a round either all questions of a pack are told or none. True if some pack's are
/// not.
bool hide_together(std::map<ItemKey, ItemFigures>& items, std::set<std::string> hidden) {
  for (const auto& [key, item] : items) {
    const auto& options = item.option_hidden;
    if (item.correct_hidden || std::count(options.begin(), options.end(), true) > 0) {
      hidden.insert(key.pack);
    }
  }
  for (auto& [key, item] : items) {
    if (hidden.count(key.pack) == 0) continue;
    item.correct_hidden = item.all_hidden = true;
    item.options.clear();  // a list of nothing but hidden counts says nothing
    item.option_hidden.clear();
  }
  return !hidden.empty();
}

}  // namespace

PhaseItems phase_items(const Figures& figures, std::string_view phase) {
  const OptionCounts none;
  PhaseItems out;
  for (const auto& [key, counts] : figures.items) {
    if (key.phase != phase) continue;
    const auto options = figures.options.find(key);
    out.items.emplace(
        key, judge_item(counts, options == figures.options.end() ? none : options->second));
  }
  if (phase != "practice") out.hidden = hide_together(out.items, kept_rounds(figures, phase));
  return out;
}

Cell facility_cell(const ItemFigures& item) {
  if (item.correct_hidden) return Withheld{};
  return coded_cell(shown_share(item.correct, item.answered), item.correct, item.answered);
}

}  // namespace nest::reports
