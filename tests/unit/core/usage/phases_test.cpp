// What the report says of a workshop's phases: how each was used, where each question stood.
#include <doctest/doctest.h>

#include "core/usage/report.h"
#include "support/find_table.h"

using namespace nest;

namespace {

/// A question of the pack "hands", answered so often and right so often in a phase.
void ask_in_phase(TallyTables& tables, const std::string& phase, const std::string& item,
                  std::int64_t answered, std::int64_t right) {
  tables.items.push_back({"r", {phase, "hands", item}, {answered, answered, right, 0, 0, 0}});
  tables.outcomes.push_back({"r", {phase, "hands", item, "yes", 2}, right});
  tables.outcomes.push_back({"r", {phase, "hands", item, "no", 2}, answered - right});
}

Report report_of_forty_visits(TallyTables tables, std::string_view part) {
  const TitleLookup titles;
  tables.uses.push_back({"r", {"visit"}, 40});
  const auto figures = add_up(tables);
  return make_report({figures, titles}, 0, part);
}

const Table* phases_table(const Report& report) {
  return test::find_table(report, "visits.phases");
}

bool section_notes(const Report& report, const std::string& key) {
  for (const auto& note : report.sections.at(0).notes) {
    if (note.key == key) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("phases: how many answers there were before the lesson, in practice and after it") {
  TallyTables tables;
  ask_in_phase(tables, "before", "soap", 20, 10);
  ask_in_phase(tables, "before", "towel", 19, 9);
  ask_in_phase(tables, "practice", "soap", 70, 30);
  ask_in_phase(tables, "after", "soap", 18, 12);
  const auto report = report_of_forty_visits(tables, "visits");
  const auto* const table = phases_table(report);
  REQUIRE(table);
  REQUIRE(table->rows.size() == 3);
  CHECK(std::get<Message>(table->rows[0][0]).key == "report.before");
  CHECK(std::get<Count>(table->rows[0][1]).n == 39);
  CHECK(std::get<Message>(table->rows[1][0]).key == "report.phase.practice");
  CHECK(std::get<Count>(table->rows[1][1]).n == 70);
  CHECK(std::get<Count>(table->rows[2][1]).n == 18);
  REQUIRE(report.sections[0].charts.size() == 1);
  const auto& bars = std::get<BarChart>(report.sections[0].charts[0].drawing);
  REQUIRE(bars.bars.size() == 3);
  CHECK(bars.bars[1].n == 70);
  CHECK(bars.unit.key == "report.answers");  // not children
}

TEST_CASE("phases: a sum that would tell a small count of one question is not told") {
  TallyTables tables;
  ask_in_phase(tables, "before", "soap", 20, 10);
  ask_in_phase(tables, "before", "towel", 3, 1);
  ask_in_phase(tables, "practice", "soap", 70, 30);
  ask_in_phase(tables, "after", "soap", 4, 2);
  const auto report = report_of_forty_visits(tables, "visits");
  const auto* const table = phases_table(report);
  REQUIRE(table);
  CHECK(std::holds_alternative<Withheld>(table->rows[0][1]));
  CHECK(std::get<Count>(table->rows[1][1]).n == 70);
  CHECK(std::holds_alternative<Withheld>(table->rows[2][1]));
  CHECK(report.sections[0].charts.empty());  // one bar says nothing more
}

TEST_CASE("phases: a sum that would tell a round that is kept is not told") {
  TallyTables tables;
  ask_in_phase(tables, "before", "soap", 20, 10);
  ask_in_phase(tables, "before", "towel", 8, 4);
  ask_in_phase(tables, "after", "soap", 20, 10);
  const auto report = report_of_forty_visits(tables, "visits");
  const auto* const table = phases_table(report);
  REQUIRE(table);
  CHECK(std::holds_alternative<Withheld>(table->rows[0][1]));
  CHECK(std::get<Count>(table->rows[2][1]).n == 20);
}

TEST_CASE("phases: without a workshop there are none") {
  TallyTables tables;
  ask_in_phase(tables, "practice", "soap", 70, 30);
  CHECK_FALSE(phases_table(report_of_forty_visits(tables, "visits")));
}

TEST_CASE("item map: where a question stood before the lesson and where after it") {
  TallyTables tables;
  ask_in_phase(tables, "before", "soap", 40, 16);
  ask_in_phase(tables, "after", "soap", 40, 35);
  ask_in_phase(tables, "after", "towel", 40, 20);
  ask_in_phase(tables, "after", "water", 40, 37);  // with it the sum tells neither coded one
  const auto report = report_of_forty_visits(tables, "items");
  REQUIRE(report.sections[0].charts.size() == 1);
  const auto& chart = report.sections[0].charts[0];
  CHECK(chart.id == "items.map.hands");
  CHECK(chart.topic.text == "hands");
  const auto& rows = std::get<DotChart>(chart.drawing).rows;
  REQUIRE(rows.size() == 3);
  CHECK(std::get<Literal>(rows[0].label).text == "soap");
  CHECK(rows[0].before->value == doctest::Approx(0.4));
  CHECK(rows[0].after->at_least);  // 35 of 40 is told as 85 % or more only
  CHECK(rows[0].after->value == doctest::Approx(0.85));
  CHECK_FALSE(rows[1].before);
  CHECK(rows[1].after->value == doctest::Approx(0.5));
  CHECK(section_notes(report, "report.items.map"));
}

TEST_CASE("item map: a round of which the tables tell nothing is not in the picture") {
  TallyTables tables;
  ask_in_phase(tables, "before", "soap", 8, 4);
  ask_in_phase(tables, "before", "towel", 40, 20);
  ask_in_phase(tables, "after", "soap", 40, 20);
  const auto report = report_of_forty_visits(tables, "items");
  const auto& rows = std::get<DotChart>(report.sections[0].charts.at(0).drawing).rows;
  REQUIRE(rows.size() == 1);
  CHECK_FALSE(rows[0].before);
  CHECK(rows[0].after);
  TallyTables practice;
  ask_in_phase(practice, "practice", "soap", 40, 20);
  CHECK(report_of_forty_visits(practice, "items").sections[0].charts.empty());
  CHECK_FALSE(section_notes(report_of_forty_visits(practice, "items"), "report.items.map"));
}
