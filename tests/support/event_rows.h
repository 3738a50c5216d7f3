#pragma once
// Rows as a tally holds them, from what children do, without a database.
#include <string>
#include <variant>

#include "core/base/overloaded.h"
#include "core/usage/tally.h"
#include "core/usage/tally_tables.h"

namespace nest::test {

inline void add_rows(TallyTables& tables, const std::string& run, const Increment& increment,
                     std::int64_t times) {
  const auto counted = [&](auto row, const auto&... columns) {
    ((row.counts.at(static_cast<std::size_t>(columns)) = times), ...);
    return row;
  };
  std::visit(
      Overloaded{
          [&](const AddUse& add) {
            tables.uses.push_back({run, add.key, times});
          },
          [&](const AddActivity& add) {
            tables.activities.push_back(counted(ActivityRow{run, add.key, {}}, add.column));
          },
          [&](const AddItem& add) {
            ItemRow row{run, add.key, {}};
            for (const auto column : add.columns) row = counted(row, column);
            tables.items.push_back(row);
          },
          [&](const AddOutcome& add) {
            tables.outcomes.push_back({run, add.key, times});
          },
          [&](const AddPair& add) {
            tables.pairs.push_back(counted(PairRow{run, add.key, {}}, add.column));
          },
          [&](const AddScore& add) {
            const std::int64_t x = add.before;
            const std::int64_t y = add.after;
            tables.scores.push_back(
                {run,
                 add.key,
                 {times, times * x, times * y, times * x * x, times * y * y, times * x * y}});
          },
          [&](const AddForm& add) {
            tables.forms.push_back({run, add.key, times});
          },
          [&](const AddItemSums& add) {
            const std::int64_t i = add.correct ? times : 0;
            const std::int64_t r = add.rest;
            tables.item_sums.push_back({run, add.key, {times, i, times * r, times * r * r, i * r}});
          },
      },
      increment);
}

/// As if so many children had done the same.
inline void add_rows(TallyTables& tables, const std::string& run, const UsageEvent& event,
                     std::int64_t times = 1) {
  if (times == 0) return;
  for (const auto& increment : increments(event)) add_rows(tables, run, increment, times);
}

}  // namespace nest::test
