#pragma once
// Increments added up by row: what one transaction changes. While the disk is away changes pile
// up here, so memory is bounded by the number of rows, not of answers. Runs are
// begun before, and closed after, the rows are written.
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/usage/tally.h"
#include "store/tally_schema.h"

namespace nest::store {

/// A row's primary key. No run: this kiosk's free play, whose run the file knows.
struct RowKey {
  TallyTable table = TallyTable::use_count;
  std::string run;
  std::vector<SqlValue> key;  ///< behind the run
  auto operator<=>(const RowKey&) const = default;
};

struct RowGrowth {
  std::array<std::int64_t, 6> counts{};  ///< in the order of the table's values
  std::int64_t revisions = 0;            ///< how many changes touch the row
};

class TallyBatch {
 public:
  /// One change, whole.
  void take(const TallyChange& change);
  /// How many changes are in it.
  std::uint64_t additions() const { return additions_; }
  const std::map<RowKey, RowGrowth>& rows() const { return rows_; }
  const std::vector<RunInfo>& begun() const { return begun_; }
  const std::vector<std::string>& closed() const { return closed_; }
  const std::vector<std::string>& dropped() const { return dropped_; }
  bool empty() const { return additions_ == 0; }

 private:
  void add(const AddCounts& counts);

  std::map<RowKey, RowGrowth> rows_;
  std::vector<RunInfo> begun_;
  std::vector<std::string> closed_, dropped_;
  std::uint64_t additions_ = 0;
};

}  // namespace nest::store
