#include "core/usage/statistics/distributions.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace nest {

double t_reach(double degrees) {
  return boost::math::quantile(boost::math::students_t(degrees), 0.975);
}

double t_chance(double t, double degrees) {
  return 2 * boost::math::cdf(boost::math::students_t(degrees), -std::abs(t));
}

double coin_chance(std::int64_t heads, std::int64_t throws) {
  const boost::math::binomial coin(static_cast<double>(throws), 0.5);
  return boost::math::cdf(coin, static_cast<double>(heads));
}

double hedges_correction(std::int64_t degrees) {
  const double half = static_cast<double>(degrees) / 2;
  // Γ(a)/Γ(a + δ) as one call: each of the two alone would soon be too large for a double.
  return 1 / (std::sqrt(half) * boost::math::tgamma_delta_ratio(half - 0.5, 0.5));
}

}  // namespace nest
