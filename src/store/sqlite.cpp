#include "store/sqlite.h"

#include <sqlite3.h>

#include "core/base/overloaded.h"

namespace nest::store {
namespace {

int open_flags(Database::Access access) {
  constexpr int kAlways = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (access) {
    case Database::Access::create:
      return kAlways | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Database::Access::read_only:
      return kAlways | SQLITE_OPEN_READONLY;
    case Database::Access::immutable:
      return kAlways | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  }
  return kAlways;
}

/// A path as SQLite's URI: whatever could be read as syntax is written as %HH.
std::string immutable_uri(const std::string& path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#' || byte <= 0x20 || byte >= 0x7F) {
      uri += '%';
      uri += kHex[byte >> 4U];
      uri += kHex[byte & 0xFU];
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

SqliteError::SqliteError(int extended_code, const std::string& message, const std::string& doing)
    : std::runtime_error(doing + ": " + message + " (SQLite " + std::to_string(extended_code) +
                         ")"),
      extended_code_(extended_code) {}

void CloseDatabase::operator()(sqlite3* handle) const noexcept {
  sqlite3_close_v2(handle);
}
void FinalizeStatement::operator()(sqlite3_stmt* handle) const noexcept {
  sqlite3_finalize(handle);
}

Database::Database(const std::string& path, Access access) {
  const std::string name = access == Access::immutable ? immutable_uri(path) : path;
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(name.c_str(), &opened, open_flags(access), nullptr);
  handle_.reset(opened);
  if (!opened) throw SqliteError(result, sqlite3_errstr(result), "opening " + path);
  if (result != SQLITE_OK) throw error(result, "opening " + path);
  if (access != Access::create) {
    sqlite3_db_config(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    exec("PRAGMA query_only=ON");
  }
}

void Database::exec(const std::string& sql) {
  const int result = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) throw error(result, sql);
}

std::int64_t Database::number(const std::string& sql) {
  Statement query(*this, sql);
  return query.step() ? query.number(0) : 0;
}

void Database::wait_for_locks(Millis at_most) {
  sqlite3_busy_timeout(handle_.get(), static_cast<int>(at_most.count()));
}

void Database::distrust_schema() {
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_VIEW,
                        SQLITE_DBCONFIG_ENABLE_TRIGGER}) {
    sqlite3_db_config(handle_.get(), off, 0, nullptr);
  }
  exec("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0");
}

bool Database::file_moved() {
  int moved = 0;
  const int result = sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return result == SQLITE_OK && moved != 0;
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(handle_.get()) == 0;
}

SqliteError Database::error(int code, const std::string& doing) const {
  return {code, sqlite3_errmsg(handle_.get()), doing};
}

Statement::Statement(Database& database, const std::string& sql) : database_(&database) {
  sqlite3_stmt* prepared = nullptr;
  const int result =
      sqlite3_prepare_v2(database.handle_.get(), sql.c_str(), -1, &prepared, nullptr);
  if (result != SQLITE_OK) throw database.error(result, sql);
  handle_.reset(prepared);
}

void Statement::bind(int parameter, const SqlValue& value) {
  bind(parameter, value, SQLITE_TRANSIENT);
}

void Statement::bind_in_place(int parameter, const SqlValue& value) {
  bind(parameter, value, SQLITE_STATIC);
}

void Statement::bind(int parameter, const SqlValue& value, Release text_lifetime) {
  auto* const statement = handle_.get();
  const int result = std::visit(
      Overloaded{
          [&](std::int64_t number) { return sqlite3_bind_int64(statement, parameter, number); },
          [&](const std::string& text) {
            return sqlite3_bind_text(statement, parameter, text.data(),
                                     static_cast<int>(text.size()), text_lifetime);
          },
          [&](const auto&) { return sqlite3_bind_null(statement, parameter); },
      },
      value);
  if (result != SQLITE_OK) throw database_->error(result, "binding a value");
}

bool Statement::step() {
  const int result = sqlite3_step(handle_.get());
  if (result == SQLITE_ROW) return true;
  const std::string doing = sqlite3_sql(handle_.get());
  if (result == SQLITE_DONE) {
    reset();
    return false;
  }
  const auto error = database_->error(result, doing);
  reset();
  throw error;
}

void Statement::reset() noexcept {
  sqlite3_reset(handle_.get());
}

int Statement::columns() const {
  return sqlite3_column_count(handle_.get());
}

SqlValue Statement::column(int index) const {
  SqlValue value;
  read(index, value);
  return value;
}

void Statement::read(int index, SqlValue& into) const {
  auto* const value = sqlite3_column_value(handle_.get(), index);
  switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
      into = std::monostate{};
      return;
    case SQLITE_INTEGER:
      into = std::int64_t{sqlite3_value_int64(value)};
      return;
    case SQLITE_TEXT: {
      const auto* const bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
      const std::string_view text(bytes ? bytes : "",
                                  static_cast<std::size_t>(sqlite3_value_bytes(value)));
      if (auto* const old = std::get_if<std::string>(&into)) {
        *old = text;
      } else {
        into.emplace<std::string>(text);
      }
      return;
    }
    default:
      into = ForeignValue{};
  }
}

std::int64_t Statement::number(int index) const {
  const auto value = column(index);
  const auto* const number = std::get_if<std::int64_t>(&value);
  return number ? *number : 0;
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
  database_.exec(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!database_.in_transaction()) return;
  sqlite3_exec(database_.handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.exec("COMMIT");
}

}  // namespace nest::store
