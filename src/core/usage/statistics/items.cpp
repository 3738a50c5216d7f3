#include "core/usage/statistics/items.h"

#include <algorithm>
#include <cmath>

#include "core/usage/statistics/exact.h"

namespace nest {
namespace {

/// n² times the item's variance; i is its own square.
Whole item_spread(const ItemSums& sums) {
  return centred(sums.n, sums.i, sums.i, sums.i);
}
/// n² times the covariance of the item with the rest.
Whole shared(const ItemSums& sums) {
  return centred(sums.n, sums.i, sums.r, sums.ir);
}

/// The root of the item's covariance with the whole score, which is the item and the rest.
std::optional<double> pull(const ItemSums& sums) {
  if (sums.n < 2) return std::nullopt;
  const Whole with_whole = item_spread(sums) + shared(sums);
  if (with_whole < 0) return std::nullopt;
  return std::sqrt(ratio(with_whole, Whole(sums.n) * (sums.n - 1)));
}

}  // namespace

std::optional<double> facility(const ItemSums& sums) {
  if (sums.n <= 0) return std::nullopt;
  return static_cast<double>(sums.i) / static_cast<double>(sums.n);
}

std::optional<double> discrimination(const ItemSums& sums) {
  if (sums.n < 2) return std::nullopt;
  const Whole item = item_spread(sums);
  const Whole rest = centred(sums.n, sums.r, sums.r, sums.rr);
  if (item <= 0 || rest <= 0) return std::nullopt;
  const Whole both = shared(sums);
  const double size = std::sqrt(ratio(both * both, item * rest));
  return std::clamp(both < 0 ? -size : size, -1.0, 1.0);
}

std::vector<std::optional<double>> effective_weights(std::span<const ItemSums> items) {
  std::vector<std::optional<double>> weights;
  double sum = 0;
  for (const auto& item : items) {
    weights.push_back(pull(item));
    sum += weights.back().value_or(0);
  }
  for (auto& weight : weights) {
    if (sum <= 0) weight.reset();
    if (weight) *weight /= sum;
  }
  return weights;
}

double guess_level(int choices, bool several) {
  if (choices < 1) return 0;
  return several ? 1 / (std::exp2(choices) - 1) : 1.0 / choices;
}

}  // namespace nest
