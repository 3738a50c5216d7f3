#pragma once
// One class per SQLite handle, in the spirit of SQLiteCpp: made usable or not at all, closed by its
// destructor, which never throws. Not here: any table of ours (tally_schema.h), threads (one
// connection belongs to one thread), and SQLite's own header.
#include <compare>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace nest::store {

/// What SQLite refused: its code, its words and what we were doing.
class SqliteError : public std::runtime_error {
 public:
  SqliteError(int extended_code, const std::string& message, const std::string& doing);
  int code() const { return extended_code_ & 0xFF; }    ///< e.g. SQLITE_FULL
  int extended_code() const { return extended_code_; }  ///< e.g. SQLITE_IOERR_FSYNC

 private:
  int extended_code_;
};

/// A value of a type that we never store (a real number, bytes); only met in hostile files.
struct ForeignValue {
  auto operator<=>(const ForeignValue&) const = default;
};
/// NULL, a whole number, a text.
using SqlValue = std::variant<std::monostate, std::int64_t, std::string, ForeignValue>;

struct CloseDatabase {
  void operator()(sqlite3* handle) const noexcept;
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* handle) const noexcept;
};

class Database {
 public:
  enum class Access {
    read_only,  ///< never writes the file and never checkpoints, not even when it is closed
    immutable,  ///< the same, and trusts that nobody else writes meanwhile: touches no other file
    create      ///< reads and writes, makes the file if there is none
  };
  explicit Database(const std::string& path, Access access = Access::read_only);

  /// Statements without results; several may be separated by semicolons.
  void exec(const std::string& sql);
  /// The first column of the first row as a number, 0 if there is none.
  std::int64_t number(const std::string& sql);
  /// How long a lock of another process is waited for before SQLITE_BUSY.
  void wait_for_locks(Millis at_most);
  /// For files from elsewhere: no views, no triggers, no functions hidden in the schema.
  void distrust_schema();
  /// True if the file was renamed or deleted under us.
  bool file_moved();
  bool in_transaction() const;

 private:
  friend class Statement;
  friend class Transaction;
  SqliteError error(int code, const std::string& doing) const;
  std::unique_ptr<sqlite3, CloseDatabase> handle_;
};

/// A prepared statement; its Database must outlive it. Indexes of parameters start at 1, of columns
/// at 0, as in SQLite.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);

  void bind(int parameter, const SqlValue& value);
  /// The same without a copy: the value must stay as it is until the statement has been stepped.
  void bind_in_place(int parameter, const SqlValue& value);
  /// True while there is a row to read; after the last one the statement is reset.
  bool step();
  void reset() noexcept;
  int columns() const;
  SqlValue column(int index) const;
  /// The same into a value that may have room for it already.
  void read(int index, SqlValue& into) const;
  /// The column as a whole number, 0 if it is something else.
  std::int64_t number(int index) const;

 private:
  using Release = void (*)(void*);
  void bind(int parameter, const SqlValue& value, Release text_lifetime);

  Database* database_;
  std::unique_ptr<sqlite3_stmt, FinalizeStatement> handle_;
};

/// Begun by its constructor, rolled back by its destructor unless committed before.
class Transaction {
 public:
  enum class Kind { write, read };
  explicit Transaction(Database& database, Kind kind = Kind::write);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
};

}  // namespace nest::store
