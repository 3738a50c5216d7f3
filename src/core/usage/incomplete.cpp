#include "core/usage/incomplete.h"

#include <map>

namespace nest {

std::set<std::string> incomplete_runs(const TallyTables& tables) {
  std::map<std::string, SealRow> seals;
  for (const auto& seal : tables.seals) seals.emplace(seal.run, seal);
  std::set<std::string> incomplete;
  for (const auto& run : tables.runs) {
    if (!run.closed) continue;
    const auto seal = seals.find(run.id);
    if (seal == seals.end()) {
      if (run.mode != "free") incomplete.insert(run.id);
      continue;
    }
    const auto found = tables.sums.find(run.id);
    const RunSum sum = found == tables.sums.end() ? RunSum{} : found->second;
    if (sum.rows != seal->second.rows || sum.revisions != seal->second.revisions) {
      incomplete.insert(run.id);
    }
  }
  return incomplete;
}

}  // namespace nest
