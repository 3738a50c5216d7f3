#pragma once
// The few distributions that the statistics need: names for calls of Boost.Math, so that its large
// headers are read once. Not here: what is computed with them.
#include <cstdint>

namespace nest {

/// The 0.975 quantile of Student's t: as many standard errors lie on each side of a 95 % interval.
/// degrees > 0, need not be whole.
double t_reach(double degrees);
/// How probable so large a t, of either sign, is by chance. degrees > 0.
double t_chance(double t, double degrees);
/// How probable it is that a fair coin, thrown `throws` times, falls heads at most `heads` times.
/// 0 <= heads <= throws, throws > 0.
double coin_chance(std::int64_t heads, std::int64_t throws);
/// Hedges' correction J = Γ(m/2) / (√(m/2) Γ((m−1)/2)), in (0, 1): a standardised difference times
/// this is unbiased in small samples. m = degrees >= 2.
/// Hedges (1981), Distribution theory for Glass's estimator of effect size and related estimators,
/// Journal of Educational Statistics 6.
double hedges_correction(std::int64_t degrees);

}  // namespace nest
