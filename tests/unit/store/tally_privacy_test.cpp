// What the columns of tally.db may hold: a new column fails here until somebody has judged it
// (judged_columns.h), and what a whole workshop leaves in the file keeps to the judgement.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "core/adult/plan.h"
#include "support/scripted_workshop.h"
#include "unit/store/judged_columns.h"
#include "unit/store/tally_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;

namespace {

struct ColumnName {
  std::string table, column;
};

/// Those of the file's columns that nobody has judged, and all that is not a table: an index would
/// keep an order of its own.
std::vector<std::string> unjudged(Database& database, std::vector<ColumnName>& found) {
  std::vector<std::string> out;
  Statement schema(database, "SELECT type, name, tbl_name FROM sqlite_schema ORDER BY name");
  while (schema.step()) {
    const auto type = std::get<std::string>(schema.column(0));
    const auto name = std::get<std::string>(schema.column(1));
    if (type != "table") out.push_back(type + " " + name);
    // xinfo also tells hidden and computed columns.
    Statement columns(database, fmt::format("SELECT name, type FROM pragma_table_xinfo('{}')",
                                            type == "table" ? name : "none"));
    while (columns.step()) {
      const auto column = std::get<std::string>(columns.column(0));
      const auto holds = judgement(name, column);
      const std::string kind = holds && is_text(*holds) ? "TEXT" : "INTEGER";
      if (!holds || columns.column(1) != SqlValue(kind)) out.push_back(name + "." + column);
      found.push_back({name, column});
    }
  }
  return out;
}

std::vector<std::string> unjudged(Database& database) {
  std::vector<ColumnName> found;
  return unjudged(database, found);
}

const std::set<std::string> kIds = ScriptedWorkshop::ids();

bool one_of(const std::string& text, const std::set<std::string>& words) {
  return words.count(text) > 0;
}

bool is_run_id(const std::string& text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool is_room(const std::string& text) {
  return text.empty() ||
         (text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos);
}

bool may_hold(Holds holds, const std::string& text) {
  switch (holds) {
    case Holds::run_id:
      return is_run_id(text);
    case Holds::room:
      return is_room(text);
    case Holds::day:
      return text == "2026-05-04";
    case Holds::mode:
      return one_of(text, {"free", "play", "paired", "unpaired"});
    case Holds::ages:
      return one_of(text, {"", "A", "B", "C"});
    case Holds::group_size:
      return text.empty() || std::count(kGroupSizes.begin(), kGroupSizes.end(), text) == 1;
    case Holds::phase:
      return one_of(text, {"practice", "before", "after"});
    case Holds::form:
      return one_of(text, {"A", "B"});
    case Holds::form_order:
      return one_of(text, {"AB", "BA"});
    case Holds::total:
      return one_of(
          text, {"visit", "language/lt", "age/c", "seats/3", "again/maybe", "favourite/hands/quiz",
                 "end/idle", "card/taken", "card/unknown", "card/half-way"});
    case Holds::place:
      return one_of(text, {"", "suwalki-school"});
    case Holds::content:
      return one_of(text, kIds);
    default:
      return false;
  }
}

/// A number of milliseconds, seconds, minutes, hours or days since 1970 is larger than all sums.
bool may_hold(Holds holds, std::int64_t number) {
  if (is_text(holds) || number < 0) return false;
  switch (holds) {
    case Holds::checksum:
      return number <= 0xFFFFFFFFLL;
    case Holds::flag:
      return number <= 1;
    case Holds::time_bucket:
      return number < static_cast<std::int64_t>(kTimeBuckets);
    case Holds::score:
      return number <= static_cast<std::int64_t>(ScriptedWorkshop::kGoals);
    default:
      return number <= ScriptedWorkshop::kLargest;
  }
}

/// "table.column" of each value that its kind does not allow.
std::set<std::string> foreign_values(Database& database) {
  std::set<std::string> out;
  std::vector<ColumnName> columns;
  unjudged(database, columns);
  for (const auto& [table, column] : columns) {
    const auto holds = judgement(table, column).value();
    Statement values(database, fmt::format("SELECT \"{}\" FROM {}", column, table));
    while (values.step()) {
      const auto value = values.column(0);
      const auto* const text = std::get_if<std::string>(&value);
      const auto* const number = std::get_if<std::int64_t>(&value);
      const bool none = holds == Holds::day && std::holds_alternative<std::monostate>(value);
      if (none || (text && may_hold(holds, *text)) || (number && may_hold(holds, *number)))
        continue;
      out.insert(table + "." + column);
    }
  }
  return out;
}

/// Counters of a workshop that is over, written at a time of day that would be known again.
void fill(const std::filesystem::path& folder) {
  auto with = options(folder);
  with.clock = [] { return Instant(Millis(1'777'900'000'000)); };
  SqliteTally tally(std::move(with));
  PlainVault vault;
  ScriptedWorkshop workshop(tally, vault);
  workshop.play();
  workshop.close();
  tally.settle();
}

Database open_tally(const std::filesystem::path& folder, Database::Access access) {
  return Database((folder / kTallyFile).string(), access);
}

}  // namespace

TEST_CASE("privacy: every column of the tally was judged, and nothing else is in the file") {
  const TempFolder folder;
  fill(folder.path());
  auto database = open_tally(folder.path(), Database::Access::immutable);
  std::vector<ColumnName> found;
  CHECK(told(unjudged(database, found)) == "");
  std::size_t listed = 0;
  for (const auto& table : judged()) listed += table.columns.size() + 2;
  CHECK(found.size() == listed);  // a judgement of what is not there any more misleads
}

TEST_CASE("privacy: no column holds more than 40 random bits but the run's id and the checksum") {
  for (const auto& table : judged()) {
    for (const auto& column : table.columns) {
      CAPTURE(table.name);
      CAPTURE(column.name);
      const bool is_run = column.name == "run" || (table.name == "run" && column.name == "id");
      CHECK((column.holds == Holds::run_id) == is_run);
      CHECK((is_run || random_bits(column.holds) <= 40));
    }
  }
}

TEST_CASE("privacy: a new column, table or index is told until somebody has judged it") {
  const TempFolder folder;
  fill(folder.path());
  auto database = open_tally(folder.path(), Database::Access::create);
  for (const auto& [change, expected] : std::vector<std::pair<std::string, std::string>>{
           {"ALTER TABLE outcome ADD COLUMN at INTEGER", "outcome.at"},
           {"ALTER TABLE run ADD COLUMN twice INTEGER AS (closed * 2)", "run.twice"},
           {"ALTER TABLE run DROP COLUMN place; ALTER TABLE run ADD COLUMN place INTEGER",
            "run.place"},
           {"CREATE TABLE child (run TEXT) STRICT", "child.run"},
           {"CREATE INDEX quick ON outcome (n)", "index quick"}}) {
    CAPTURE(change);
    const Transaction taken_back(database);
    database.exec(change);
    CHECK(told(unjudged(database)) == expected);
  }
}

TEST_CASE("privacy: a workshop fills every table, with ids of content and small numbers alone") {
  const TempFolder folder;
  fill(folder.path());
  auto database = open_tally(folder.path(), Database::Access::immutable);
  for (const auto& table : judged()) {
    CAPTURE(table.name);
    CHECK(database.number(fmt::format("SELECT count(*) FROM {}", table.name)) > 0);
  }
  CHECK(told(foreign_values(database)) == "");
}

TEST_CASE("privacy: a time, a text or a language beside a result would be told") {
  const TempFolder folder;
  fill(folder.path());
  auto database = open_tally(folder.path(), Database::Access::create);
  for (const auto& [change, expected] : std::vector<std::pair<std::string, std::string>>{
           {"UPDATE outcome SET n = 20577", "outcome.n"},  // the day's number
           {"UPDATE seal SET rows = 1777900000", "seal.rows"},
           {"UPDATE run SET day = '2026-05-04T14:32' WHERE day NOT NULL", "run.day"},
           {"UPDATE run SET place = 'Anna' WHERE place <> ''", "run.place"},
           {"UPDATE goal_pair SET form_order = 'pl'||form_order", "goal_pair.form_order"},
           {"UPDATE use_count SET what = 'card/owl' WHERE what = 'card/taken'", "use_count.what"},
           {"UPDATE item_count SET item = item||'-lt'", "item_count.item"}}) {
    CAPTURE(change);
    const Transaction taken_back(database);
    database.exec(change);
    CHECK(told(foreign_values(database)) == expected);
  }
}
