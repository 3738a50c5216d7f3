#include "store/merged_file.h"

#include <fmt/format.h>

#include <stdexcept>
#include <system_error>

#include "store/files.h"

namespace nest::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMany = 20;  ///< rows of one statement; more make it no faster

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
  auto& to = writer(table);
  for (auto& row : rows) {
    to.waiting.push_back(std::move(row));
    if (to.waiting.size() < kMany) continue;
    write(to.many, to.waiting);
    to.waiting.clear();
  }
}

void MergedFile::commit() {
  end_table();
  database_->exec("COMMIT");
  database_.reset();
  aside_.take_place_of(path_);
}

MergedFile::Writer& MergedFile::writer(const TableShape& table) {
  if (writer_ && writer_->table == table.table) return *writer_;
  end_table();
  return writer_.emplace(Writer{table.table,
                                Statement(*database_, insert_rows(table, kMany)),
                                Statement(*database_, insert_rows(table, 1)),
                                {}});
}

void MergedFile::end_table() {
  if (!writer_) return;
  for (const auto& row : writer_->waiting) write(writer_->one, {&row, 1});
  writer_.reset();
}

void MergedFile::write(Statement& insert, std::span<const TallyRow> rows) {
  int parameter = 0;
  for (const auto& row : rows) {
    for (const auto& value : row) insert.bind_in_place(++parameter, value);
  }
  insert.step();
}

}  // namespace nest::store
