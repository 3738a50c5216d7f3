#include "store/postgres_merge.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include "store/postgres.h"

namespace nest::store {
namespace {

constexpr std::size_t kCopyBytes = 1U << 16U;

using Names = std::vector<std::string>;

std::string quoted(std::string_view name) {
  return fmt::format("\"{}\"", name);
}

std::string staging(const TableShape& table) {
  return fmt::format("\"incoming_{}\"", table.name);
}

Names keys_of(const TableShape& table) {
  Names names;
  for (const auto key : table.keys) names.push_back(quoted(key));
  return names;
}

/// What a newer row brings: everything behind the keys.
Names brought_by(const TableShape& table) {
  Names names;
  for (const auto value : table.values) names.push_back(quoted(value));
  names.insert(names.end(), {"\"rev\"", "\"crc\""});
  return names;
}

bool is_text(const TableShape& table, std::string_view column) {
  if (column == "bucket" || column == "out_of" || column == "score") return false;
  const bool key = std::find(table.keys.begin(), table.keys.end(), column) != table.keys.end();
  return key || (table.table == TallyTable::run && column != "closed");
}

/// Texts compare by bytes, as in SQLite and in C++.
std::string column_words(const TableShape& table, std::string_view column) {
  if (!is_text(table, column)) return quoted(column) + " bigint NOT NULL";
  return quoted(column) +
         (column == "day" ? " text COLLATE \"C\"" : " text COLLATE \"C\" NOT NULL");
}

/// The values by which one row wins over another, in the order of `wins`.
std::string rank(const TableShape& table, std::string_view row) {
  std::string all = fmt::format("{0}.\"rev\", {0}.\"crc\"", row);
  for (const auto value : table.values) {
    const auto name = fmt::format("{}.{}", row, quoted(value));
    all += value == "day" ? fmt::format(", coalesce({}, '')", name) : ", " + name;
  }
  return all;
}

std::string create_table(const TableShape& table) {
  Names columns;
  for (const auto key : table.keys) columns.push_back(column_words(table, key));
  for (const auto value : table.values) columns.push_back(column_words(table, value));
  return fmt::format(
      "CREATE TABLE IF NOT EXISTS {} ({}, \"rev\" bigint NOT NULL, \"crc\" bigint NOT NULL, "
      "PRIMARY KEY ({}))",
      quoted(table.name), fmt::join(columns, ", "), fmt::join(keys_of(table), ", "));
}

std::string create_staging(const TableShape& table) {
  return fmt::format("CREATE TEMPORARY TABLE {} (LIKE {}) ON COMMIT DROP", staging(table),
                     quoted(table.name));
}

std::string copy_rows(const TableShape& table) {
  return fmt::format("COPY {} ({}, {}) FROM STDIN", staging(table), fmt::join(keys_of(table), ", "),
                     fmt::join(brought_by(table), ", "));
}

std::string take_newer(const TableShape& table) {
  const auto names =
      fmt::format("{}, {}", fmt::join(keys_of(table), ", "), fmt::join(brought_by(table), ", "));
  Names changes;
  for (const auto& name : brought_by(table)) {
    changes.push_back(fmt::format("{0} = excluded.{0}", name));
  }
  return fmt::format(
      "INSERT INTO {} AS old ({}) SELECT {} FROM {} ON CONFLICT ({}) DO UPDATE SET {} "
      "WHERE ({}) > ({})",
      quoted(table.name), names, names, staging(table), fmt::join(keys_of(table), ", "),
      fmt::join(changes, ", "), rank(table, "excluded"), rank(table, "old"));
}

void append_escaped(std::string& line, const std::string& text) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        line += "\\\\";
        break;
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      default:
        line += c;
    }
  }
}

/// Rows of one table after the other on their way to the server.
class Sender {
 public:
  explicit Sender(Postgres& server) : server_(server) {}

  void send(const TableShape& table, const std::vector<TallyRow>& rows) {
    if (table_ != &table) {
      end_table();
      table_ = &table;
      server_.exec(create_staging(table));
      server_.begin_copy(copy_rows(table));
    }
    for (const auto& row : rows) {
      lines_ += copy_line(row);
      if (lines_.size() >= kCopyBytes) flush();
    }
  }
  void end_table() {
    if (!table_) return;
    flush();
    server_.end_copy();
    changed_ += server_.exec(take_newer(*table_));
    table_ = nullptr;
  }
  std::int64_t changed() const { return changed_; }

 private:
  void flush() {
    server_.copy(lines_);
    lines_.clear();
  }

  Postgres& server_;
  const TableShape* table_ = nullptr;
  std::string lines_;
  std::int64_t changed_ = 0;
};

/// Returns how many rows are new or newer.
std::int64_t send_all(TallyMerge& merge, Postgres& server) {
  server.exec("BEGIN");
  // One merge at a time: two would wait for each other's rows, or make the same table.
  server.exec(fmt::format("SELECT pg_advisory_xact_lock({})", kTallyApplication));
  for (const auto& table : tally_tables()) server.exec(create_table(table));
  Sender sender(server);
  merge.each([&](const TableShape& table, const std::vector<TallyRow>& rows) {
    sender.send(table, rows);
  });
  sender.end_table();
  return sender.changed();
}

void commit(Postgres& server) {
  try {
    server.exec("COMMIT");
  } catch (const PostgresError& error) {
    throw std::runtime_error(
        fmt::format("The connection broke at the very end ({}): all the rows are there, or none. "
                    "Merge again; what is there already does not change.",
                    error.what()));
  }
}

}  // namespace

bool is_postgres(const std::string& address) {
  return address.rfind("postgresql://", 0) == 0 || address.rfind("postgres://", 0) == 0;
}

std::string copy_line(const TallyRow& row) {
  std::string line;
  for (const auto& value : row) {
    if (!line.empty()) line += '\t';
    if (const auto* const text = std::get_if<std::string>(&value)) {
      append_escaped(line, *text);
    } else if (const auto* const number = std::get_if<std::int64_t>(&value)) {
      line += std::to_string(*number);
    } else {
      line += "\\N";
    }
  }
  return line += '\n';
}

MergeNotes merge_into_postgres(const std::vector<std::filesystem::path>& sources,
                               const std::string& address) {
  try {
    TallyMerge merge;
    merge.add(sources);
    if (merge.sources_read() == 0) return std::move(merge).notes();
    Postgres server(address);
    const auto changed = send_all(merge, server);
    commit(server);
    auto notes = std::move(merge).notes();
    notes.target = server.name();
    notes.changed = changed;
    return notes;
  } catch (const PostgresError& error) {
    throw std::runtime_error(
        fmt::format("PostgreSQL did not take the rows; nothing was changed ({}).", error.what()));
  } catch (const std::system_error& error) {
    throw std::runtime_error(fmt::format("There is no room to sort the rows ({}).", error.what()));
  }
}

}  // namespace nest::store
