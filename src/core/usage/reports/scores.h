#pragma once
// What may be told of a group's scores: the mean before, the mean after, the gain, each with its
// interval. Groups of fewer than ten children tell nothing; a mean so near an end that it is about
// fewer than five answers is coded; a group in which all have the same score would tell each
// child's.
// Not here: the statistics themselves (statistics/), which groups there are (learning.h,
// workshops.h).
#include <map>
#include <optional>
#include <vector>

#include "core/usage/report.h"
#include "core/usage/statistics/paired.h"
#include "core/usage/statistics/unpaired.h"

namespace nest::reports {

/// Adds rows of several form orders and lengths up by length.
class PairedGroup {
 public:
  void add(const ScoreKey& key, const ScoreSums& sums);
  std::vector<PairedSums> rows() const;
  std::int64_t n() const;

 private:
  std::map<int, PairedSums> by_length_;
};

enum class Verdict { too_few, more, less, unclear, untold };

/// One group's result as cells; with too few children all but `n` are withheld.
struct GroupResult {
  std::int64_t n = 0;
  Verdict verdict = Verdict::too_few;
  Cell before = Withheld{}, after = Withheld{}, gain = Withheld{};
  Cell effect = Withheld{}, normalised = Withheld{};
};
GroupResult paired_result(const PairedGroup& group);

/// Finished forms of children who cannot be matched, by phase.
struct UnpairedGroup {
  std::vector<ScoreCount> before, after;
  void add(const FormKey& key, std::int64_t n);
};
/// `gain`: Welch's; `effect` is of no use here. n is the smaller round's.
struct UnpairedResult {
  std::int64_t n_before = 0, n_after = 0;
  Verdict verdict = Verdict::too_few;
  Cell before = Withheld{}, after = Withheld{}, gain = Withheld{}, answers = Withheld{};
};
UnpairedResult unpaired_result(const UnpairedGroup& group);

/// "more than chance" and its kin, for a column.
Cell verdict_cell(Verdict verdict);

}  // namespace nest::reports
