#include "store/newest.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

#include "unit/store/merge_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;

namespace {

using Set = std::vector<TallyRow>;

/// Up to a dozen rows of three runs, in any order; duplicates, old copies and rivals among them.
Set any_rows(TallyTable table, Random& luck) {
  Set rows;
  for (auto n = luck.below(13); n > 0; --n) {
    const auto run = fmt::format("{:016x}", luck.below(3));
    const auto revision = std::int64_t{1} + luck.below(3);
    if (table == TallyTable::run) {
      rows.push_back(run_row(run, true, luck.below(4) == 0 ? "unpaired" : "paired"));
    } else {
      rows.push_back(any_row(table, run, luck, revision, luck.below(6) == 0 ? 1 : 0));
    }
    if (luck.below(4) == 0)
      rows.push_back(rows[luck.below(static_cast<std::uint32_t>(rows.size()))]);
  }
  return rows;
}

Set join(const TableShape& table, Set a, const Set& b) {
  a.insert(a.end(), b.begin(), b.end());
  return newest(table, std::move(a), [](const TallyRow&) {});
}

TallyRow outcome(std::int64_t n, std::int64_t revision) {
  return signed_row(TallyTable::outcome,
                    {"r", "after", "hands", "soap", "water", std::int64_t{2}, n, revision});
}

}  // namespace

TEST_CASE("newest: 10 000 random splits join to the same rows in any order and grouping") {
  Random luck(4);
  for (int round = 0; round < 10'000; ++round) {
    const auto& table = tally_tables()[static_cast<std::size_t>(round) % tally_tables().size()];
    Set all = any_rows(table.table, luck);
    Set part[3];
    for (const auto& row : all) part[luck.below(3)].push_back(row);
    const auto& [a, b, c] = part;
    CAPTURE(round);
    const auto whole = join(table, all, {});
    REQUIRE(join(table, a, b) == join(table, b, a));
    REQUIRE(join(table, join(table, a, b), c) == whole);
    REQUIRE(join(table, a, join(table, b, c)) == whole);
    REQUIRE(join(table, join(table, c, a), b) == whole);
    REQUIRE(join(table, whole, whole) == whole);
    REQUIRE(join(table, whole, b) == whole);
    luck.shuffle(std::span(all));
    REQUIRE(join(table, all, {}) == whole);
  }
}

TEST_CASE("newest: of each key one row that was there, and none of a higher revision was") {
  Random luck(5);
  for (int round = 0; round < 2000; ++round) {
    const auto& table = tally_tables()[static_cast<std::size_t>(round) % tally_tables().size()];
    const Set all = any_rows(table.table, luck);
    const auto kept = join(table, all, {});
    REQUIRE(is_in_order(table, kept));
    for (const auto& row : all) {
      const auto same_key = [&](const TallyRow& other) {
        return !key_before(table, row, other) && !key_before(table, other, row);
      };
      const auto winner = std::find_if(kept.begin(), kept.end(), same_key);
      REQUIRE(winner != kept.end());
      REQUIRE(std::get<std::int64_t>((*winner)[winner->size() - 2]) >=
              std::get<std::int64_t>(row[row.size() - 2]));
      REQUIRE(std::find(all.begin(), all.end(), *winner) != all.end());
    }
  }
}

TEST_CASE("newest: the higher revision wins whole, even with a smaller count") {
  const auto& table = shape(TallyTable::outcome);
  CHECK(join(table, {outcome(9, 1)}, {outcome(3, 2)}) == Set{outcome(3, 2)});
  CHECK(wins(table, outcome(3, 2), outcome(9, 1)));
  CHECK_FALSE(wins(table, outcome(3, 2), outcome(3, 2)));
}

TEST_CASE(
    "newest: rivals of one revision are told, the higher checksum wins; old ones are not told") {
  const auto& table = shape(TallyTable::outcome);
  int doubts = 0;
  const auto count = [&](const TallyRow&) { ++doubts; };
  const auto kept = newest(table, {outcome(3, 2), outcome(4, 2), outcome(4, 2)}, count);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].back() == std::max(outcome(3, 2).back(), outcome(4, 2).back()));
  CHECK(doubts == 1);
  newest(table, {outcome(3, 2), outcome(4, 2), outcome(5, 3)}, count);
  newest(table, {outcome(3, 2), outcome(3, 2)}, count);
  CHECK(doubts == 1);
}
