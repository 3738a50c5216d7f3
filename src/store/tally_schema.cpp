#include "store/tally_schema.h"

#include <isa-l/crc.h>

#include <array>
#include <cassert>

namespace nest::store {
namespace {

/// Steps are only ever added; a step that was released never changes.
struct Migration {
  int version;
  const char* sql;
};

constexpr Migration kMigrations[] = {
    {1, R"sql(
CREATE TABLE run (
  id TEXT NOT NULL,
  mode TEXT NOT NULL,
  day TEXT,
  place TEXT NOT NULL,
  ages TEXT NOT NULL,
  group_size TEXT NOT NULL,
  room TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  rev INTEGER NOT NULL CHECK (rev >= 0),
  crc INTEGER NOT NULL,
  PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE use_count (
  run TEXT NOT NULL,
  what TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  rev INTEGER NOT NULL CHECK (rev >= 0),
  crc INTEGER NOT NULL,
  PRIMARY KEY (run, what)
) STRICT, WITHOUT ROWID;
CREATE TABLE activity_count (
  run TEXT NOT NULL,
  pack TEXT NOT NULL,
  activity TEXT NOT NULL,
  started INTEGER NOT NULL CHECK (started >= 0),
  completed INTEGER NOT NULL CHECK (completed >= 0),
  abandoned INTEGER NOT NULL CHECK (abandoned >= 0),
  helped INTEGER NOT NULL CHECK (helped >= 0),
  rev INTEGER NOT NULL CHECK (rev >= 0),
  crc INTEGER NOT NULL,
  PRIMARY KEY (run, pack, activity)
) STRICT, WITHOUT ROWID;
CREATE TABLE item_count (
  run TEXT NOT NULL,
  phase TEXT NOT NULL,
  pack TEXT NOT NULL,
  item TEXT NOT NULL,
  shown INTEGER NOT NULL CHECK (shown >= 0),
  answered INTEGER NOT NULL CHECK (answered >= 0),
  correct INTEGER NOT NULL CHECK (correct >= 0),
  retried INTEGER NOT NULL CHECK (retried >= 0),
  retried_correct INTEGER NOT NULL CHECK (retried_correct >= 0),
  hints INTEGER NOT NULL CHECK (hints >= 0),
  rev INTEGER NOT NULL CHECK (rev >= 0),
  crc INTEGER NOT NULL,
  PRIMARY KEY (run, phase, pack, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE outcome (
  run TEXT NOT NULL,
  phase TEXT NOT NULL,
  pack TEXT NOT NULL,
  item TEXT NOT NULL,
  option TEXT NOT NULL,
  bucket INTEGER NOT NULL CHECK (bucket BETWEEN 0 AND 4),
  n INTEGER NOT NULL CHECK (n >= 0),
  rev INTEGER NOT NULL CHECK (rev >= 0),
  crc INTEGER NOT NULL,
  PRIMARY KEY (run, phase, pack, item, option, bucket)
) STRICT, WITHOUT ROWID;
)sql"},
    {2, R"sql(
CREATE TABLE goal_pair (
  run TEXT NOT NULL,
  pack TEXT NOT NULL,
  goal TEXT NOT NULL,
  form_order TEXT NOT NULL,
  wrong_wrong INTEGER NOT NULL CHECK (wrong_wrong >= 0),
  wrong_right INTEGER NOT NULL CHECK (wrong_right >= 0),
  right_wrong INTEGER NOT NULL CHECK (right_wrong >= 0),
  right_right INTEGER NOT NULL CHECK (right_right >= 0),
  rev INTEGER NOT NULL CHECK (rev >= 0),
  crc INTEGER NOT NULL,
  PRIMARY KEY (run, pack, goal, form_order)
) STRICT, WITHOUT ROWID;
CREATE TABLE score_pair (
  run TEXT NOT NULL,
  pack TEXT NOT NULL,
  form_order TEXT NOT NULL,
  out_of INTEGER NOT NULL CHECK (out_of >= 0),
  n INTEGER NOT NULL CHECK (n >= 0),
  x INTEGER NOT NULL CHECK (x >= 0),
  y INTEGER NOT NULL CHECK (y >= 0),
  xx INTEGER NOT NULL CHECK (xx >= 0),
  yy INTEGER NOT NULL CHECK (yy >= 0),
  xy INTEGER NOT NULL CHECK (xy >= 0),
  rev INTEGER NOT NULL CHECK (rev >= 0),
  crc INTEGER NOT NULL,
  PRIMARY KEY (run, pack, form_order, out_of)
) STRICT, WITHOUT ROWID;
CREATE TABLE form_score (
  run TEXT NOT NULL,
  phase TEXT NOT NULL,
  pack TEXT NOT NULL,
  form TEXT NOT NULL,
  out_of INTEGER NOT NULL CHECK (out_of >= 0),
  score INTEGER NOT NULL CHECK (score >= 0),
  n INTEGER NOT NULL CHECK (n >= 0),
  rev INTEGER NOT NULL CHECK (rev >= 0),
  crc INTEGER NOT NULL,
  PRIMARY KEY (run, phase, pack, form, out_of, score)
) STRICT, WITHOUT ROWID;
CREATE TABLE item_sum (
  run TEXT NOT NULL,
  phase TEXT NOT NULL,
  pack TEXT NOT NULL,
  item TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  i INTEGER NOT NULL CHECK (i >= 0),
  r INTEGER NOT NULL CHECK (r >= 0),
  rr INTEGER NOT NULL CHECK (rr >= 0),
  ir INTEGER NOT NULL CHECK (ir >= 0),
  rev INTEGER NOT NULL CHECK (rev >= 0),
  crc INTEGER NOT NULL,
  PRIMARY KEY (run, phase, pack, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE seal (
  run TEXT NOT NULL,
  rows INTEGER NOT NULL CHECK (rows >= 0),
  revisions INTEGER NOT NULL CHECK (revisions >= 0),
  rev INTEGER NOT NULL CHECK (rev >= 0),
  crc INTEGER NOT NULL,
  PRIMARY KEY (run)
) STRICT, WITHOUT ROWID;
)sql"},
};

using Columns = std::string_view;
constexpr Columns kRunKeys[] = {"id"};
constexpr Columns kRunValues[] = {"mode", "day", "place", "ages", "group_size", "room", "closed"};
constexpr Columns kUseKeys[] = {"run", "what"};
constexpr Columns kActivityKeys[] = {"run", "pack", "activity"};
constexpr Columns kActivityValues[] = {"started", "completed", "abandoned", "helped"};
constexpr Columns kItemKeys[] = {"run", "phase", "pack", "item"};
constexpr Columns kItemValues[] = {"shown",   "answered",        "correct",
                                   "retried", "retried_correct", "hints"};
constexpr Columns kOutcomeKeys[] = {"run", "phase", "pack", "item", "option", "bucket"};
constexpr Columns kOneCount[] = {"n"};
constexpr Columns kPairKeys[] = {"run", "pack", "goal", "form_order"};
constexpr Columns kPairValues[] = {"wrong_wrong", "wrong_right", "right_wrong", "right_right"};
constexpr Columns kScoreKeys[] = {"run", "pack", "form_order", "out_of"};
constexpr Columns kScoreValues[] = {"n", "x", "y", "xx", "yy", "xy"};
constexpr Columns kFormKeys[] = {"run", "phase", "pack", "form", "out_of", "score"};
constexpr Columns kItemSumValues[] = {"n", "i", "r", "rr", "ir"};
constexpr Columns kSealKeys[] = {"run"};
constexpr Columns kSealValues[] = {"rows", "revisions"};

constexpr TableShape kTables[] = {
    {TallyTable::run, "run", kRunKeys, kRunValues},
    {TallyTable::use_count, "use_count", kUseKeys, kOneCount},
    {TallyTable::activity_count, "activity_count", kActivityKeys, kActivityValues},
    {TallyTable::item_count, "item_count", kItemKeys, kItemValues},
    {TallyTable::outcome, "outcome", kOutcomeKeys, kOneCount},
    {TallyTable::goal_pair, "goal_pair", kPairKeys, kPairValues, 2},
    {TallyTable::score_pair, "score_pair", kScoreKeys, kScoreValues, 2},
    {TallyTable::form_score, "form_score", kFormKeys, kOneCount, 2},
    {TallyTable::item_sum, "item_sum", kItemKeys, kItemSumValues, 2},
    {TallyTable::seal, "seal", kSealKeys, kSealValues, 2},
};

/// The number's lowest `kBytes` bytes, least first, behind the letter.
template <std::size_t kBytes>
void encode(std::string& into, char letter, std::uint64_t number) {
  std::array<char, kBytes + 1> bytes{letter};
  for (std::size_t i = 0; i < kBytes; ++i) {
    bytes[i + 1] = static_cast<char>((number >> (8U * i)) & 0xFFU);
  }
  into.append(bytes.data(), bytes.size());
}

void encode(std::string& into, std::string_view text) {
  encode<4>(into, 't', text.size());
  into.append(text);
}

/// ISA-L's function is the bare remainder, with the processor's own instruction where it has one;
/// CRC-32C begins and ends with all bits turned.
std::uint32_t crc32c(std::string& bytes) {
  return ~crc32_iscsi(reinterpret_cast<unsigned char*>(bytes.data()),
                      static_cast<int>(bytes.size()), ~0U);
}

}  // namespace

void migrate(Database& database) {
  if (database.number("PRAGMA user_version") == kTallyVersion) return;
  Transaction step(database);
  const auto version = database.number("PRAGMA user_version");
  for (const auto& migration : kMigrations) {
    if (migration.version > version) database.exec(migration.sql);
  }
  database.exec("PRAGMA application_id = " + std::to_string(kTallyApplication));
  database.exec("PRAGMA user_version = " + std::to_string(kTallyVersion));
  step.commit();
}

std::span<const TableShape> tally_tables() {
  return kTables;
}

const TableShape& shape(TallyTable table) {
  const auto& found = kTables[static_cast<std::size_t>(table)];
  assert(found.table == table);
  return found;
}

std::string select_rows(const TableShape& shape) {
  std::string sql = "SELECT ";
  for (const auto key : shape.keys) sql.append(key).append(", ");
  for (const auto value : shape.values) sql.append(value).append(", ");
  return sql.append("rev, crc FROM ").append(shape.name);
}

std::uint32_t row_crc(std::string_view table, std::span<const SqlValue> columns) {
  constexpr std::size_t kUsual = 256;
  std::string bytes;
  bytes.reserve(kUsual);
  encode(bytes, table);
  for (const auto& column : columns) {
    if (const auto* const number = std::get_if<std::int64_t>(&column)) {
      encode<8>(bytes, 'i', static_cast<std::uint64_t>(*number));
    } else if (const auto* const text = std::get_if<std::string>(&column)) {
      encode(bytes, *text);
    } else {
      encode<0>(bytes, 'n', 0);
    }
  }
  return crc32c(bytes);
}

std::vector<SqlValue> read_row(const TableShape& shape, const Statement& row) {
  std::vector<SqlValue> columns;
  read_row(shape, row, columns);
  return columns;
}

void read_row(const TableShape& shape, const Statement& row, std::vector<SqlValue>& into) {
  into.resize(static_cast<std::size_t>(shape.columns()));
  for (int i = 0; i < shape.columns(); ++i) row.read(i, into[static_cast<std::size_t>(i)]);
}

bool is_sound(const TableShape& shape, std::span<const SqlValue> columns) {
  const auto* const crc = std::get_if<std::int64_t>(&columns.back());
  return crc && *crc == row_crc(shape.name, columns.first(columns.size() - 1));
}

}  // namespace nest::store
