#pragma once
// What the same children gained from one round to the next: the primary result of a workshop, from
// six sums instead of rows. Not here: single goals (mcnemar.h), the verdict in words (verdict.h).
#include <cstdint>
#include <optional>
#include <span>

#include "core/usage/statistics/intervals.h"

namespace nest {

/// Sums over n children who answered `out_of` questions twice: x right before, y right after.
/// One row of the tally, or several of the same `out_of` added up.
struct PairedSums {
  std::int64_t n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  std::int64_t out_of = 1;
};

/// Scores are shares of a form, 0 to 1; every child weighs the same. What is not there cannot be
/// told, and is never a 0 or a NaN.
struct PairedGain {
  std::int64_t n = 0;                  ///< at least 1
  double before = 0, after = 0;        ///< the group's mean scores
  double gain = 0;                     ///< mean of after less before: -1 to 1, may be a loss
  std::optional<Interval> interval{};  ///< of `gain`; none if n < 2 or all gained exactly the same
  std::optional<double> p{};           ///< two-sided, of the paired t test; there with `interval`
  std::optional<double> effect{};      ///< Hedges' g_av; none if n < 3 or all scores are the same
  std::optional<double> normalised{};  ///< Hake's <g>, at most 1; none above kCeiling before
};

/// Above this share before, too little was left to learn to measure learning by it.
inline constexpr int kCeilingPercent = 85;

/// Forms of different lengths (rows of different `out_of`) count as shares of their own length. The
/// sums stay exact whole numbers until the last division, so the result is that of the rows.
/// Rows with out_of < 1 are passed over; none if nobody is left.
///
/// Interval and p: paired t. Student (1908), The probable error of a mean, Biometrika 6.
/// Effect: gain / √((s²before + s²after) / 2), "d_av", times Hedges' correction with n − 1 degrees
/// of freedom. Not d_rm or d_z: their unit shrinks with the correlation of the rounds, so the same
/// gain would look larger where children differ more; d_av stays in units of how much children
/// differ and compares with studies of separate groups. Cumming (2012), Understanding the new
/// statistics, chapter 11; Lakens (2013), Calculating and reporting effect sizes to facilitate
/// cumulative science, Frontiers in Psychology 4; the correction: see distributions.h.
/// Normalised gain: of the class averages, (after − before) / (1 − before). Hake (1998),
/// Interactive-engagement versus traditional methods, American Journal of Physics 66.
std::optional<PairedGain> paired_gain(std::span<const PairedSums> rows);

}  // namespace nest
