#include "core/usage/join.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace nest {
namespace {

/// By run: the revisions of its rows added up, and of the run itself, which only closing changes.
std::map<std::string, std::int64_t> revisions_of(const TallyTables& tables) {
  std::map<std::string, std::int64_t> revisions;
  for (const auto& run : tables.runs) revisions[run.id] = run.closed ? 2 : 1;
  for (const auto& [run, sum] : tables.sums) revisions[run] += sum.revisions;
  return revisions;
}

/// Moves the rows of the runs that `wanted` names behind those of `to`.
template <class Rows, class Wanted>
void take(Rows& from, Rows& to, Wanted wanted) {
  std::copy_if(std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()),
               std::back_inserter(to), [&](const auto& row) { return wanted(row.run); });
}

}  // namespace

TallyTables join(std::vector<TallyTables> tallies) {
  std::map<std::string, std::pair<std::int64_t, std::size_t>> newest;  // revisions, and where
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    for (const auto& [run, revisions] : revisions_of(tallies[i])) {
      const auto [there, fresh] = newest.try_emplace(run, revisions, i);
      if (!fresh && revisions > there->second.first) there->second = {revisions, i};
    }
  }
  TallyTables all;
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    auto& from = tallies[i];
    const auto wanted = [&](const std::string& run) {
      const auto found = newest.find(run);
      return found != newest.end() && found->second.second == i;
    };
    for (auto& run : from.runs) {
      if (wanted(run.id)) all.runs.push_back(std::move(run));
    }
    take(from.uses, all.uses, wanted);
    take(from.activities, all.activities, wanted);
    take(from.items, all.items, wanted);
    take(from.outcomes, all.outcomes, wanted);
    take(from.pairs, all.pairs, wanted);
    take(from.scores, all.scores, wanted);
    take(from.forms, all.forms, wanted);
    take(from.item_sums, all.item_sums, wanted);
    take(from.seals, all.seals, wanted);
    for (const auto& [run, sum] : from.sums) {
      if (wanted(run)) all.sums[run] = sum;
    }
  }
  return all;
}

}  // namespace nest
