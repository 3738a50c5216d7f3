#pragma once
// 95 % intervals: the numbers that stand beside a number. Each function names its source.
// Not here: what may be shown (release.h), gains of the same children (paired.h).
#include <cstdint>

namespace nest {

/// Of a share: within [0, 1]. Of a difference of shares: below 0 is a loss.
struct Interval {
  double low = 0, high = 1;
};

/// The 95 % score interval of a share of `part` out of `whole`; [0, 1] for whole = 0.
/// Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22;
/// formula (4) of Brown, Cai & DasGupta (2001), Interval estimation for a binomial proportion.
/// 0 <= part <= whole.
Interval wilson(std::int64_t part, std::int64_t whole);

/// `part` right answers out of `whole`.
struct Proportion {
  std::int64_t part = 0, whole = 0;
};

/// The 95 % interval of `after` less `before`, both shares of different, independent answers: the
/// hybrid of two Wilson intervals. [-1, 1] where one of the two is of nobody.
/// Newcombe (1998), Interval estimation for the difference between independent proportions:
/// comparison of eleven methods, Statistics in Medicine 17, method 10.
/// Answers of one child resemble each other. Where mostly the same children sit in both rounds,
/// that cancels in the difference; where they are others, the interval is too narrow: see
/// unpaired.h.
Interval newcombe(const Proportion& before, const Proportion& after);

/// estimate ± t · error, the 95 % interval of a mean or a difference of means whose standard error
/// is `error`. Student (1908), The probable error of a mean, Biometrika 6. degrees > 0.
/// Not bounded: that of a gain of few children may reach beyond what a gain can be.
Interval t_interval(double estimate, double error, double degrees);

}  // namespace nest
