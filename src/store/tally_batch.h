#pragma once
// Increments added up by row: what one transaction changes. While the disk is away the calls of
// TallyStore::add pile up here, so memory is bounded by the number of rows, not of answers.
// Not here: the run that the rows belong to; it is known when they are written.
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "core/usage/tally.h"
#include "store/tally_schema.h"

namespace nest::store {

/// A row's primary key without the run.
struct RowKey {
  TallyTable table = TallyTable::use_count;
  std::vector<SqlValue> key;
  auto operator<=>(const RowKey&) const = default;
};

struct RowGrowth {
  std::array<std::int64_t, 6> counts{};  ///< in the order of the table's values
  std::int64_t revisions = 0;            ///< how many calls of `add` touch the row
};

class TallyBatch {
 public:
  /// One call of TallyStore::add, whole.
  void add(std::span<const Increment> increments);
  /// How many calls of `add` are in it.
  std::uint64_t additions() const { return additions_; }
  const std::map<RowKey, RowGrowth>& rows() const { return rows_; }
  bool empty() const { return additions_ == 0; }

 private:
  std::map<RowKey, RowGrowth> rows_;
  std::uint64_t additions_ = 0;
};

}  // namespace nest::store
