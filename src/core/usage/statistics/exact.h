#pragma once
// Whole numbers of any size, so that what a variance is made of stays exact until the one division
// at its end: sums then give what the children's rows would have given, and a variance of nothing
// is 0, not a rest of rounding. Not here: statistics.
#include <boost/multiprecision/cpp_int.hpp>

namespace nest {

using Whole = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                            boost::multiprecision::et_off>;

/// n Σab − Σa Σb: n² times the covariance of a and b in a population of n; with b = a, the
/// variance.
Whole centred(const Whole& n, const Whole& a, const Whole& b, const Whole& ab);

/// The nearest double, within a few units of its last digit. whole > 0, of any size.
double ratio(const Whole& part, const Whole& whole);

}  // namespace nest
