#pragma once
// The counts of single questions in one phase, and which of them may be told: the same judgement
// for every table and chart that shows them. Not here: how they are shown (items.h, quality.h).
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/usage/report.h"

namespace nest::reports {

/// One question's first answers, and which of them may be shown.
struct ItemFigures {
  std::int64_t shown = 0, answered = 0, correct = 0, hints = 0;
  std::vector<std::pair<std::string, std::int64_t>> options;  ///< none unless all may be shown
  /// Of the share of right answers; their count only if it is exact.
  ShownShare told = ShownShare::hidden;
  bool all_hidden = false;  ///< of a round that may not be told

  bool is_exact() const { return told == ShownShare::exact; }
  bool is_coded() const { return told == ShownShare::at_least || told == ShownShare::at_most; }
};

struct PhaseItems {
  std::map<ItemKey, ItemFigures> items;
  /// Nothing is told of some pack's single questions, or not the exact shares of all of them.
  bool hidden = false;
};

/// The questions of "practice", "before" or "after".
PhaseItems phase_items(const Figures& figures, std::string_view phase);

/// The share of right first answers as far as it may be told.
Cell facility_cell(const ItemFigures& item);

}  // namespace nest::reports
