#include "store/tally_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "store/tally_schema.h"
#include "unit/store/merge_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;
namespace fs = std::filesystem;

namespace {

std::int64_t answers(const TallyReading& reading) {
  std::int64_t sum = 0;
  for (const auto& row : reading.tables.outcomes) sum += row.n;
  return sum;
}

std::vector<std::string> names(const fs::path& folder) {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(folder)) all.push_back(entry.path().filename());
  std::sort(all.begin(), all.end());
  return all;
}

/// A row as a hostile program would write it: any values, but a good checksum.
void plant(const fs::path& folder, const TableShape& table, std::vector<SqlValue> columns) {
  Database database((folder / kTallyFile).string(), Database::Access::create);
  database.exec("PRAGMA ignore_check_constraints=ON");
  columns.emplace_back(std::int64_t{row_crc(table.name, columns)});
  std::string sql = fmt::format("INSERT INTO {} VALUES (?", table.name);
  for (std::size_t i = 1; i < columns.size(); ++i) sql += ", ?";
  Statement insert(database, sql + ")");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    insert.bind(static_cast<int>(i) + 1, columns[i]);
  }
  insert.step();
}

}  // namespace

TEST_CASE("tally reader: everything that was counted comes back, each count in its place") {
  const TempFolder folder;
  const ItemRef soap{PackId("hands"), ItemId("soap")};
  {
    SqliteTally tally(options(folder.path()));
    tally.add(visit());
    tally.add(increments(ActivityAbandoned{{PackId("hands"), ActivityId("story")}}));
    tally.add(increments(ItemShown{soap, Phase::after}));
    tally.add(increments(ItemAnswered{soap, Phase::after, AnswerId("water"), true, Millis(3500)}));
    tally.add(increments(HintShown{soap}));
  }
  const auto [tables, left_out] = read_tally(folder.path());
  CHECK(left_out.empty());
  REQUIRE(tables.runs.size() == 1);
  CHECK(tables.runs[0].mode == "free");
  CHECK_FALSE(tables.runs[0].day);
  CHECK_FALSE(tables.runs[0].closed);
  REQUIRE(tables.uses.size() == 1);
  CHECK(tables.uses[0].key.what == "visit");
  CHECK(tables.uses[0].run == tables.runs[0].id);
  REQUIRE(tables.activities.size() == 1);
  CHECK(tables.activities[0].counts == std::array<std::int64_t, 4>{0, 0, 1, 0});
  REQUIRE(tables.items.size() == 2);
  CHECK(tables.items[0].key == ItemKey{"after", "hands", "soap"});
  CHECK(tables.items[0].counts == std::array<std::int64_t, 6>{1, 1, 1, 0, 0, 0});
  CHECK(tables.items[1].counts == std::array<std::int64_t, 6>{0, 0, 0, 0, 0, 1});
  REQUIRE(tables.outcomes.size() == 1);
  CHECK(tables.outcomes[0].key == OutcomeKey{"after", "hands", "soap", "water", 2});
}

TEST_CASE("tally reader: a running kiosk is read up to its last answer and is not disturbed") {
  const TempFolder folder;
  {
    SqliteTally tally(options(folder.path()));
    for (int i = 0; i < 20; ++i) tally.add(answer(i));
    REQUIRE(tally.settle());
    const auto wal = fs::file_size(folder / "tally.db-wal");
    CHECK(answers(read_tally(folder.path())) == 20);
    CHECK(fs::file_size(folder / "tally.db-wal") == wal);
    tally.add(answer(20));
    CHECK(tally.settle());
    CHECK(answers(read_tally(folder.path())) == 21);
  }
  CHECK(answers(read_tally(folder.path())) == 21);
}

TEST_CASE("tally reader: a closed tally is read without leaving a trace") {
  const TempFolder folder;
  play(folder.path(), 0, 5);
  const auto before = bytes(folder / kTallyFile);
  CHECK(names(folder.path()) == std::vector<std::string>{"kiosk.lock", "tally.db"});
  CHECK(answers(read_tally(folder.path())) == 5);
  fs::remove(folder / kLockFile);  // copied to a stick
  CHECK(answers(read_tally(folder.path())) == 5);
  CHECK(names(folder.path()) == std::vector<std::string>{"tally.db"});
  CHECK(bytes(folder / kTallyFile) == before);
}

TEST_CASE("tally reader: what is no tally is refused with one sentence") {
  const TempFolder folder;
  CHECK_THROWS_WITH_AS(read_tally(folder.path()), doctest::Contains("There is no tally in"),
                       TallyUnreadable);
  const auto file = (folder / kTallyFile).string();
  std::ofstream(file) << "Dear diary, this is no database at all.";
  CHECK_THROWS_WITH_AS(read_tally(folder.path()), doctest::Contains("cannot be read"),
                       TallyUnreadable);
  fs::remove(file);
  Database(file, Database::Access::create).exec("CREATE TABLE run (id)");
  CHECK_THROWS_WITH_AS(read_tally(folder.path()), doctest::Contains("is not a tally"),
                       TallyUnreadable);
  Database(file, Database::Access::create).exec("PRAGMA user_version = 9999");
  CHECK_THROWS_WITH_AS(read_tally(folder.path()), doctest::Contains("newer Storknest"),
                       TallyUnreadable);
}

TEST_CASE("tally reader: a damaged row is named and left out, the rest is used") {
  const TempFolder folder;
  play(folder.path(), 0, 30);
  const auto outcomes = number(folder.path(), "SELECT count(*) FROM outcome");
  Database((folder / kTallyFile).string(), Database::Access::create)
      .exec("UPDATE outcome SET n = n + 1 WHERE option = 'option-1'");
  const auto touched =
      number(folder.path(), "SELECT count(*) FROM outcome WHERE option = 'option-1'");
  REQUIRE(touched > 0);
  const auto reading = read_tally(folder.path());
  REQUIRE(reading.left_out.size() == static_cast<std::size_t>(touched));
  CHECK(reading.left_out[0].find(", option-1, ") != std::string::npos);
  CHECK(reading.left_out[0].find("damaged") != std::string::npos);
  CHECK(reading.tables.outcomes.size() == static_cast<std::size_t>(outcomes - touched));
}

TEST_CASE("tally reader: a value that no kiosk writes is left out even with a good checksum") {
  const TempFolder folder;
  play(folder.path(), 0, 1);
  const auto& use = shape(TallyTable::use_count);
  const std::int64_t one = 1;
  plant(folder.path(), use, {"r", "n\x1b[2J", one, one});
  plant(folder.path(), use, {"r", "\xFF\xFE", one, one});
  plant(folder.path(), use,
        {"r",
         "\xE2\x80\xAE"
         "abc",
         one, one});
  plant(folder.path(), use, {"r", std::string(201, 'a'), one, one});
  plant(folder.path(), use, {"r", "negative", std::int64_t{-1}, one});
  plant(folder.path(), use, {"r", "huge", kLargestCount + 1, one});
  plant(folder.path(), shape(TallyTable::outcome), {"r", "between", "p", "i", "o", one, one, one});
  plant(folder.path(), shape(TallyTable::outcome),
        {"r", "after", "p", "i", "o", std::int64_t{5}, one, one});
  plant(folder.path(), shape(TallyTable::run),
        {"r", "free", "yesterday", "", "", "", "", std::int64_t{0}, one});
  const auto reading = read_tally(folder.path());
  CHECK(reading.left_out.size() == 9);
  CHECK(reading.tables.uses.empty());
  for (const auto& line : reading.left_out) CHECK(line.find('\x1b') == std::string::npos);
  plant(folder.path(), use, {"r", "fine", kLargestCount, one});
  CHECK(read_tally(folder.path()).tables.uses.size() == 1);
}

TEST_CASE("tally reader: thousands of damaged rows are counted, not all named") {
  const TempFolder folder;
  play(folder.path(), 0, 1);
  Database((folder / kTallyFile).string(), Database::Access::create)
      .exec(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
          "INSERT INTO use_count SELECT 'r', 'w' || i, 1, 1, 7 FROM n");
  const auto reading = read_tally(folder.path());
  CHECK(reading.left_out.size() == 1001);
  CHECK(reading.left_out.back() == "and 2000 more");
}

TEST_CASE("tally reader: a long table comes whole; cut off, up to where it can be read") {
  const TempFolder folder;
  constexpr std::int64_t kMany = 10'000;  // more than are read in one go
  Rows rows;
  for (std::int64_t i = 0; i < kMany; ++i) {
    rows[TallyTable::use_count].push_back(
        signed_row(TallyTable::use_count, {"r", fmt::format("what-{:05}", i), i, std::int64_t{1}}));
  }
  const auto file = folder / "long.db";
  write_tally(file, rows);
  const auto [figures, none] = read_figures(file);
  CHECK(none.empty());
  CHECK(figures.uses.size() == static_cast<std::size_t>(kMany));
  CHECK(figures.uses == add_up(read_tally(file).tables).uses);
  CHECK(read_tally(file).tables.sums["r"].rows == kMany);

  auto cut = bytes(file);
  cut.replace(cut.size() / 2, 4096, 4096, '\xFF');  // a page, or parts of two
  std::ofstream(file, std::ios::binary) << cut;
  const auto [part, left_out] = read_figures(file);
  REQUIRE(left_out.size() == 1);
  CHECK(left_out[0].find("the rest of use_count") != std::string::npos);
  CHECK(part.uses.size() > 0);
  CHECK(part.uses.size() < figures.uses.size());
}

TEST_CASE("tally reader: flipped bits anywhere never crash it nor change a count unnoticed") {
  const TempFolder folder;
  play(folder.path(), 0, 200);
  const auto good = bytes(folder / kTallyFile);
  const auto truth = read_tally(folder.path()).tables;
  const auto in_truth = [&](const OutcomeRow& row) {
    return std::any_of(truth.outcomes.begin(), truth.outcomes.end(), [&](const OutcomeRow& other) {
      return row.run == other.run && row.key == other.key && row.n == other.n;
    });
  };
  Random luck(7);
  for (int round = 0; round < 400; ++round) {
    auto bad = good;
    const auto at = luck.below(static_cast<std::uint32_t>(bad.size()));
    bad[at] = static_cast<char>(static_cast<unsigned char>(bad[at]) ^ (1U << luck.below(8)));
    std::ofstream(folder / kTallyFile, std::ios::binary) << bad;
    CAPTURE(at);
    try {
      for (const auto& row : read_tally(folder.path()).tables.outcomes) CHECK(in_truth(row));
    } catch (const TallyUnreadable&) {
      continue;
    }
  }
}
