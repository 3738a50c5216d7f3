#pragma once
// One class per handle of libpq, as sqlite.h for SQLite: a connection that is open or not there at
// all, results that are freed, errors as exceptions. Texts are UTF-8.
// Not here: any table of ours (postgres_merge.h), and libpq's own header.
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct pg_conn;
struct pg_result;

namespace nest::store {

/// What the server refused, or that it is not reached: its words, in one line.
class PostgresError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct FinishConnection {
  void operator()(pg_conn* handle) const noexcept;
};
struct ClearResult {
  void operator()(pg_result* handle) const noexcept;
};

class Postgres {
 public:
  /// "postgresql://user@host/database?…", with all that libpq knows besides: PGPASSWORD, ~/.pgpass,
  /// services. Waits ten seconds for an answer unless the address says otherwise.
  explicit Postgres(const std::string& address);

  /// One statement; returns how many rows it changed.
  std::int64_t exec(const std::string& sql);
  /// Starts "COPY … FROM STDIN"; rows follow as lines, until end_copy.
  void begin_copy(const std::string& sql);
  void copy(std::string_view lines);
  void end_copy();
  /// "storknest on db.example.org": never a password.
  std::string name() const;

 private:
  using Result = std::unique_ptr<pg_result, ClearResult>;
  [[noreturn]] void fail(const std::string& doing) const;

  std::unique_ptr<pg_conn, FinishConnection> handle_;
};

}  // namespace nest::store
