// What one output keeps, no other output of the same figures may tell. Each case was once worked
// out by the attacker of tests/attacker.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/adult/earlier.h"
#include "core/usage/report.h"
#include "support/find_table.h"

namespace nest::outputs_test {
namespace {

struct Group {
  std::string id, pack = "hands";
  std::int64_t pairs = 0, x = 0, y = 0;
  std::int64_t alone = 0;  ///< in the first round only
  std::string ages = "B";
};

constexpr int kLength = 2;

/// Half the scores nothing, half everything, so that no group is all alike.
std::int64_t squares(std::int64_t sum) {
  return sum * kLength;
}

void add(TallyTables& tables, const Group& of) {
  tables.runs.push_back({of.id, "paired", "2026-05-04", "alytus", of.ages, "20-24", of.id, true});
  tables.scores.push_back({of.id,
                           {of.pack, "AB", kLength},
                           {of.pairs, of.x, of.y, squares(of.x), squares(of.y), of.x}});
  tables.forms.push_back({of.id, {"before", of.pack, "A", kLength, 1}, of.pairs + of.alone});
  tables.forms.push_back({of.id, {"after", of.pack, "B", kLength, 1}, of.pairs});
}

/// A question of the first round that everybody there answered, and the round as an activity.
void add_round(TallyTables& tables, const std::string& run, std::int64_t n) {
  const ItemKey key{"before", "hands", "soap"};
  tables.uses.push_back({run, {"visit"}, 40});
  tables.items.push_back({run, key, {n, n, n / 2, 0, 0, 0}});
  tables.item_sums.push_back({run, key, {n, n / 2, 0, 0, 0}});
  tables.outcomes.push_back({run, {"before", "hands", "soap", "right", 0}, n / 2});
  tables.outcomes.push_back({run, {"before", "hands", "soap", "wrong", 0}, n - n / 2});
  tables.activities.push_back({run, {"hands", "round-before"}, {n, n, 0, 0}});
}

void add_question(TallyTables& tables, const std::string& item, std::int64_t n,
                  std::int64_t right) {
  const ItemKey key{"before", "hands", item};
  tables.items.push_back({"1", key, {n, n, right, 0, 0, 0}});
  tables.item_sums.push_back({"1", key, {n, right, 0, 0, 0}});
  tables.outcomes.push_back({"1", {"before", "hands", item, "right", 0}, right});
  tables.outcomes.push_back({"1", {"before", "hands", item, "wrong", 0}, n - right});
}

Report report_of(const TallyTables& tables) {
  static const TitleLookup kNone;
  const auto figures = add_up(tables);
  return make_report({figures, kNone}, 0);
}

Table table(const Report& report, const std::string& id) {
  const auto* const found = test::find_table(report, id);
  REQUIRE_MESSAGE(found, "no table ", id);
  return *found;
}

bool has(const Report& report, const std::string& section) {
  return std::any_of(report.sections.begin(), report.sections.end(),
                     [&](const Section& s) { return s.id == section; });
}

bool is_kept(const Cell& cell) {
  return std::holds_alternative<Withheld>(cell);
}

/// The tables' shares of right answers, "-" kept, "<" or ">" coded, "=" exact; then how many
/// options.
std::string told_shares(const TallyTables& tables) {
  const auto report = report_of(tables);
  std::string told;
  for (const auto& row : table(report, "items.before").rows) {
    const auto* const coded = std::get_if<Beyond>(&row[5]);
    told += coded ? (coded->above ? '>' : '<') : is_kept(row[5]) ? '-' : '=';
    CHECK(is_kept(row[4]) == (told.back() != '='));  // the count
  }
  for (const auto& section : report.sections) {
    for (const auto& each : section.tables) {
      if (each.id == "options.before") told += " " + std::to_string(each.rows.size());
    }
  }
  return told;
}

}  // namespace

TEST_CASE("outputs: a small room is kept with rooms of its own topic, whose sum is known") {
  TallyTables tables;
  add(tables, {"1", "hands", 20, 20, 30});
  add(tables, {"2", "teeth", 3, 2, 4});
  const auto report = report_of(tables);
  const auto& rooms = table(report, "workshops").rows;
  CHECK(std::get<Count>(rooms[0][7]).n == 20);  // the topic's own count; it hides nobody
  CHECK(is_kept(rooms[1][7]));
  CHECK(is_kept(rooms[1][5]));
}

TEST_CASE(
    "outputs: a round is told by questions only if nobody can be counted who was there once") {
  for (const std::int64_t alone : {0, 2, 7}) {
    TallyTables tables;
    add(tables, {"1", "hands", 20, 20, 30, alone});
    add_round(tables, "1", 20 + alone);
    const auto report = report_of(tables);
    const auto question = table(report, "items.before").rows.at(0);
    CHECK(is_kept(question[2]) == (alone == 2));
    CHECK(is_kept(question[3]) == (alone == 2));
    CHECK(is_kept(table(report, "workshops").rows[0][5]) == (alone == 2));
    CHECK(table(report, "activities").rows.empty() == (alone == 2));
  }
}

TEST_CASE("outputs: a round is told by questions only if its mean and its goals are told") {
  TallyTables tables;
  add(tables, {"1", "hands", 20, 38, 30});  // two wrong answers before: coded
  add_round(tables, "1", 20);
  CHECK(is_kept(table(report_of(tables), "items.before").rows.at(0)[3]));
}

TEST_CASE("outputs: a coded room is not told by the mean of all and the other rooms") {
  TallyTables tables;
  add(tables, {"1", "hands", 20, 38, 30});
  add(tables, {"2", "hands", 20, 20, 30});
  for (const auto& row : table(report_of(tables), "workshops.gain").rows) CHECK(is_kept(row[3]));
  tables = {};
  add(tables, {"1", "hands", 20, 20, 30});
  add(tables, {"2", "hands", 20, 20, 30});
  for (const auto& row : table(report_of(tables), "workshops.gain").rows) {
    CHECK(std::holds_alternative<Mean>(row[3]));
  }
}

TEST_CASE("outputs: rooms that are kept together had neither all nor nothing right") {
  TallyTables tables;
  add(tables, {"1", "hands", 20, 20, 30});
  add(tables, {"2", "hands", 7, 13, 7});
  add(tables, {"3", "hands", 6, 12, 6});  // 25 of 26 with the second
  for (const auto& row : table(report_of(tables), "workshops.gain").rows) CHECK(is_kept(row[3]));
}

TEST_CASE("outputs: ages of several topics are no bars where a room is kept") {
  TallyTables tables;
  add(tables, {"1", "hands", 20, 20, 30});
  add(tables, {"2", "hands", 11, 11, 15, 0, "C"});
  const auto ages = [&] {
    const auto report = report_of(tables);
    return std::any_of(report.sections.begin(), report.sections.end(), [](const Section& s) {
      return std::any_of(s.charts.begin(), s.charts.end(),
                         [](const Chart& chart) { return chart.id == "workshops.ages"; });
    });
  };
  CHECK(ages());
  add(tables, {"3", "teeth", 4, 4, 6});
  CHECK_FALSE(ages());
}

TEST_CASE("outputs: no totals of all answers beside a workshop") {
  TallyTables tables;
  tables.uses.push_back({"free", {"visit"}, 3});
  CHECK(has(report_of(tables), "totals"));
  add(tables, {"1", "hands", 20, 20, 30, 2});
  CHECK_FALSE(has(report_of(tables), "totals"));
}

TEST_CASE("outputs: the adult's screen shows no workshop that a report keeps because of another") {
  TallyTables tables;
  add(tables, {"1", "hands", 15, 15, 20});
  CHECK(earlier_workshops(tables).at(0).result);
  add(tables, {"2", "hands", 4, 4, 5});
  for (const auto& workshop : earlier_workshops(tables)) CHECK_FALSE(workshop.result);
}

TEST_CASE("outputs: goals do not tell a mean that is kept because all scores are the same") {
  TallyTables tables;
  add(tables, {"1", "hands", 12, 12, 12});
  tables.scores.at(0).sums = {12, 12, 12, 12, 24, 12};  // one right each before
  tables.pairs.push_back({"1", {"hands", "soap", "AB"}, {0, 6, 6, 0}});
  tables.pairs.push_back({"1", {"hands", "towel", "AB"}, {6, 0, 0, 6}});
  const auto report = report_of(tables);
  CHECK(is_kept(table(report, "learning.gain").rows.at(0)[2]));
  for (const auto& row : table(report, "learning.goals").rows) {
    CHECK(is_kept(row[2]));
    CHECK(std::get<Share>(row[3]).part == 6);
  }
}

TEST_CASE("outputs: that nearly all were right is coded, and neither count nor options tell it") {
  TallyTables tables;
  tables.uses.push_back({"1", {"visit"}, 40});
  add_question(tables, "soap", 40, 20);
  add_question(tables, "towel", 40, 25);
  CHECK(told_shares(tables) == "== 4");
  add_question(tables, "water", 40, 40);  // the mean score tells it beside the others
  CHECK(told_shares(tables) == "-->");
  add_question(tables, "hands", 40, 2);  // of two it tells the sum
  CHECK(told_shares(tables) == "<==> 4");
}

TEST_CASE("outputs: a coded question is not told by its twin and their goal") {
  TallyTables tables;
  add(tables, {"1", "hands", 40, 40, 40});
  tables.pairs.push_back({"1", {"hands", "soap", "AB"}, {10, 10, 10, 10}});
  tables.uses.push_back({"1", {"visit"}, 80});
  add_question(tables, "soap", 40, 20);
  add_question(tables, "towel", 40, 36);
  add_question(tables, "water", 40, 37);
  CHECK(told_shares(tables) == "->>");
  add_question(tables, "hands", 40, 40);  // with the third as its twin it would be 37 to 40
  CHECK(told_shares(tables) == "----");
}

TEST_CASE("outputs: a question of fewer than ten keeps its round") {
  TallyTables tables;
  tables.uses.push_back({"1", {"visit"}, 40});
  add_question(tables, "soap", 40, 20);
  add_question(tables, "towel", 9, 9);
  CHECK(told_shares(tables) == "--");
}

}  // namespace nest::outputs_test
