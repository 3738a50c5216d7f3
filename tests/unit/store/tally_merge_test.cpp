#include "store/tally_merge.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/usage/incomplete.h"
#include "store/tally_reader.h"
#include "unit/store/merge_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;
namespace fs = std::filesystem;

namespace {

const std::string kOne = "1111111111111111";
const std::string kTwo = "2222222222222222";

std::int64_t answers(const fs::path& tally) {
  std::int64_t sum = 0;
  for (const auto& row : read_tally(tally).tables.outcomes) sum += row.n;
  return sum;
}

bool mentions(const std::vector<std::string>& lines, const std::string& words) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    return line.find(words) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("merge: files in any order and grouping, repeated or not, make the same bytes") {
  const TempFolder folder;
  Random luck(11);
  for (int round = 0; round < 12; ++round) {  // the join itself: newest_test.cpp, 10 000 splits
    CAPTURE(round);
    std::vector<fs::path> parts;
    for (int i = 0; i < 4; ++i) {
      parts.push_back(folder / fmt::format("{}-{}.db", round, i));
      write_any_tally(parts.back(), luck);
    }
    const auto merged = [&](const std::string& name, const std::vector<fs::path>& sources) {
      merge_into_file(sources, folder / name);
      return folder / name;
    };
    const auto whole = bytes(merged("whole", parts));
    REQUIRE_FALSE(whole.empty());
    std::vector<fs::path> shuffled = parts;
    shuffled.insert(shuffled.end(), parts.begin(), parts.begin() + 2);
    luck.shuffle(std::span(shuffled));
    REQUIRE(bytes(merged("shuffled", shuffled)) == whole);
    const auto left = merged("left", {parts[0], parts[1]});
    const auto right = merged("right", {parts[3], parts[2]});
    REQUIRE(bytes(merged("grouped", {right, left})) == whole);
    for (const auto& part : shuffled) merged("one-by-one", {part});
    REQUIRE(bytes(folder / "one-by-one") == whole);
    REQUIRE(bytes(merged("whole", {left, folder / "whole"})) == whole);
    for (const auto& entry : fs::directory_iterator(folder.path())) fs::remove(entry.path());
  }
}

TEST_CASE("merge: closed workshops of several kiosks come together, open runs stay") {
  const TempFolder folder;
  hold_workshop(folder / "a", kOne, 30);
  hold_workshop(folder / "b", kTwo, 20);
  const auto into = folder / "all.db";
  const auto notes = merge_into_file({folder / "a", folder / "b" / "tally.db"}, into);
  CHECK(notes.left_out.empty());
  CHECK(notes.doubted.empty());
  CHECK(notes.incomplete.empty());
  CHECK(notes.read == 2);
  CHECK(notes.runs == 2);
  CHECK(notes.open_runs == 2);  // free play at each
  CHECK(answers(into) == 50);
  const auto tables = read_tally(into).tables;
  REQUIRE(tables.runs.size() == 2);
  CHECK(tables.runs[0].id == kOne);
  CHECK(tables.runs[0].day == "2026-05-04");
  CHECK(tables.seals.size() == 2);
  CHECK(notes.rows == 2 + tables.outcomes.size() + tables.items.size() + 2);
  Database check(into.string());
  CHECK(check.number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") ==
        1);
}

TEST_CASE("merge: of a workshop that goes on nothing travels; once closed all of it does") {
  const TempFolder folder;
  const auto into = folder / "all.db";
  {
    SqliteTally tally(options(folder / "a"));
    tally.take(RunInfo{kOne, "paired", {}, "alytus", "B", "10-14", {}});
    for (int i = 0; i < 10; ++i) tally.add(answer(i), kOne);
    REQUIRE(tally.settle());
    const auto notes = merge_into_file({folder / "a"}, into);  // its kiosk is running
    CHECK(notes.rows == 0);
    CHECK(notes.open_runs == 2);
    CHECK(notes.left_out.empty());
    for (int i = 10; i < 15; ++i) tally.add(answer(i), kOne);
    tally.take(CloseRun{kOne});
    REQUIRE(tally.settle());
    CHECK(merge_into_file({folder / "a"}, into).incomplete.empty());
  }
  CHECK(answers(into) == 15);
}

TEST_CASE("merge: an old copy changes nothing, whenever it comes") {
  const TempFolder folder;
  hold_workshop(folder / "a", kOne, 30);
  fs::copy(folder / "a", folder / "old");
  hold_workshop(folder / "a", kTwo, 30);
  const auto into = folder / "all.db";
  merge_into_file({folder / "a"}, into);
  const auto before = bytes(into);
  merge_into_file({folder / "old"}, into);
  CHECK(bytes(into) == before);
  merge_into_file({folder / "old", folder / "a"}, folder / "other.db");
  CHECK(bytes(folder / "other.db") == before);
}

TEST_CASE(
    "merge: a damaged row is named and left out, its run is incomplete, a good copy mends it") {
  const TempFolder folder;
  hold_workshop(folder / "a", kOne, 30);
  fs::copy(folder / "a", folder / "good");
  alter(folder / "a" / "tally.db", "UPDATE outcome SET n = n + 1 WHERE option = 'option-1'");
  const auto into = folder / "all.db";
  const auto notes = merge_into_file({folder / "a"}, into);
  REQUIRE_FALSE(notes.left_out.empty());
  CHECK(mentions(notes.left_out, "a: outcome (" + kOne));
  CHECK(mentions(notes.left_out, "damaged"));
  CHECK(notes.incomplete == std::set<std::string>{kOne});
  CHECK(incomplete_runs(read_tally(into).tables) == notes.incomplete);
  CHECK(answers(into) < 30);
  CHECK(merge_into_file({folder / "good"}, into).incomplete.empty());
  CHECK(answers(into) == 30);
}

TEST_CASE("merge: rows of different moments are told as an incomplete run") {
  const TempFolder folder;
  const auto seal =
      signed_row(TallyTable::seal, {kOne, std::int64_t{1}, std::int64_t{2}, std::int64_t{1}});
  const auto at = [&](std::int64_t revision) {
    return signed_row(TallyTable::use_count, {kOne, "visit", revision, revision});
  };
  write_tally(folder / "a.db", {{TallyTable::run, {run_row(kOne)}},
                                {TallyTable::use_count, {at(2)}},
                                {TallyTable::seal, {seal}}});
  write_tally(folder / "b.db",
              {{TallyTable::run, {run_row(kOne)}}, {TallyTable::use_count, {at(3)}}});
  CHECK(merge_into_file({folder / "a.db"}, folder / "all.db").incomplete.empty());
  const auto notes = merge_into_file({folder / "b.db"}, folder / "all.db");
  CHECK(notes.incomplete == std::set<std::string>{kOne});
  CHECK(notes.doubted.empty());
}

TEST_CASE("merge: two different rows of one revision are told") {
  const TempFolder folder;
  const auto with = [&](std::int64_t n) {
    return Rows{{TallyTable::run, {run_row(kOne)}},
                {TallyTable::use_count,
                 {signed_row(TallyTable::use_count, {kOne, "visit", n, std::int64_t{2}})}}};
  };
  write_tally(folder / "a.db", with(2));
  write_tally(folder / "b.db", with(3));
  const auto notes = merge_into_file({folder / "a.db", folder / "b.db"}, folder / "all.db");
  REQUIRE(notes.doubted.size() == 1);
  CHECK(notes.doubted[0] == "use_count (" + kOne + ", visit)");
  CHECK(notes.rows == 2);
}
