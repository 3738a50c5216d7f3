// Runs of workshops in the file: begun, counted, sealed, cut off, deleted.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "core/usage/incomplete.h"
#include "store/tally_reader.h"
#include "unit/store/tally_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;
namespace fs = std::filesystem;

namespace {

const std::string kPairedRun = "00000000000000aa";

RunInfo workshop(const std::string& id = kPairedRun) {
  return {id, "paired", "2026-05-04", "suwalki", "B", "10-14", "1234"};
}

/// Both rounds of one child, as one event each; `before` and `after` are right answers of two.
std::vector<FormFinished> child(int before, int after) {
  const auto form = [](Phase phase, Form which, int right) {
    FormFinished out{PackId("hands"), phase, which, {}, {}};
    for (const std::string goal : {"soap", "rinse"}) {
      out.answers.push_back({ItemId(goal + (which == Form::a ? "-a" : "-b")), GoalId(goal),
                             static_cast<int>(out.answers.size()) < right});
    }
    return out;
  };
  auto first = form(Phase::before, Form::a, before);
  auto second = form(Phase::after, Form::b, after);
  second.earlier = Earlier{Form::a, {}};
  for (const auto& answer : first.answers) second.earlier->correct[answer.goal] = answer.correct;
  return {first, second};
}

void play_children(const fs::path& folder, std::vector<std::pair<int, int>> children) {
  SqliteTally tally(options(folder));
  Counter counter(tally);
  counter.count(RunBegun{workshop()});
  for (const auto& [before, after] : children) counter.count(child(before, after)[0]);
  for (const auto& [before, after] : children) counter.count(child(before, after)[1]);
  counter.count(RunClosed{});
}

const RunRow* find_run(const TallyTables& tables, const std::string& id) {
  const auto found = std::find_if(tables.runs.begin(), tables.runs.end(),
                                  [&](const RunRow& row) { return row.id == id; });
  return found == tables.runs.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("tally: a workshop's run holds what was counted in it, and is sealed when it closes") {
  const TempFolder folder;
  play_children(folder.path(), {{0, 2}, {1, 2}, {1, 1}});
  const auto reading = read_tally(folder.path());
  CHECK(reading.left_out.empty());
  const auto& tables = reading.tables;
  const auto* run = find_run(tables, kPairedRun);
  REQUIRE(run != nullptr);
  CHECK(run->closed);
  CHECK(run->day == "2026-05-04");
  CHECK(run->place == "suwalki");
  REQUIRE(tables.scores.size() == 1);
  // n, x, y, xx, yy, xy of (0,2), (1,2), (1,1)
  CHECK(tables.scores[0].sums == std::array<std::int64_t, 6>{3, 2, 5, 2, 9, 3});
  CHECK(tables.scores[0].key.out_of == 2);
  REQUIRE(tables.pairs.size() == 2);
  for (const auto& row : tables.pairs) {
    CHECK(row.run == kPairedRun);
    CHECK(row.key.order == "AB");
    CHECK(row.counts[0] + row.counts[1] + row.counts[2] + row.counts[3] == 3);
  }
  CHECK(tables.seals.size() == 1);
  CHECK(incomplete_runs(tables).empty());
}

TEST_CASE("tally: children in any order leave the same bytes, and no trace of the order") {
  std::vector<std::pair<int, int>> children{{0, 2}, {1, 2}, {1, 1}, {2, 0}, {0, 0}, {2, 2}};
  std::string reference;
  for (int order = 0; order < 6; ++order) {
    std::rotate(children.begin(), children.begin() + 1, children.end());
    const TempFolder folder;
    play_children(folder.path(), children);
    const auto left = bytes(folder / kTallyFile);
    if (reference.empty()) reference = left;
    CHECK(left == reference);
    CHECK_FALSE(fs::exists(folder / "tally.db-wal"));
  }
  CHECK(reference.find("animal") == std::string::npos);
  CHECK(reference.find("card.") == std::string::npos);
}

TEST_CASE("tally: a workshop that lost its power is closed as it stands") {
  const TempFolder folder;
  {
    SqliteTally tally(options(folder.path()));
    Counter counter(tally);
    counter.count(RunBegun{workshop()});
    counter.count(child(1, 1)[0]);
  }
  CHECK_FALSE(find_run(read_tally(folder.path()).tables, kPairedRun)->closed);
  { SqliteTally tally(options(folder.path(), 2)); }
  const auto tables = read_tally(folder.path()).tables;
  CHECK(find_run(tables, kPairedRun)->closed);
  CHECK(incomplete_runs(tables).empty());
}

TEST_CASE("tally: free play goes on beside a workshop, and begins anew when it is closed") {
  const TempFolder folder;
  {
    SqliteTally tally(options(folder.path()));
    Counter counter(tally);
    counter.count(VisitStarted{});
    counter.count(RunBegun{workshop()});
    counter.count(LanguageChosen{Lang("pl")});
    counter.count(VisitStarted{});
    counter.count(RunClosed{});
    tally.take(CloseRun{});
    counter.count(VisitStarted{});
  }
  const auto tables = read_tally(folder.path()).tables;
  CHECK(tables.runs.size() == 3);
  for (const auto& row : tables.uses) {
    if (row.key.what == "language/pl") CHECK(row.run != kPairedRun);
  }
  const auto open = std::count_if(tables.runs.begin(), tables.runs.end(),
                                  [](const RunRow& row) { return !row.closed; });
  CHECK(open == 1);
}

TEST_CASE("tally: a deleted workshop leaves nothing; one that runs and free play stay") {
  const TempFolder folder;
  {
    SqliteTally tally(options(folder.path()));
    Counter counter(tally);
    counter.count(VisitStarted{});
    counter.count(RunBegun{workshop()});
    counter.count(child(1, 2)[0]);
    tally.take(DropRun{kPairedRun});  // it still runs
    CHECK(tally.settle());
    CHECK(find_run(read_tally(folder.path()).tables, kPairedRun) != nullptr);
    counter.count(RunClosed{});
    tally.take(DropRun{kPairedRun});
    const auto free_play = read_tally(folder.path()).tables.runs.front().id;
    tally.take(DropRun{free_play});
  }
  const auto tables = read_tally(folder.path()).tables;
  CHECK(find_run(tables, kPairedRun) == nullptr);
  CHECK(tables.forms.empty());
  CHECK(tables.item_sums.empty());
  CHECK(tables.seals.empty());
  CHECK(tables.uses.size() == 1);
  CHECK(bytes(folder / kTallyFile).find(kPairedRun) == std::string::npos);
}

TEST_CASE("tally: a workshop goes on in a fresh file when its own was set aside") {
  const TempFolder folder;
  {
    SqliteTally tally(options(folder.path()));
    Counter counter(tally);
    counter.count(RunBegun{workshop()});
    CHECK(tally.settle());
    fs::rename(folder / kTallyFile, folder / "away.db");
    fs::remove(folder / "tally.db-wal");
    fs::remove(folder / "tally.db-shm");
    counter.count(child(1, 2)[0]);
    counter.count(RunClosed{});
  }
  const auto tables = read_tally(folder.path()).tables;
  REQUIRE(find_run(tables, kPairedRun) != nullptr);
  CHECK(find_run(tables, kPairedRun)->closed);
  CHECK(tables.forms.size() == 1);
}
