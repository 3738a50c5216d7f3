#pragma once
// The numbers that stand beside a number. Each function names its source.
// Not here: what may be shown (release.h).
#include <cstdint>

namespace nest {

struct Interval {
  double low = 0, high = 1;  ///< shares in [0, 1]
};

/// The 95 % score interval of a share of `part` out of `whole`; [0, 1] for whole = 0.
/// Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22;
/// formula (4) of Brown, Cai & DasGupta (2001), Interval estimation for a binomial proportion.
/// 0 <= part <= whole.
Interval wilson(std::int64_t part, std::int64_t whole);

}  // namespace nest
