#include "store/tally_file.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/files.h"
#include "store/tally_schema.h"

namespace nest::store {
namespace {

constexpr Millis kLockWait{500};

/// The row on disk is not what we wrote.
struct DamagedRow {
  std::string run;
};

/// Counts and revision: everything between the keys and the checksum.
bool counts_in_range(const TableShape& table, std::span<const SqlValue> columns) {
  for (std::size_t i = table.keys.size(); i + 1 < columns.size(); ++i) {
    const auto* const n = std::get_if<std::int64_t>(&columns[i]);
    if (!n || *n < 0 || *n > kLargestCount) return false;
  }
  return true;
}

std::string where_keys(const TableShape& table) {
  std::string sql;
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    sql.append(i == 0 ? " WHERE " : " AND ").append(table.keys[i]).append(" = ?");
  }
  return sql;
}

std::string replace_row(const TableShape& table) {
  std::string sql = fmt::format("REPLACE INTO {} VALUES (?", table.name);
  for (int i = 1; i < table.columns(); ++i) sql += ", ?";
  return sql + ")";
}

std::vector<SqlValue> full_key(const RowKey& row) {
  std::vector<SqlValue> key{row.run};
  key.insert(key.end(), row.key.begin(), row.key.end());
  return key;
}

}  // namespace

std::string set_aside(const std::filesystem::path& file) {
  namespace fs = std::filesystem;
  for (int number = 1;; ++number) {
    auto name =
        fmt::format("{}.broken-{}{}", file.stem().string(), number, file.extension().string());
    const fs::path aside = file.parent_path() / name;
    if (fs::exists(fs::symlink_status(aside))) continue;
    fs::rename(file, aside);
    std::error_code none_there;  // the WAL may hold answers; without it -shm means nothing
    fs::rename(file.string() + "-wal", aside.string() + "-wal", none_there);
    fs::remove(file.string() + "-shm", none_there);
    return name;
  }
}

TallyFile::TallyFile(const std::filesystem::path& path, Random& luck, LiveRuns& live)
    : database_(path.string(), Database::Access::create), luck_(luck), live_(live) {
  database_.wait_for_locks(kLockWait);
  database_.distrust_schema();
  check();
  database_.exec(
      "PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; PRAGMA temp_store=MEMORY;"
      "PRAGMA secure_delete=ON; PRAGMA synchronous=FULL; PRAGMA journal_mode=WAL;"
      "PRAGMA wal_autocheckpoint=100");
  migrate(database_);
  for (const auto& table : tally_tables()) statements(table);
  Transaction transaction(database_);
  close_cut_off_runs();
  continue_or_begin_run();
  transaction.commit();
  // SQLite syncs the folder of a new log, too, but does not mind if that fails.
  sync_folder_of(path);
}

void TallyFile::check() {
  const auto version = database_.number("PRAGMA user_version");
  const auto application = database_.number("PRAGMA application_id");
  const bool fresh = database_.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (version > kTallyVersion) {
    throw BrokenTally(fmt::format("its schema {} is newer than ours", version));
  }
  if (!fresh && (application != kTallyApplication || version < 1)) {
    throw BrokenTally("it is a database of another program");
  }
  // A count that breaks its CHECK is a damaged row, which its checksum tells; here only the
  // structure matters.
  database_.exec("PRAGMA ignore_check_constraints=ON");
  Statement quick(database_, "PRAGMA quick_check(1)");
  if (quick.step() && quick.column(0) != SqlValue("ok")) {
    const auto verdict = quick.column(0);
    const auto* const text = std::get_if<std::string>(&verdict);
    throw BrokenTally(text ? *text : "quick_check failed");
  }
  quick.reset();
  database_.exec("PRAGMA ignore_check_constraints=OFF");
}

/// The id in the file of a run that a caller names.
std::string TallyFile::actual(const std::string& run) const {
  if (run.empty()) return run_;
  const auto found = live_.find(run);
  return found == live_.end() ? run : found->second.id;
}

bool TallyFile::run_is_sound(const std::string& id) {
  for (const auto& table : tally_tables().subspan(1)) {
    Statement rows(database_, select_rows(table) + " WHERE run = ?");
    rows.bind(1, id);
    while (rows.step()) {
      const auto columns = read_row(table, rows);
      if (!is_sound(table, columns) || !counts_in_range(table, columns)) return false;
    }
  }
  return true;
}

void TallyFile::commit(const TallyBatch& batch, std::optional<Mark>& doubt) {
  if (batch.empty()) return;
  constexpr int kMostDamaged = 16;  // each try begins another run anew
  for (int tries = 0;; ++tries) {
    try {
      write(batch, doubt);
      break;
    } catch (const DamagedRow& damaged) {
      if (tries == kMostDamaged) throw BrokenTally("its rows are damaged again and again");
      begin_anew(damaged.run);
    }
  }
  for (const auto& run : batch.closed()) live_.erase(run);
}

void TallyFile::write(const TallyBatch& batch, std::optional<Mark>& doubt) {
  Transaction transaction(database_);
  for (const auto& run : batch.begun()) ensure_run(live_.emplace(run.id, run).first->second);
  std::optional<Mark> mark;
  for (const auto& [row, growth] : batch.rows()) {
    const RowKey there{row.table, actual(row.run), row.key};
    const auto revision = grow(there, growth);
    const auto& dropped = batch.dropped();  // of these rows nothing will tell
    if (std::count(dropped.begin(), dropped.end(), row.run) == 0) mark = {there, revision};
  }
  for (const auto& run : batch.closed()) {
    close_run(actual(run));
    if (run.empty()) begin_run();
  }
  for (const auto& run : batch.dropped()) drop_run(run);
  doubt = mark;
  transaction.commit();
  doubt.reset();
}

std::int64_t TallyFile::grow(const RowKey& row, const RowGrowth& growth) {
  const auto& table = shape(row.table);
  const auto key = full_key(row);
  auto& get = statements(table).get;
  for (std::size_t i = 0; i < key.size(); ++i) get.bind(static_cast<int>(i) + 1, key[i]);
  auto columns = key;
  columns.resize(key.size() + table.values.size() + 1, std::int64_t{0});
  if (get.step()) {
    columns = read_row(table, get);
    get.reset();
    if (!is_sound(table, columns) || !counts_in_range(table, columns)) throw DamagedRow{row.run};
    columns.pop_back();
  }
  for (std::size_t i = 0; i < table.values.size(); ++i) {
    std::get<std::int64_t>(columns[key.size() + i]) += growth.counts.at(i);
  }
  const auto revision = std::get<std::int64_t>(columns.back()) += growth.revisions;
  put(table, std::move(columns));
  return revision;
}

void TallyFile::put(const TableShape& table, std::vector<SqlValue> columns) {
  columns.emplace_back(std::int64_t{row_crc(table.name, columns)});
  auto& put = statements(table).put;
  for (std::size_t i = 0; i < columns.size(); ++i) put.bind(static_cast<int>(i) + 1, columns[i]);
  put.step();
}

bool TallyFile::has(const Mark& mark) {
  const auto& table = shape(mark.row.table);
  const auto key = full_key(mark.row);
  auto& get = statements(table).get;
  for (std::size_t i = 0; i < key.size(); ++i) get.bind(static_cast<int>(i) + 1, key[i]);
  if (!get.step()) return false;
  const auto columns = read_row(table, get);
  get.reset();
  const auto* const revision = std::get_if<std::int64_t>(&columns[columns.size() - 2]);
  return revision && *revision >= mark.revision;
}

void TallyFile::harden() {
  Statement checkpoint(database_, "PRAGMA wal_checkpoint(FULL)");
  if (checkpoint.step() && checkpoint.number(0) == 0) return;
  throw SqliteError(SQLITE_BUSY, "somebody reads it", "copying the log into the file");
}

void TallyFile::tidy() {
  database_.exec("VACUUM");
  database_.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

TallyFile::RowStatements& TallyFile::statements(const TableShape& table) {
  const auto found = statements_.find(table.table);
  if (found != statements_.end()) return found->second;
  return statements_
      .emplace(table.table,
               RowStatements{Statement(database_, select_rows(table) + where_keys(table)),
                             Statement(database_, replace_row(table))})
      .first->second;
}

}  // namespace nest::store
