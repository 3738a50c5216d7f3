#include "core/usage/statistics/unpaired.h"

#include <cmath>

#include "core/usage/statistics/distributions.h"
#include "core/usage/statistics/exact.h"

namespace nest {
namespace {

struct Round {
  std::int64_t n = 0;
  double mean = 0;
  double error2 = 0;  ///< squared standard error of the mean; 0 for n < 2
};

Round round_of(std::span<const ScoreCount> bars) {
  Whole unit = 1;  // so many are one whole form
  for (const auto& bar : bars) {
    if (bar.out_of > 0) unit = lcm(unit, Whole(bar.out_of));
  }
  Whole n = 0;
  Whole x = 0;
  Whole xx = 0;
  for (const auto& bar : bars) {
    if (bar.out_of <= 0) continue;
    const Whole score = unit / bar.out_of * bar.score;
    n += bar.n;
    x += score * bar.n;
    xx += score * score * bar.n;
  }
  if (n <= 0) return {};
  Round out{static_cast<std::int64_t>(n), ratio(x, n * unit)};
  const Whole full = n * unit;
  if (n > 1) out.error2 = ratio(centred(n, x, x, xx), full * full * (n - 1));
  return out;
}

}  // namespace

std::optional<MeanDifference> welch(std::span<const ScoreCount> before,
                                    std::span<const ScoreCount> after) {
  const Round was = round_of(before);
  const Round is = round_of(after);
  if (was.n < 1 || is.n < 1) return std::nullopt;
  MeanDifference out{was.n, is.n, was.mean, is.mean, is.mean - was.mean};
  const double error2 = was.error2 + is.error2;
  if (was.n < 2 || is.n < 2 || error2 <= 0) return out;
  const auto part = [](const Round& r) {
    return r.error2 * r.error2 / static_cast<double>(r.n - 1);
  };
  const double degrees = error2 * error2 / (part(was) + part(is));
  const double error = std::sqrt(error2);
  out.interval = t_interval(out.gain, error, degrees);
  out.p = t_chance(out.gain / error, degrees);
  return out;
}

}  // namespace nest
