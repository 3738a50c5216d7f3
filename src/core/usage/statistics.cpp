#include "core/usage/statistics.h"

#include <algorithm>
#include <cmath>

namespace nest {

Interval wilson(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return {};
  // The 0.975 quantile of the standard normal distribution (R: qnorm(0.975)).
  constexpr double kZ = 1.959963984540054;
  const auto n = static_cast<double>(whole);
  const double share = static_cast<double>(part) / n;
  const double z2n = kZ * kZ / n;
  const double centre = share + z2n / 2;
  const double reach = kZ * std::sqrt(share * (1 - share) / n + z2n / (4 * n));
  return {std::max(0.0, (centre - reach) / (1 + z2n)), std::min(1.0, (centre + reach) / (1 + z2n))};
}

}  // namespace nest
