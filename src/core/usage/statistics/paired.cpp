#include "core/usage/statistics/paired.h"

#include <cmath>

#include "core/usage/statistics/distributions.h"
#include "core/usage/statistics/exact.h"

namespace nest {
namespace {

/// The sums of all rows in one unit that divides every length of a form.
struct Joined {
  Whole unit = 1;  ///< so many of it are one whole form
  Whole n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
};

Joined join(std::span<const PairedSums> rows) {
  Joined sum;
  for (const auto& row : rows) {
    if (row.out_of > 0) sum.unit = lcm(sum.unit, Whole(row.out_of));
  }
  for (const auto& row : rows) {
    if (row.out_of <= 0) continue;
    const Whole once = sum.unit / row.out_of;
    const Whole twice = once * once;
    sum.n += row.n;
    sum.x += once * row.x;
    sum.y += once * row.y;
    sum.xx += twice * row.xx;
    sum.yy += twice * row.yy;
    sum.xy += twice * row.xy;
  }
  return sum;
}

void tell_chance(const Joined& sum, PairedGain& out) {
  if (out.n < 2) return;
  const Whole gained = sum.y - sum.x;
  const Whole spread = centred(sum.n, gained, gained, sum.xx + sum.yy - 2 * sum.xy);
  if (spread <= 0) return;
  const Whole full = sum.n * sum.unit;
  const double error = std::sqrt(ratio(spread, full * full * (sum.n - 1)));
  const auto degrees = static_cast<double>(out.n - 1);
  out.interval = t_interval(out.gain, error, degrees);
  out.p = t_chance(out.gain / error, degrees);
}

void tell_size(const Joined& sum, PairedGain& out) {
  if (out.n < 3) return;
  const Whole spread = centred(sum.n, sum.x, sum.x, sum.xx) + centred(sum.n, sum.y, sum.y, sum.yy);
  if (spread <= 0) return;
  const double deviation = std::sqrt(ratio(spread, 2 * sum.n * (sum.n - 1) * sum.unit * sum.unit));
  out.effect = out.gain / deviation * hedges_correction(out.n - 1);
}

void tell_share_of_possible(const Joined& sum, PairedGain& out) {
  const Whole full = sum.n * sum.unit;
  if (100 * sum.x > kCeilingPercent * full) return;
  out.normalised = ratio(sum.y - sum.x, full - sum.x);
}

}  // namespace

std::optional<PairedGain> paired_gain(std::span<const PairedSums> rows) {
  const Joined sum = join(rows);
  if (sum.n <= 0) return std::nullopt;
  const Whole full = sum.n * sum.unit;
  PairedGain out{static_cast<std::int64_t>(sum.n), ratio(sum.x, full), ratio(sum.y, full),
                 ratio(sum.y - sum.x, full)};
  tell_chance(sum, out);
  tell_size(sum, out);
  tell_share_of_possible(sum, out);
  return out;
}

}  // namespace nest
