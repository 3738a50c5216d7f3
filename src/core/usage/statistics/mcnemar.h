#pragma once
// Did children who answered one goal's question wrong before answer it right after, more often than
// the other way round? One test for each goal, and what many tests at once cost.
// Not here: the gain over a whole form, which is the primary result (paired.h).
#include <cstdint>
#include <vector>

namespace nest {

/// Two-sided p of the exact (conditional) McNemar test: `wrong_right` children learned,
/// `right_wrong` lost; those who did not change say nothing. 1 if nobody changed; 6:0 is the least
/// that falls below 0.05. McNemar (1947), Note on the sampling error of the difference between
/// correlated proportions or percentages, Psychometrika 12; exact by the binomial distribution as
/// in Fagerland, Lydersen & Laake (2013), The McNemar test for binary matched-pairs data, BMC
/// Medical Research Methodology 13. Both >= 0.
double mcnemar(std::int64_t wrong_right, std::int64_t right_wrong);

/// The same tests, each p raised so that all of them together err in at most 5 % where the raised p
/// are held against 0.05; in the order given. Holm (1979), A simple sequentially rejective multiple
/// test procedure, Scandinavian Journal of Statistics 6. Every p in [0, 1].
std::vector<double> holm(const std::vector<double>& p);

}  // namespace nest
