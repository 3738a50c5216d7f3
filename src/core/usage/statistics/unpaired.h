#pragma once
// Two rounds whose children cannot be matched: the difference of the mean scores, with the child as
// the unit. It may stand beside Newcombe's interval of the right answers (intervals.h), which is
// narrower because it takes every answer for one of its own.
// Not here: matched children (paired.h).
#include <cstdint>
#include <optional>
#include <span>

#include "core/usage/statistics/intervals.h"

namespace nest {

/// A bar of the histogram of scores: n children had `score` right out of `out_of`.
struct ScoreCount {
  std::int64_t out_of = 1, score = 0, n = 0;
};

/// Scores are shares of a form, 0 to 1.
struct MeanDifference {
  std::int64_t n_before = 0, n_after = 0;  ///< at least 1
  double before = 0, after = 0;
  double gain = 0;                     ///< after less before
  std::optional<Interval> interval{};  ///< none if a round has n < 2, or no score differs in either
  std::optional<double> p{};           ///< two-sided, of Welch's t test; there with `interval`
};

/// Forms of different lengths count as shares of their own length; bars with out_of < 1 are passed
/// over. None if a round is of nobody. Where the same children sit in both rounds, the interval is
/// too wide, never too narrow, as long as who knows more before knows more after.
/// Welch (1947), The generalization of "Student's" problem when several different population
/// variances are involved, Biometrika 34; degrees of freedom by Satterthwaite (1946), An
/// approximate distribution of estimates of variance components, Biometrics Bulletin 2.
std::optional<MeanDifference> welch(std::span<const ScoreCount> before,
                                    std::span<const ScoreCount> after);

}  // namespace nest
