#include "store/tally_batch.h"

#include <set>

#include "core/base/overloaded.h"

namespace nest::store {
namespace {

struct Step {
  RowKey row;
  std::vector<std::size_t> counts;
};

Step step(const Increment& increment) {
  return std::visit(
      Overloaded{
          [](const AddUse& add) {
            return Step{{TallyTable::use_count, {add.key.what}}, {0}};
          },
          [](const AddActivity& add) {
            return Step{{TallyTable::activity_count, {add.key.pack, add.key.activity}},
                        {static_cast<std::size_t>(add.column)}};
          },
          [](const AddItem& add) {
            Step item{{TallyTable::item_count, {add.key.phase, add.key.pack, add.key.item}}, {}};
            for (const auto column : add.columns) {
              item.counts.push_back(static_cast<std::size_t>(column));
            }
            return item;
          },
          [](const AddOutcome& add) {
            const auto& key = add.key;
            return Step{{TallyTable::outcome,
                         {key.phase, key.pack, key.item, key.option, std::int64_t{key.bucket}}},
                        {0}};
          },
      },
      increment);
}

}  // namespace

void TallyBatch::add(std::span<const Increment> increments) {
  std::set<RowKey> touched;
  for (const auto& increment : increments) {
    auto [row, counts] = step(increment);
    auto& growth = rows_[row];
    for (const auto count : counts) ++growth.counts.at(count);
    if (touched.insert(std::move(row)).second) ++growth.revisions;
  }
  ++additions_;
}

}  // namespace nest::store
