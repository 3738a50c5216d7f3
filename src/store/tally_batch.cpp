#include "store/tally_batch.h"

#include <set>

#include "core/base/overloaded.h"

namespace nest::store {
namespace {

using Counts = std::array<std::int64_t, 6>;

struct Step {
  RowKey row;
  Counts counts{};
};

template <class Column>
Counts one(Column column) {
  Counts counts{};
  counts.at(static_cast<std::size_t>(column)) = 1;
  return counts;
}

Counts some(const std::vector<ItemCount>& columns) {
  Counts counts{};
  for (const auto column : columns) ++counts.at(static_cast<std::size_t>(column));
  return counts;
}

SqlValue number(int n) {
  return std::int64_t{n};
}

Step step(const std::string& run, const Increment& increment) {
  const auto row = [&](TallyTable table, std::vector<SqlValue> key, const Counts& counts) {
    return Step{{table, run, std::move(key)}, counts};
  };
  return std::visit(
      Overloaded{
          [&](const AddUse& add) { return row(TallyTable::use_count, {add.key.what}, {1}); },
          [&](const AddActivity& add) {
            return row(TallyTable::activity_count, {add.key.pack, add.key.activity},
                       one(add.column));
          },
          [&](const AddItem& add) {
            return row(TallyTable::item_count, {add.key.phase, add.key.pack, add.key.item},
                       some(add.columns));
          },
          [&](const AddOutcome& add) {
            const auto& key = add.key;
            return row(TallyTable::outcome,
                       {key.phase, key.pack, key.item, key.option, number(key.bucket)}, {1});
          },
          [&](const AddPair& add) {
            return row(TallyTable::goal_pair, {add.key.pack, add.key.goal, add.key.order},
                       one(add.column));
          },
          [&](const AddScore& add) {
            const std::int64_t x = add.before;
            const std::int64_t y = add.after;
            return row(TallyTable::score_pair,
                       {add.key.pack, add.key.order, number(add.key.out_of)},
                       {1, x, y, x * x, y * y, x * y});
          },
          [&](const AddForm& add) {
            const auto& key = add.key;
            return row(TallyTable::form_score,
                       {key.phase, key.pack, key.form, number(key.out_of), number(key.score)}, {1});
          },
          [&](const AddItemSums& add) {
            const std::int64_t i = add.correct ? 1 : 0;
            const std::int64_t r = add.rest;
            return row(TallyTable::item_sum, {add.key.phase, add.key.pack, add.key.item},
                       {1, i, r, r * r, i * r});
          },
      },
      increment);
}

}  // namespace

void TallyBatch::take(const TallyChange& change) {
  std::visit(Overloaded{[&](const AddCounts& counts) { add(counts); },
                        [&](const RunInfo& run) { begun_.push_back(run); },
                        [&](const CloseRun& run) { closed_.push_back(run.run); },
                        [&](const DropRun& run) { dropped_.push_back(run.run); }},
             change);
  ++additions_;
}

void TallyBatch::add(const AddCounts& counts) {
  std::set<RowKey> touched;
  for (const auto& increment : counts.increments) {
    auto [row, grown] = step(counts.run, increment);
    auto& growth = rows_[row];
    for (std::size_t i = 0; i < grown.size(); ++i) growth.counts.at(i) += grown.at(i);
    if (touched.insert(std::move(row)).second) ++growth.revisions;
  }
}

}  // namespace nest::store
