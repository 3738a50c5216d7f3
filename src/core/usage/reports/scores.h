#pragma once
// What may be told of a group's scores: the mean before, the mean after, the gain, each with its
// interval. Groups of fewer than ten children tell nothing; a mean so near an end that it is about
// fewer than five answers is coded; a group in which all have the same score would tell each
// child's.
// Not here: the statistics themselves (statistics/), which groups there are (learning.h,
// workshops.h).
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/usage/report.h"
#include "core/usage/statistics/paired.h"
#include "core/usage/statistics/unpaired.h"
#include "core/usage/verdict.h"

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

/// One group's result as cells; with too few children all but `n` are withheld.
struct GroupResult {
  std::int64_t n = 0;
  std::optional<Verdict> verdict{};  ///< none where it would tell about single children
  Message sentence{};
  Cell before = Withheld{}, after = Withheld{}, gain = Withheld{};
  Cell effect = Withheld{}, normalised = Withheld{};
};
GroupResult paired_result(const PairedGroup& group);
/// Everybody who was there before and after, by pack.
std::map<std::string, PairedGroup> paired_groups(const Figures& figures);

/// Finished forms of children who cannot be matched, by phase.
struct UnpairedGroup {
  std::vector<ScoreCount> before, after;
  void add(const FormKey& key, std::int64_t n);
};
/// `gain`: of the means, by Welch; `answers`: of the right answers, by Newcombe.
struct UnpairedResult {
  std::int64_t n_before = 0, n_after = 0;
  std::optional<Verdict> verdict{};
  Message sentence{};
  Cell before = Withheld{}, after = Withheld{}, gain = Withheld{}, answers = Withheld{};
};
UnpairedResult unpaired_result(const UnpairedGroup& group);
/// The children of workshops without cards, by pack.
std::map<std::string, UnpairedGroup> unpaired_groups(const Figures& figures);

/// "better, more than chance" and its kin, for a column.
Cell verdict_cell(std::optional<Verdict> verdict);

}  // namespace nest::reports
