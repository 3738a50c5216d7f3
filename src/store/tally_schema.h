#pragma once
// The shape of tally.db: which tables, which columns, in which order, and the checksum of a row.
// Every table has a natural primary key, counts that only grow, a revision (how many calls of
// TallyStore::add changed the row) and a CRC-32C over all other columns. Nothing in it can hold a
// person, a time of day or an order. Not here: who writes (tally_file.h) or reads (tally_reader.h).
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/sqlite.h"

namespace nest::store {

inline constexpr int kTallyVersion = 2;               ///< PRAGMA user_version of the newest schema
inline constexpr int kTallyApplication = 0x53746B6E;  ///< PRAGMA application_id, "Stkn"

/// No count is larger: a kiosk that counts once a second needs thirty years.
inline constexpr std::int64_t kLargestCount = 1'000'000'000;

/// Brings an open database to the newest schema, one numbered step after the other, in one
/// transaction. Does nothing if it is there already.
void migrate(Database& database);

enum class TallyTable {
  run,
  use_count,
  activity_count,
  item_count,
  outcome,
  goal_pair,
  score_pair,
  form_score,
  item_sum,
  seal
};

/// A row is: keys, values, rev, crc, in this order.
struct TableShape {
  TallyTable table;
  std::string_view name;
  std::span<const std::string_view> keys;
  std::span<const std::string_view> values;
  int since = 1;
  int columns() const { return static_cast<int>(keys.size() + values.size()) + 2; }
};

/// All tables; in those behind `run` the first key is the run and the values are counts. `since`:
/// the schema that brought the table; an older file lacks it.
std::span<const TableShape> tally_tables();
const TableShape& shape(TallyTable table);

/// "SELECT keys, values, rev, crc FROM name".
std::string select_rows(const TableShape& shape);

/// CRC-32C (Castagnoli) over the table's name and the columns before `crc`. Each value is written
/// as a letter for its type, then a number as 8 bytes or a text as its length in 4 bytes and its
/// bytes, least byte first; so no two different rows have the same encoding.
std::uint32_t row_crc(std::string_view table, std::span<const SqlValue> columns);

/// The columns of the row that the statement made by select_rows stands on.
std::vector<SqlValue> read_row(const TableShape& shape, const Statement& row);
/// The same into columns that may have room for them already.
void read_row(const TableShape& shape, const Statement& row, std::vector<SqlValue>& into);
/// True if the last of `columns` is the checksum of the others.
bool is_sound(const TableShape& shape, std::span<const SqlValue> columns);

}  // namespace nest::store
