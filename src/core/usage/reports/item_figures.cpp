#include "core/usage/reports/item_figures.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/usage/release.h"
#include "core/usage/reports/rounds.h"

namespace nest::reports {
namespace {

using OptionCounts = std::map<std::string, std::int64_t>;

using Judged = std::map<ItemKey, ItemFigures>;

ItemFigures item_of(const std::array<std::int64_t, 6>& counts, const OptionCounts& options) {
  return {counts[0], counts[1], counts[2], counts[5], {options.begin(), options.end()}};
}

ShownShare share_of(const ItemFigures& item) {
  // A question that nobody answered says "<5" like one with few answers: a share would tell it.
  if (item.correct > item.answered) return ShownShare::hidden;
  return shown_share(item.correct, item.answered);
}

/// The options' counts, too, would tell a share that is not exact, and the list of a question
/// without the small ones would tell little.
void judge_options(ItemFigures& item) {
  std::vector<std::int64_t> cells;
  for (const auto& [option, n] : item.options) cells.push_back(n);
  const auto hidden = withheld(cells, item.answered);
  if (item.is_exact() && std::count(hidden.begin(), hidden.end(), true) == 0) return;
  item.options.clear();
}

/// One pack's questions of one round. The right answers to a goal's twin questions add up to the
/// goal's own share, and all of them to the mean score; both stand in other parts of the report.
class PackRound {
 public:
  PackRound(std::vector<ItemFigures*> items, bool goals) : items_(std::move(items)), goals_(goals) {
    for (auto* const item : items_) item->told = share_of(*item);
  }
  /// False where nothing may be told.
  bool told() {
    if (has(ShownShare::hidden)) return false;
    const auto coded = std::count_if(items_.begin(), items_.end(), is_coded);
    if (coded == 0) return true;
    // A coded share would be told by its exact twin, and a single one by all others.
    if (goals_ || coded == 1) hide_exact();
    return sum_tells_nothing(parts_of(items_)) && (!goals_ || twins_tell_nothing());
  }
  bool has(ShownShare shown) const {
    return std::any_of(items_.begin(), items_.end(),
                       [&](const ItemFigures* item) { return item->told == shown; });
  }

 private:
  static bool is_coded(const ItemFigures* item) { return item->is_coded(); }
  static std::vector<ToldPart> parts_of(const std::vector<ItemFigures*>& items) {
    std::vector<ToldPart> parts;
    for (const auto* const item : items)
      parts.push_back({item->correct, item->answered, item->told});
    return parts;
  }
  void hide_exact() {
    for (auto* const item : items_) {
      if (item->is_exact()) item->told = ShownShare::hidden;
    }
  }
  /// Which questions are twins, only the pack knows: any two may be.
  bool twins_tell_nothing() const {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      for (std::size_t j = i + 1; j < items_.size(); ++j) {
        if (!sum_tells_nothing(parts_of({items_[i], items_[j]}))) return false;
      }
    }
    return true;
  }

  std::vector<ItemFigures*> items_;
  bool goals_;
};

/// True if not all of it is told. `kept`: packs whose round may not be told.
bool judge_round(Judged& items, const Figures& figures, const std::set<std::string>& kept) {
  std::map<std::string, std::vector<ItemFigures*>> packs;
  for (auto& [key, item] : items) packs[key.pack].push_back(&item);
  bool hidden = false;
  for (const auto& [name, of] : packs) {
    const std::string& pack = name;  // clang 14 cannot capture a structured binding
    const bool goals = std::any_of(figures.pairs.begin(), figures.pairs.end(),
                                   [&](const auto& pair) { return pair.first.pack == pack; });
    PackRound round(of, goals);
    const bool told = kept.count(pack) == 0 && round.told();
    for (auto* const item : of) {
      item->all_hidden = !told;
      if (!told) item->told = ShownShare::hidden;
      judge_options(*item);
    }
    hidden = hidden || round.has(ShownShare::hidden);
  }
  return hidden;
}

}  // namespace

PhaseItems phase_items(const Figures& figures, std::string_view phase) {
  const OptionCounts none;
  PhaseItems out;
  for (const auto& [key, counts] : figures.items) {
    if (key.phase != phase) continue;
    const auto options = figures.options.find(key);
    out.items.emplace(key,
                      item_of(counts, options == figures.options.end() ? none : options->second));
  }
  if (phase != "practice") {
    out.hidden = judge_round(out.items, figures, kept_rounds(figures, phase));
  } else {
    // Each by itself: no other part of the report knows a sum of right answers in practice.
    for (auto& [key, item] : out.items) {
      item.told = share_of(item);
      judge_options(item);
      out.hidden = out.hidden || item.told == ShownShare::hidden;
    }
  }
  return out;
}

Cell facility_cell(const ItemFigures& item) {
  return coded_cell(item.told, item.correct, item.answered);
}

}  // namespace nest::reports
