#include "store/tally_schema.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "store/tally_batch.h"

using namespace nest;
using namespace nest::store;

namespace {

Database fresh() {
  Database database(":memory:", Database::Access::create);
  migrate(database);
  return database;
}

}  // namespace

TEST_CASE("schema: what the code says about a table is what the database has, in this order") {
  auto database = fresh();
  for (const auto& table : tally_tables()) {
    CAPTURE(table.name);
    std::vector<std::string> expected;
    for (const auto key : table.keys) expected.emplace_back(key);
    for (const auto value : table.values) expected.emplace_back(value);
    expected.insert(expected.end(), {"rev", "crc"});
    std::vector<std::string> there;
    std::size_t keys = 0;
    Statement columns(database, fmt::format("PRAGMA table_info({})", table.name));
    while (columns.step()) {
      there.push_back(std::get<std::string>(columns.column(1)));
      keys += columns.number(5) > 0 ? 1U : 0U;
    }
    CHECK(there == expected);
    CHECK(keys == table.keys.size());
    CHECK(&shape(table.table) == &table);
    CHECK(database.number(
              fmt::format("SELECT wr AND strict FROM pragma_table_list('{}')", table.name)) == 1);
  }
  CHECK(database.number("SELECT count(*) FROM sqlite_schema") ==
        static_cast<std::int64_t>(tally_tables().size()));
}

TEST_CASE("schema: a second migration changes nothing, versions and application are set") {
  auto database = fresh();
  const auto before = database.number("PRAGMA schema_version");
  migrate(database);
  CHECK(database.number("PRAGMA schema_version") == before);
  CHECK(database.number("PRAGMA user_version") == kTallyVersion);
  CHECK(database.number("PRAGMA application_id") == kTallyApplication);
}

TEST_CASE("schema: negative counts and foreign types are refused by the tables themselves") {
  auto database = fresh();
  database.exec("INSERT INTO use_count VALUES ('r', 'visit', 0, 1, 0)");
  for (const auto* const bad :
       {"('r', 'a', -1, 1, 0)", "('r', 'a', 'x', 1, 0)", "('r', 'a', 1.5, 1, 0)",
        "('r', NULL, 1, 1, 0)", "('r', 'visit', 1, 1, 0)", "('r', 'a', 1, -1, 0)"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(database.exec(std::string("INSERT INTO use_count VALUES ") + bad), SqliteError);
  }
  CHECK_THROWS_AS(database.exec("INSERT INTO outcome VALUES ('r','p','k','i','o',5,1,1,0)"),
                  SqliteError);
}

TEST_CASE("row checksum: CRC-32C of a documented encoding, the same on every machine") {
  // Computed by an independent program from the description in tally_schema.h.
  const SqlValue use[] = {"0123456789abcdef", "visit", std::int64_t{3}, std::int64_t{3}};
  CHECK(row_crc("use_count", use) == 0xEAB7921FU);
  const SqlValue run[] = {"0123456789abcdef", "free", std::monostate{}, std::int64_t{-2}};
  CHECK(row_crc("run", run) == 0x840E7B9EU);
}

TEST_CASE("row checksum: every column, its type and the borders between texts count") {
  const auto crc = [](std::vector<SqlValue> columns) { return row_crc("t", columns); };
  const auto base = crc({"ab", "c", std::int64_t{1}});
  CHECK(base != crc({"a", "bc", std::int64_t{1}}));
  CHECK(base != crc({"ab", "c", std::int64_t{2}}));
  CHECK(base != crc({"ab", "c", std::monostate{}}));
  CHECK(crc({std::monostate{}}) != crc({""}));
  CHECK(row_crc("t", std::vector<SqlValue>{"a"}) != row_crc("u", std::vector<SqlValue>{"a"}));
}

TEST_CASE("batch: increments add up by row; a revision is one call that touched the row") {
  const ItemKey item{"practice", "hands", "soap"};
  const OutcomeKey outcome{"practice", "hands", "soap", "water", 2};
  TallyBatch batch;
  CHECK(batch.empty());
  const std::vector<Increment> answer{AddItem{item, {ItemCount::answered, ItemCount::correct}},
                                      AddOutcome{outcome}, AddItem{item, {ItemCount::hints}}};
  batch.take(AddCounts{answer});
  batch.take(AddCounts{answer});
  batch.take(AddCounts{});
  CHECK(batch.additions() == 3);
  REQUIRE(batch.rows().size() == 2);
  const auto& items = batch.rows().at({TallyTable::item_count, {}, {"practice", "hands", "soap"}});
  CHECK(items.counts == std::array<std::int64_t, 6>{0, 2, 2, 0, 0, 2});
  CHECK(items.revisions == 2);
  const auto& chosen = batch.rows().at(
      {TallyTable::outcome, {}, {"practice", "hands", "soap", "water", std::int64_t{2}}});
  CHECK(chosen.counts[0] == 2);
}

TEST_CASE("batch: each column of each table grows where the schema has it") {
  TallyBatch batch;
  const ActivityKey lesson{"hands", "story"};
  batch.take(AddCounts{{AddActivity{lesson, ActivityCount::abandoned}, AddUse{{"visit"}}}});
  const auto& activity = batch.rows().at({TallyTable::activity_count, {}, {"hands", "story"}});
  const auto& values = shape(TallyTable::activity_count).values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    CHECK((activity.counts.at(i) == 1) == (values[i] == "abandoned"));
  }
  CHECK(batch.rows().at({TallyTable::use_count, {}, {"visit"}}).counts[0] == 1);
}
