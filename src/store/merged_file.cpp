#include "store/merged_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "store/files.h"

namespace nest::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMany = 20;  ///< rows of one statement; more make it no faster
/// Rows that are written at once; with few the scheduler leaves both threads on one core.
constexpr std::size_t kBatch = 32768;

std::string insert_rows(const TableShape& table, std::size_t rows) {
  std::string row = "(?";
  for (int i = 1; i < table.columns(); ++i) row += ", ?";
  row += ")";
  std::string sql = fmt::format("INSERT INTO {} VALUES {}", table.name, row);
  for (std::size_t i = 1; i < rows; ++i) sql.append(", ").append(row);
  return sql;
}

FolderLock lock(const fs::path& aside) {
  try {
    auto held = FolderLock::take(aside, FolderLock::Kind::write);
    if (held && held->holds(aside)) return std::move(*held);
  } catch (const std::system_error& error) {
    throw std::runtime_error(
        fmt::format("{} cannot be written ({}).", aside.string(), error.code().message()));
  }
  throw std::runtime_error("Another merge is writing " + aside.string() + "; let it end first.");
}

}  // namespace

MergedFile::Aside::Aside(const fs::path& target)
    : path_(target.string() + ".new"), lock_(lock(path_)) {}

MergedFile::Aside::~Aside() {
  std::error_code stays;
  if (!placed_) fs::remove(path_, stays);
}

void MergedFile::Aside::take_place_of(const fs::path& target) try {
  replace_file(target, path_);
  placed_ = true;
} catch (const std::system_error& error) {
  std::error_code unknown;
  placed_ = !fs::exists(path_, unknown) && !unknown;
  if (!placed_) throw;
  throw std::runtime_error(
      fmt::format("{} was replaced, but the disk does not say that it keeps it ({}); merge again.",
                  target.string(), error.code().message()));
}

/// The file is thrown away if anything fails, so it needs no journal; commit() syncs it.
Database MergedFile::fresh(const fs::path& aside) {
  fs::resize_file(aside, 0);  // what a merge that was cut off has left
  Database database(aside.string(), Database::Access::create);
  database.exec(
      "PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; PRAGMA auto_vacuum=NONE;"
      "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
      "PRAGMA secure_delete=ON; PRAGMA cache_size=-16384; PRAGMA ignore_check_constraints=ON");
  migrate(database);
  database.exec("BEGIN IMMEDIATE");
  return database;
}

MergedFile::MergedFile(const fs::path& path)
    : path_(path), aside_(path), database_(fresh(aside_.path())) {}

void MergedFile::put(const TableShape& table, std::vector<TallyRow> rows) {
  if (table_ != &table) hand_over();
  table_ = &table;
  std::move(rows.begin(), rows.end(), std::back_inserter(next_));
  if (next_.size() >= kBatch) hand_over();
}

/// Rows end in the thread that made them: threads that free each other's memory wait in turns.
void MergedFile::hand_over() {
  finish_writing();
  written_.clear();
  std::swap(written_, next_);
  if (written_.empty()) return;
  writing_ = std::async(std::launch::async, [this, table = table_] { write(*table, written_); });
}

void MergedFile::finish_writing() {
  if (writing_.valid()) writing_.get();
}

void MergedFile::commit() {
  hand_over();
  finish_writing();
  writer_.reset();
  database_->exec("COMMIT");
  database_.reset();
  aside_.take_place_of(path_);
}

void MergedFile::write(const TableShape& table, std::span<const TallyRow> rows) {
  if (!writer_ || writer_->table != table.table) {
    writer_.reset();
    writer_.emplace(Writer{table.table, Statement(*database_, insert_rows(table, kMany)),
                           Statement(*database_, insert_rows(table, 1))});
  }
  for (; rows.size() >= kMany; rows = rows.subspan(kMany)) insert(writer_->many, rows.first(kMany));
  for (const auto& row : rows) insert(writer_->one, {&row, 1});
}

void MergedFile::insert(Statement& statement, std::span<const TallyRow> rows) {
  int parameter = 0;
  for (const auto& row : rows) {
    for (const auto& value : row) statement.bind_in_place(++parameter, value);
  }
  statement.step();
}

}  // namespace nest::store
