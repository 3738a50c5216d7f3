#pragma once
// One row of a tally as it comes from a file that may be from anywhere: is it what a kiosk writes,
// what is it called in a message, and the list of those that were left out.
// Not here: files (tally_source.h), what rows mean (tally_reader.h), which of two wins (newest.h).
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/tally_schema.h"

namespace nest::store {

/// Keys, values, rev, crc, in the order of the table's shape.
using TallyRow = std::vector<SqlValue>;

/// Why the row may not be used: its checksum is wrong, or a value is none that a kiosk writes (a
/// count below 0 or above kLargestCount, a text that is long or moves a cursor, an unknown phase).
/// Nothing if it is good. Never trusts: the columns may be of any type.
std::optional<std::string_view> fault_of(const TableShape& table, std::span<const SqlValue> row);

/// "outcome (0123456789abcdef, practice, hands, soap, water, 2)"; foreign characters become
/// question marks.
std::string row_name(const TableShape& table, std::span<const SqlValue> row);

/// Collects sentences about what was left out: the first thousand, then only their number.
class LeftOut {
 public:
  void name(std::string what);
  void append(LeftOut other);
  bool empty() const { return all_ == 0; }
  std::vector<std::string> take() &&;

 private:
  std::vector<std::string> names_;
  std::size_t all_ = 0;
};

}  // namespace nest::store
