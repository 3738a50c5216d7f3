#include "core/usage/join.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <utility>

namespace nest {
namespace {

/// How much a run has counted: every column is a sum that only grows.
using Weights = std::map<std::string, std::int64_t>;

template <class Rows, class Weigh>
void weigh(const Rows& rows, Weights& weights, Weigh of) {
  for (const auto& row : rows) weights[row.run] += of(row);
}

template <class Counts>
std::int64_t sum(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

Weights weights_of(const TallyTables& tables) {
  Weights weights;
  for (const auto& run : tables.runs) weights[run.id] += run.closed ? 2 : 1;
  weigh(tables.uses, weights, [](const UseRow& row) { return row.n; });
  weigh(tables.activities, weights, [](const ActivityRow& row) { return sum(row.counts); });
  weigh(tables.items, weights, [](const ItemRow& row) { return sum(row.counts); });
  weigh(tables.outcomes, weights, [](const OutcomeRow& row) { return row.n; });
  weigh(tables.pairs, weights, [](const PairRow& row) { return sum(row.counts); });
  weigh(tables.scores, weights, [](const ScoreRow& row) { return sum(row.sums); });
  weigh(tables.forms, weights, [](const FormRow& row) { return row.n; });
  weigh(tables.item_sums, weights, [](const ItemSumRow& row) { return sum(row.sums); });
  return weights;
}

/// Moves the rows of the runs that `wanted` names behind those of `to`.
template <class Rows, class Wanted>
void take(Rows& from, Rows& to, Wanted wanted) {
  std::copy_if(std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()),
               std::back_inserter(to), [&](const auto& row) { return wanted(row.run); });
}

}  // namespace

TallyTables join(std::vector<TallyTables> tallies) {
  std::map<std::string, std::pair<std::int64_t, std::size_t>> best;  // weight, and where
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    for (const auto& [run, weight] : weights_of(tallies[i])) {
      const auto [there, fresh] = best.try_emplace(run, weight, i);
      if (!fresh && weight > there->second.first) there->second = {weight, i};
    }
  }
  TallyTables all;
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    auto& from = tallies[i];
    const auto wanted = [&](const std::string& run) {
      const auto found = best.find(run);
      return found == best.end() || found->second.second == i;
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
  }
  return all;
}

}  // namespace nest
