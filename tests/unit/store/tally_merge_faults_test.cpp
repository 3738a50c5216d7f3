// Merging what is broken, hostile, old or in the way.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>

#include "store/tally_merge.h"
#include "store/tally_reader.h"
#include "support/faulty_disk.h"
#include "unit/store/merge_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;
namespace fs = std::filesystem;

namespace {

const std::string kRun = "1111111111111111";

Rows small_workshop() {
  return {
      {TallyTable::run, {run_row(kRun)}},
      {TallyTable::use_count,
       {signed_row(TallyTable::use_count, {kRun, "visit", std::int64_t{5}, std::int64_t{5}})}},
      {TallyTable::seal,
       {signed_row(TallyTable::seal, {kRun, std::int64_t{1}, std::int64_t{5}, std::int64_t{1}})}}};
}

std::string only(const std::vector<std::string>& lines) {
  REQUIRE(lines.size() == 1);
  return lines[0];
}

}  // namespace

TEST_CASE("merge: a file of the first schema has fewer tables, and is merged") {
  const TempFolder folder;
  auto rows = small_workshop();
  rows[TallyTable::run] = {run_row(kRun, true, "free")};
  write_tally(folder / "old.db", rows);
  for (const auto& table : tally_tables()) {
    if (table.since > 1) alter(folder / "old.db", fmt::format("DROP TABLE {}", table.name));
  }
  alter(folder / "old.db", "PRAGMA user_version = 1");
  const auto notes = merge_into_file({folder / "old.db"}, folder / "all.db");
  CHECK(notes.left_out.empty());
  CHECK(notes.rows == 2);
  CHECK(notes.incomplete.empty());
  CHECK(read_tally(folder / "all.db").tables.uses.size() == 1);
}

TEST_CASE("merge: what is no tally is told, the rest is merged") {
  const TempFolder folder;
  write_tally(folder / "good.db", small_workshop());
  std::ofstream(folder / "diary.db") << "Dear diary, this is no database at all.";
  const auto notes = merge_into_file({folder / "diary.db", folder / "nowhere", folder / "good.db"},
                                     folder / "all.db");
  REQUIRE(notes.unreadable.size() == 2);
  CHECK(notes.unreadable[0].find("diary.db cannot be read") != std::string::npos);
  CHECK(notes.unreadable[1].find("is neither a tally nor a folder") != std::string::npos);
  CHECK(notes.read == 1);
  CHECK(notes.rows == 3);
}

TEST_CASE("merge: with no source that can be read nothing is made and nothing changed") {
  const TempFolder folder;
  CHECK(merge_into_file({folder / "nowhere"}, folder / "all.db").read == 0);
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("merge: rows of no run, and tables that are not ours, are left out and told") {
  const TempFolder folder;
  auto rows = small_workshop();
  rows[TallyTable::use_count].push_back(
      signed_row(TallyTable::use_count, {"of nobody", "visit", std::int64_t{1}, std::int64_t{1}}));
  write_tally(folder / "stray.db", rows);
  auto notes = merge_into_file({folder / "stray.db"}, folder / "all.db");
  CHECK(only(notes.left_out).find("use_count: 1 rows belong to no run") != std::string::npos);
  CHECK(notes.rows == 3);
  write_tally(folder / "foreign.db", small_workshop());
  alter(folder / "foreign.db",
        "CREATE TABLE other AS SELECT * FROM use_count; DROP TABLE use_count;"
        "ALTER TABLE other RENAME TO use_count; INSERT INTO use_count SELECT * FROM use_count");
  notes = merge_into_file({folder / "foreign.db"}, folder / "new.db");
  CHECK(only(notes.left_out).find("use_count: is not made as ours is") != std::string::npos);
  CHECK(notes.incomplete == std::set<std::string>{kRun});
}

TEST_CASE("merge: a kiosk's own tally is never the target") {
  const TempFolder folder;
  write_tally(folder / "good.db", small_workshop());
  hold_workshop(folder / "kiosk", "2222222222222222", 3);
  const auto target = folder / "kiosk" / "tally.db";
  const auto before = bytes(target);
  CHECK_THROWS_WITH(merge_into_file({folder / "good.db"}, target),
                    doctest::Contains("belongs to a kiosk"));
  CHECK_THROWS_WITH(merge_into_file({folder / "good.db"}, folder / "kiosk"),
                    doctest::Contains("is a folder"));
  CHECK(bytes(target) == before);
  CHECK_FALSE(fs::exists(target.string() + ".new"));
}

TEST_CASE("merge: a target that is broken, foreign or in use is refused and left as it is") {
  const TempFolder folder;
  write_tally(folder / "good.db", small_workshop());
  const auto refused = [&](const char* why) {
    const auto before = bytes(folder / "all.db");
    CHECK_THROWS_WITH(merge_into_file({folder / "good.db"}, folder / "all.db"),
                      doctest::Contains(why));
    CHECK(bytes(folder / "all.db") == before);
    CHECK_FALSE(fs::exists(folder / "all.db.new"));
  };
  std::ofstream(folder / "all.db") << "Dear diary, this is no database at all.";
  refused("cannot be read");
  fs::remove(folder / "all.db");
  merge_into_file({folder / "good.db"}, folder / "all.db");
  std::ofstream(folder / "all.db-wal") << "frames";
  refused("another program has it open");
  fs::remove(folder / "all.db-wal");
  std::fstream(folder / "all.db", std::ios::binary | std::ios::in | std::ios::out).seekp(4096)
      << "not the page of a table";
  refused("Nothing was changed");
}

TEST_CASE("merge: two merges do not write one file at the same time") {
  const TempFolder folder;
  write_tally(folder / "good.db", small_workshop());
  const auto other = FolderLock::take(folder / "all.db.new", FolderLock::Kind::write);
  REQUIRE(other);
  CHECK_THROWS_WITH(merge_into_file({folder / "good.db"}, folder / "all.db"),
                    doctest::Contains("Another merge"));
  CHECK_FALSE(fs::exists(folder / "all.db"));
}

TEST_CASE("merge: what a cut-off merge has left does not matter") {
  const TempFolder folder;
  write_tally(folder / "good.db", small_workshop());
  merge_into_file({folder / "good.db"}, folder / "all.db");
  const auto before = bytes(folder / "all.db");
  std::ofstream(folder / "all.db.new") << before.substr(0, 5000) << "half a page";
  merge_into_file({folder / "good.db"}, folder / "all.db");
  CHECK(bytes(folder / "all.db") == before);
  CHECK_FALSE(fs::exists(folder / "all.db.new"));
}

TEST_CASE(
    "merge: a disk that fails at any call leaves the old file whole, or says that it is new") {
  const TempFolder folder;
  write_tally(folder / "first.db", small_workshop());
  hold_workshop(folder / "second", "2222222222222222", 60);
  const auto into = folder / "all.db";
  merge_into_file({folder / "first.db"}, into);
  const auto before = bytes(into);
  merge_into_file({folder / "first.db", folder / "second"}, folder / "whole.db");
  const auto whole = bytes(folder / "whole.db");
  std::map<DiskCall, int> failed;
  for (const auto call :
       {DiskCall::write, DiskCall::truncate, DiskCall::sync, DiskCall::rename, DiskCall::open}) {
    for (int nth = 1; bytes(into) == before; ++nth) {
      FaultyDisk disk;
      disk.fail(call, nth % 2 == 0 ? ENOSPC : EIO, nth);
      CAPTURE(nth);
      try {
        merge_into_file({folder / "second"}, into);
      } catch (const std::runtime_error& error) {
        CAPTURE(std::string(error.what()));
        const bool told_as_new = std::string(error.what()).find("replaced") != std::string::npos;
        ++failed[call];
        CHECK(bytes(into) == (told_as_new ? whole : before));
        CHECK_FALSE(fs::exists(folder / "all.db.new"));
      }
    }
    CHECK(bytes(into) == whole);
    write_file(into, before);
  }
  CHECK(failed[DiskCall::write] > 5);
  CHECK(failed[DiskCall::sync] == 2);  // of the file, of the folder
  CHECK(failed[DiskCall::rename] == 1);
}

TEST_CASE("merge: flipped bits anywhere in a source never crash it nor change a count unnoticed") {
  const TempFolder folder;
  hold_workshop(folder / "a", kRun, 60);
  const auto good = bytes(folder / "a" / "tally.db");
  merge_into_file({folder / "a"}, folder / "truth.db");
  const auto truth = read_tally(folder / "truth.db").tables;
  const auto in_truth = [&](const OutcomeRow& row) {
    return std::any_of(truth.outcomes.begin(), truth.outcomes.end(), [&](const OutcomeRow& other) {
      return row.run == other.run && row.key == other.key && row.n == other.n;
    });
  };
  Random luck(7);
  int merged = 0;
  for (int round = 0; round < 200; ++round) {
    auto bad = good;
    const auto at = luck.below(static_cast<std::uint32_t>(bad.size()));
    bad[at] = static_cast<char>(static_cast<unsigned char>(bad[at]) ^ (1U << luck.below(8)));
    std::ofstream(folder / "bad.db", std::ios::binary) << bad;
    CAPTURE(at);
    fs::remove(folder / "all.db");
    const auto notes = merge_into_file({folder / "bad.db"}, folder / "all.db");
    if (notes.read == 0) continue;
    ++merged;
    const auto tables = read_tally(folder / "all.db").tables;
    for (const auto& row : tables.outcomes) REQUIRE(in_truth(row));
    const bool whole = tables.outcomes.size() == truth.outcomes.size();
    REQUIRE((whole || !notes.left_out.empty()));
  }
  CHECK(merged > 150);
}
