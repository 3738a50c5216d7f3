#pragma once
// One sentence for a head teacher: did the group know more after the lesson than before?
// Not here: the numbers behind it (statistics/paired.h), whether a report may show them
// (release.h).
#include <cstdint>

#include "core/usage/report.h"
#include "core/usage/statistics/paired.h"

namespace nest {

/// Below so many children with both rounds nothing is told but that they are too few.
inline constexpr std::int64_t kFewestPairs = 10;

enum class Verdict {
  too_few,      ///< fewer than kFewestPairs
  cannot_tell,  ///< the interval of the gain holds 0
  alike,        ///< there is no interval: every child's score changed by the same
  improved,     ///< the whole interval lies above 0
  declined      ///< the whole interval lies below 0
};

Verdict verdict(const PairedGain& gain);

/// The sentence's key and its whole percents. {n} children; {before} and {after}; {gain} and, where
/// they declined, {loss} is what one gets who subtracts the two as shown; {low} and {high} bound
/// it. An effect that is more than chance is told as at least one point, so that no sentence says
/// "0 to 3: more than chance". Of too few children only {fewest} is told.
Message verdict_message(const PairedGain& gain);

}  // namespace nest
