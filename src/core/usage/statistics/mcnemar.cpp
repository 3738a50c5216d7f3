#include "core/usage/statistics/mcnemar.h"

#include <algorithm>
#include <numeric>

#include "core/usage/statistics/distributions.h"

namespace nest {

double mcnemar(std::int64_t wrong_right, std::int64_t right_wrong) {
  const auto changed = wrong_right + right_wrong;
  if (changed <= 0) return 1;
  return std::min(1.0, 2 * coin_chance(std::min(wrong_right, right_wrong), changed));
}

std::vector<double> holm(const std::vector<double>& p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> raised(p.size());
  double least = 0;  // no test is surer than one with a smaller p
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const double times = static_cast<double>(p.size() - rank);
    least = std::max(least, std::min(1.0, times * p[order[rank]]));
    raised[order[rank]] = least;
  }
  return raised;
}

}  // namespace nest
