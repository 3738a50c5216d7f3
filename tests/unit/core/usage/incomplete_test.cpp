#include "core/usage/incomplete.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {

/// A closed workshop of two rows with five revisions, as its seal says.
TallyTables workshop(const std::string& id = "r") {
  TallyTables tables;
  tables.runs.push_back({id, "paired", {}, {}, {}, {}, {}, true});
  tables.sums[id] = {2, 5};
  tables.seals.push_back({id, 2, 5});
  return tables;
}

using Ids = std::set<std::string>;

}  // namespace

TEST_CASE("incomplete: a run whose rows are as its seal says is complete") {
  CHECK(incomplete_runs(workshop()).empty());
  CHECK(incomplete_runs({}).empty());
}

TEST_CASE("incomplete: a row less, a row more, or a row of another moment") {
  for (const RunSum sum : {RunSum{1, 3}, RunSum{3, 6}, RunSum{2, 4}, RunSum{2, 6}}) {
    auto tables = workshop();
    tables.sums["r"] = sum;
    CHECK(incomplete_runs(tables) == Ids{"r"});
  }
  auto none = workshop();
  none.sums.clear();
  CHECK(incomplete_runs(none) == Ids{"r"});
}

TEST_CASE("incomplete: a run without rows has a seal that says so") {
  auto tables = workshop();
  tables.sums.clear();
  tables.seals = {{"r", 0, 0}};
  CHECK(incomplete_runs(tables).empty());
}

TEST_CASE(
    "incomplete: a workshop without a seal is, free play of old files and open runs are not") {
  auto tables = workshop();
  tables.seals.clear();
  CHECK(incomplete_runs(tables) == Ids{"r"});
  tables.runs[0].mode = "free";
  CHECK(incomplete_runs(tables).empty());
  tables.runs[0].mode = "paired";
  tables.runs[0].closed = false;
  CHECK(incomplete_runs(tables).empty());
}
