#include "store/tally_gather.h"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

#include "store/newest.h"

namespace nest::store {
namespace {

std::string in_order(const TableShape& table) {
  std::string sql;
  for (const auto key : table.keys) sql.append(sql.empty() ? " ORDER BY " : ", ").append(key);
  return sql;
}

class Gatherer {
 public:
  Gatherer(Database& database, const std::string& name, RowStage& stage, LeftOut& left_out)
      : database_(database), name_(name), stage_(stage), left_out_(left_out) {}

  void read_runs();
  void read_table(const TableShape& table);
  void leave_out(std::string_view what, std::string_view why);
  Gathered gathered() const { return {open_.size(), broken_}; }

 private:
  template <class Take>
  std::int64_t read(Statement& rows, const TableShape& table, Take take);
  std::int64_t read_closed(const TableShape& table);
  std::int64_t count_open(const TableShape& table);

  Database& database_;
  const std::string& name_;
  RowStage& stage_;
  LeftOut& left_out_;
  std::vector<std::string> closed_, open_;
  TallyRow row_, last_;
  bool broken_ = false;
};

void Gatherer::leave_out(std::string_view what, std::string_view why) {
  left_out_.name(fmt::format("{}: {}: {}", name_, what, why));
}

/// Tells `take` each good row and returns how many there are, good or not. A row that stands where
/// its key says it cannot is no good either.
template <class Take>
std::int64_t Gatherer::read(Statement& rows, const TableShape& table, Take take) {
  last_.clear();
  std::int64_t all = 0;
  for (; rows.step(); ++all) {
    read_row(table, rows, row_);
    auto fault = fault_of(table, row_);
    if (!fault && !last_.empty() && !key_before(table, last_, row_)) fault = "out of place";
    if (fault) {
      leave_out(row_name(table, row_), *fault);
      continue;
    }
    take(row_);
    last_.swap(row_);  // both keep their room
  }
  return all;
}

void Gatherer::read_runs() {
  const auto& table = shape(TallyTable::run);
  try {
    Statement runs(database_, select_rows(table) + in_order(table));
    read(runs, table, [&](const TallyRow& row) {
      const auto& id = std::get<std::string>(row[0]);
      const bool closed = row[row.size() - 3] == SqlValue(std::int64_t{1});
      (closed ? closed_ : open_).push_back(id);
      if (!closed) return;
      stage_.add(row);
      stage_.end_block(table, id);
    });
  } catch (const SqliteError& error) {
    broken_ = true;
    leave_out("the rest of its runs", error.what());
  }
}

void Gatherer::read_table(const TableShape& table) {
  const auto broken_before = std::exchange(broken_, false);
  const auto of_runs = read_closed(table);
  try {
    const auto all = database_.number(fmt::format("SELECT count(*) FROM {}", table.name));
    const auto stray = all - of_runs - count_open(table);
    if (!broken_ && stray != 0) {
      leave_out(table.name, fmt::format("{} rows belong to no run", stray));
    }
  } catch (const SqliteError& error) {
    broken_ = true;
    leave_out(table.name, error.what());
  }
  broken_ = broken_ || broken_before;
}

/// Returns how many rows the closed runs have, good or not.
std::int64_t Gatherer::read_closed(const TableShape& table) {
  std::int64_t all = 0;
  std::optional<Statement> select;
  for (const auto& run : closed_) {
    try {
      if (!select)
        select.emplace(database_, select_rows(table) + " WHERE run = ?" + in_order(table));
      select->bind(1, run);
      all += read(*select, table, [this](const TallyRow& row) { stage_.add(row); });
    } catch (const SqliteError& error) {
      broken_ = true;
      leave_out(fmt::format("the rest of {} ({})", table.name, run), error.what());
    }
    stage_.end_block(table, run);
  }
  return all;
}

std::int64_t Gatherer::count_open(const TableShape& table) {
  std::int64_t all = 0;
  Statement count(database_, fmt::format("SELECT count(*) FROM {} WHERE run = ?", table.name));
  for (const auto& run : open_) {
    count.bind(1, run);
    if (count.step()) all += count.number(0);
    count.reset();
  }
  return all;
}

std::string words_of(Database& database, std::string_view table) {
  Statement find(database, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?");
  find.bind(1, std::string(table));
  if (!find.step()) return {};
  const auto sql = find.column(0);
  const auto* const text = std::get_if<std::string>(&sql);
  return text ? *text : std::string();
}

}  // namespace

KnownTables known_tables() {
  Database ours(":memory:", Database::Access::create);
  migrate(ours);
  KnownTables known;
  for (const auto& table : tally_tables()) {
    known.emplace(table.name, words_of(ours, table.name));
  }
  return known;
}

Gathered gather(TallySource& source, const std::string& name, const KnownTables& known,
                RowStage& stage, LeftOut& left_out) {
  Gatherer gatherer(source.database(), name, stage, left_out);
  for (const auto& table : tally_tables()) {
    if (!source.has(table)) continue;
    const auto ours = known.find(table.name);
    if (words_of(source.database(), table.name) != ours->second) {
      gatherer.leave_out(table.name, "is not made as ours is");
    } else if (table.table == TallyTable::run) {
      gatherer.read_runs();
    } else {
      gatherer.read_table(table);
    }
  }
  return gatherer.gathered();
}

}  // namespace nest::store
