#include "core/usage/join.h"

#include <doctest/doctest.h>

#include "core/usage/figures.h"

using namespace nest;

namespace {

/// A tally with one run that was changed so often.
TallyTables tally(const std::string& run, std::int64_t visits, bool closed = false) {
  TallyTables tables;
  tables.runs = {{run, "paired", {}, "alytus", "B", "20-24", "0421", closed}};
  tables.uses = {{run, {"visit"}, visits}};
  tables.sums[run] = {1, visits};
  return tables;
}

}  // namespace

TEST_CASE("join: runs of several tallies stand side by side") {
  const auto all = join({tally("a", 3), tally("b", 4)});
  CHECK(all.runs.size() == 2);
  CHECK(all.uses.size() == 2);
  CHECK(all.sums.at("b").revisions == 4);
}

TEST_CASE("join: of two copies of a run the newer is taken whole, in whatever order they come") {
  for (const auto& both :
       {std::vector{tally("a", 3), tally("a", 5)}, std::vector{tally("a", 5), tally("a", 3)}}) {
    const auto all = join(both);
    REQUIRE(all.uses.size() == 1);
    CHECK(all.uses[0].n == 5);
    CHECK(all.runs.size() == 1);
  }
}

TEST_CASE("join: the same file twice counts once, and closing a run makes it newer") {
  CHECK(join({tally("a", 3), tally("a", 3)}).uses.size() == 1);
  CHECK(join({tally("a", 3), tally("a", 3, true)}).runs[0].closed);
}
