#pragma once
// How good a question is, by Moodle's definitions (Moodle, "Quiz statistics calculations" and
// question/classes/statistics/questions/calculator.php), from sums over finished forms. Moodle
// shows percents, these are shares. For pooled figures: of one workshop they say little. Not here:
// discriminative efficiency and what else needs the scores of each child.
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace nest {

/// Sums over the n finished forms that held the item: i is 1 if it was right, else 0; r is the
/// number of right answers to the other items of the form.
struct ItemSums {
  std::int64_t n = 0, i = 0, r = 0, rr = 0, ir = 0;
};

/// The share of right answers, 0 to 1; none for n = 0.
std::optional<double> facility(const ItemSums& sums);

/// Moodle's discrimination index: the correlation of the item with the rest of the form, -1 to 1.
/// None if n < 2, or if the item or the rest was the same for all.
std::optional<double> discrimination(const ItemSums& sums);

/// How much of the differences between children's scores comes from each item of one form: the root
/// of its covariance with the whole score, as a share of the sum of these roots. As long as
/// `items`, which are all items of one form. None for an item whose covariance is negative (it
/// counts nothing for the others) and where n < 2; none at all if no score differs.
std::vector<std::optional<double>> effective_weights(std::span<const ItemSums> items);

/// Moodle's random guess score: the share that is right if `choices` answers are picked blindly,
/// one of them; or, where `several` may be right, any pick but the empty one, of which exactly one
/// is right (Moodle gives such items no guess score; here part of them scores nothing, so it is
/// known). "I don't know yet" is no guess. 0 for choices < 1.
double guess_level(int choices, bool several);

}  // namespace nest
