#include "core/usage/figures.h"

#include <doctest/doctest.h>

#include "core/usage/report_registry.h"

using namespace nest;

TEST_CASE("figures: rows of several runs are added up by what they count") {
  TallyTables tables;
  tables.uses = {{"run-1", {"visit"}, 3}, {"run-2", {"visit"}, 4}, {"run-2", {"age/a"}, 1}};
  tables.activities = {{"run-1", {"hands", "quiz"}, {3, 2, 1, 0}},
                       {"run-2", {"hands", "quiz"}, {1, 1, 0, 1}},
                       {"run-2", {"teeth", "quiz"}, {5, 0, 0, 0}}};
  tables.items = {{"run-1", {"practice", "hands", "soap"}, {6, 5, 4, 3, 2, 1}},
                  {"run-2", {"practice", "hands", "soap"}, {1, 1, 1, 1, 1, 1}},
                  {"run-2", {"before", "hands", "soap"}, {9, 9, 9, 0, 0, 0}}};
  const auto sum = add_up(tables);
  CHECK(sum.visits() == 7);
  CHECK(sum.use("age/a") == 1);
  CHECK(sum.activities.at({"hands", "quiz"}) == std::array<std::int64_t, 4>{4, 3, 1, 1});
  CHECK(sum.activities.at({"teeth", "quiz"})[0] == 5);
  CHECK(sum.items.at({"practice", "hands", "soap"}) ==
        std::array<std::int64_t, 6>{7, 6, 5, 4, 3, 2});
  CHECK(sum.items.at({"before", "hands", "soap"})[0] == 9);
}

TEST_CASE("figures: options are added up over all times, but not over phases") {
  TallyTables tables;
  tables.outcomes = {{"run-1", {"before", "hands", "soap", "water", 0}, 2},
                     {"run-1", {"before", "hands", "soap", "water", 4}, 1},
                     {"run-2", {"before", "hands", "soap", "soap", 1}, 5},
                     {"run-2", {"after", "hands", "soap", "water", 1}, 7}};
  const auto sum = add_up(tables);
  CHECK(sum.options.at({"before", "hands", "soap"}).at("water") == 3);
  CHECK(sum.options.at({"before", "hands", "soap"}).at("soap") == 5);
  CHECK(sum.options.at({"after", "hands", "soap"}).size() == 1);
}

TEST_CASE("figures: times are added up over all options, but not over phases") {
  TallyTables tables;
  tables.outcomes = {{"run-1", {"before", "hands", "soap", "water", 0}, 2},
                     {"run-1", {"before", "hands", "soap", "soap", 0}, 1},
                     {"run-2", {"before", "hands", "soap", "soap", 4}, 5},
                     {"run-2", {"after", "hands", "soap", "water", 1}, 7}};
  const auto sum = add_up(tables);
  CHECK(sum.times.at({"before", "hands", "soap"}) == TimeCounts{3, 0, 0, 0, 5});
  CHECK(sum.times.at({"after", "hands", "soap"}) == TimeCounts{0, 7, 0, 0, 0});
}

TEST_CASE("figures: the order of the rows does not matter") {
  TallyTables tables;
  tables.uses = {{"run-1", {"visit"}, 3}, {"run-2", {"visit"}, 4}};
  auto turned = tables;
  std::swap(turned.uses[0], turned.uses[1]);
  CHECK(add_up(tables).uses == add_up(turned).uses);
}

TEST_CASE("figures: what nobody did counts nothing") {
  CHECK(add_up({}).visits() == 0);
  CHECK(add_up({}).use("language/pl") == 0);
  CHECK(add_up({}).items.empty());
}

TEST_CASE("figures: every part of the report can be made of nothing at all") {
  const Figures none;
  const TitleLookup titles = [](const TitleOf& what) { return what.item; };
  for (const auto& part : report_parts()) {
    const auto section = part.make({none, titles});
    CHECK(section.id == part.name);
    for (const auto& table : section.tables) {
      for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    }
  }
}

TEST_CASE("figures: pairs, scores, forms and sums of items are added up by what they count") {
  TallyTables tables;
  tables.pairs = {{"run-1", {"hands", "soap", "AB"}, {1, 2, 3, 4}},
                  {"run-2", {"hands", "soap", "AB"}, {10, 0, 0, 1}},
                  {"run-2", {"hands", "soap", "BA"}, {5, 5, 5, 5}}};
  tables.scores = {{"run-1", {"hands", "AB", 6}, {2, 5, 7, 13, 25, 17}},
                   {"run-2", {"hands", "AB", 6}, {1, 3, 4, 9, 16, 12}}};
  tables.forms = {{"run-1", {"before", "hands", "A", 6, 3}, 2},
                  {"run-2", {"before", "hands", "A", 6, 3}, 1}};
  tables.item_sums = {{"run-1", {"before", "hands", "soap"}, {2, 1, 5, 13, 3}},
                      {"run-2", {"before", "hands", "soap"}, {1, 1, 2, 4, 2}}};
  const auto sum = add_up(tables);
  CHECK(sum.pairs.at({"hands", "soap", "AB"}) == PairCounts{11, 2, 3, 5});
  CHECK(sum.pairs.at({"hands", "soap", "BA"})[0] == 5);
  CHECK(sum.scores.at({"hands", "AB", 6}) == ScoreSums{3, 8, 11, 22, 41, 29});
  CHECK(sum.forms.at({"before", "hands", "A", 6, 3}) == 3);
  CHECK(sum.item_sums.at({"before", "hands", "soap"}) == ItemSumCounts{3, 2, 7, 17, 5});
}

TEST_CASE("figures: a workshop that goes on is in no figure, one that is closed has its own") {
  TallyTables tables;
  RunRow open{"run-1", "paired", "2026-05-04", "alytus", "B", "20-24", "0421", false};
  auto closed = open;
  closed.id = "run-2";
  closed.closed = true;
  tables.runs = {open, closed, {"run-3", "free", {}, {}, {}, {}, {}, false}};
  tables.uses = {{"run-1", {"visit"}, 3},
                 {"run-2", {"visit"}, 4},
                 {"run-2", {"card/taken"}, 2},
                 {"run-3", {"visit"}, 50}};
  tables.forms = {{"run-1", {"after", "hands", "A", 6, 3}, 7},
                  {"run-2", {"after", "hands", "A", 6, 3}, 1}};
  const auto sum = add_up(tables);
  CHECK(sum.visits() == 54);
  CHECK(sum.open_runs == 1);
  REQUIRE(sum.runs.size() == 1);
  CHECK(sum.runs[0].run.id == "run-2");
  CHECK(sum.runs[0].cards_taken == 2);
  CHECK(sum.runs[0].forms.at({"after", "hands", "A", 6, 3}) == 1);
  CHECK(sum.runs[0].incomplete);  // it has no seal
}
