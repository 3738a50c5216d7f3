#include "core/usage/statistics/intervals.h"

#include <algorithm>
#include <cmath>

#include "core/usage/statistics/distributions.h"

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

Interval newcombe(const Proportion& before, const Proportion& after) {
  if (before.whole <= 0 || after.whole <= 0) return {-1, 1};
  const double was = static_cast<double>(before.part) / static_cast<double>(before.whole);
  const double is = static_cast<double>(after.part) / static_cast<double>(after.whole);
  const auto was_in = wilson(before.part, before.whole);
  const auto is_in = wilson(after.part, after.whole);
  const double difference = is - was;
  return {difference - std::hypot(is - is_in.low, was_in.high - was),
          difference + std::hypot(is_in.high - is, was - was_in.low)};
}

Interval t_interval(double estimate, double error, double degrees) {
  const double reach = t_reach(degrees) * error;
  return {estimate - reach, estimate + reach};
}

}  // namespace nest
