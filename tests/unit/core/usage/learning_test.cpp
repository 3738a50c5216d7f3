#include "core/usage/reports/learning.h"

#include <doctest/doctest.h>

#include "core/base/random.h"
#include "core/usage/release.h"
#include "core/usage/reports/workshops.h"
#include "support/event_rows.h"
#include "support/find_table.h"

using namespace nest;

namespace {

/// A closed workshop of children with a score before and after, each `out_of` questions; the goals
/// are the questions, known from the first on.
class LearningRoom {
 public:
  LearningRoom(std::string id, int out_of) : id_(std::move(id)), out_of_(out_of) {
    tables_.runs.push_back({id_, "paired", "2026-05-04", "alytus", "B", "20-24", id_, true});
  }
  LearningRoom& children(int n, int before, int after) {
    for (int i = 0; i < n; ++i) child(before, after);
    return *this;
  }
  TallyTables take() { return std::move(tables_); }

 private:
  void child(int before, int after) {
    FormFinished event{PackId("hands"), Phase::after, Form::b, {}, Earlier{Form::a, {}}};
    FormFinished first{PackId("hands"), Phase::before, Form::a, {}, {}};
    for (int q = 0; q < out_of_; ++q) {
      const GoalId goal("goal-" + std::to_string(q));
      first.answers.push_back({ItemId("a-" + std::to_string(q)), goal, q < before});
      event.answers.push_back({ItemId("b-" + std::to_string(q)), goal, q < after});
      event.earlier->correct[goal] = q < before;
    }
    count(first);
    count(event);
  }
  void count(const UsageEvent& event) { test::add_rows(tables_, id_, event); }

  std::string id_;
  int out_of_;
  TallyTables tables_;
};

void append(TallyTables& to, TallyTables more) {
  const auto add = [](auto& all, const auto& rows) {
    all.insert(all.end(), rows.begin(), rows.end());
  };
  add(to.runs, more.runs);
  add(to.pairs, more.pairs);
  add(to.scores, more.scores);
  add(to.forms, more.forms);
}

Report report_of(const TallyTables& tables) {
  static const TitleLookup kNone;
  const auto figures = add_up(tables);
  return make_report({figures, kNone}, 0);
}

long number(const Message& message, const std::string& name) {
  for (const auto& [key, value] : message.numbers) {
    if (key == name) return value;
  }
  return -999;
}

}  // namespace

TEST_CASE("learning: the report begins with one sentence for each topic") {
  const auto report = report_of(
      LearningRoom("0421", 5).children(8, 2, 3).children(8, 3, 4).children(6, 1, 4).take());
  REQUIRE(report.headlines.size() == 1);
  const auto& [topic, sentence] = report.headlines[0];
  CHECK(std::get<Literal>(topic).text == "hands");
  CHECK(sentence.key == "report.verdict.improved");
  CHECK(number(sentence, "n") == 22);
  CHECK(number(sentence, "before") == 42);  // 46 of 110
  CHECK(number(sentence, "after") == 73);   // 80 of 110
  CHECK(report.sections[0].id == "learning");
  const auto* const gains = test::find_table(report, "learning.gain");
  REQUIRE(gains);
  const auto& row = gains->rows.at(0);
  CHECK(std::get<Count>(row[1]).n == 22);
  CHECK(std::get<Mean>(row[2]).value == doctest::Approx(46.0 / 110));
  CHECK(std::get<Gain>(row[4]).interval.low > 0);
  CHECK_FALSE(report.method.empty());
  CHECK_FALSE(report.privacy.empty());
}

TEST_CASE("learning: nine children tell nothing but that they are too few") {
  const auto report = report_of(LearningRoom("0421", 5).children(5, 2, 3).children(4, 1, 4).take());
  CHECK(report.headlines.at(0).sentence.key == "report.verdict.too-few");
  const auto& row = test::find_table(report, "learning.gain")->rows.at(0);
  for (std::size_t i = 2; i < 7; ++i) CHECK(std::holds_alternative<Withheld>(row[i]));
  CHECK_FALSE(test::find_table(report, "learning.goals"));
  for (const auto& section : report.sections) CHECK(section.charts.empty());
}

TEST_CASE("learning: where all children have the same score, it would be each one's own") {
  const auto report = report_of(LearningRoom("0421", 5).children(12, 2, 3).take());
  CHECK(report.headlines.at(0).sentence.key == "report.verdict.ends");
  CHECK(std::holds_alternative<Withheld>(test::find_table(report, "learning.gain")->rows.at(0)[2]));
}

TEST_CASE("learning: nearly everything right after the lesson is said so, not to the last answer") {
  const auto report = report_of(
      LearningRoom("0421", 5).children(6, 2, 5).children(5, 3, 5).children(3, 1, 4).take());
  CHECK(report.headlines.at(0).sentence.key == "report.verdict.nearly-all");
  const auto& row = test::find_table(report, "learning.gain")->rows.at(0);
  CHECK(std::get<Beyond>(row[3]).above);
  CHECK(std::holds_alternative<Withheld>(row[4]));  // the gain would tell it
}

TEST_CASE("learning: no cell of one to four children gets out of a goal") {
  Random luck(5);
  for (int round = 0; round < 300; ++round) {
    LearningRoom room("0421", 6);
    const int groups = 3 + static_cast<int>(luck.below(6));
    for (int g = 0; g < groups; ++g) {
      room.children(1 + static_cast<int>(luck.below(9)), static_cast<int>(luck.below(7)),
                    static_cast<int>(luck.below(7)));
    }
    const auto report = report_of(room.take());
    const auto* const goals = test::find_table(report, "learning.goals");
    if (!goals) continue;
    for (const auto& row : goals->rows) {
      for (const auto& cell : row) {
        if (const auto* const count = std::get_if<Count>(&cell)) CHECK_FALSE(is_small(count->n));
        if (const auto* const share = std::get_if<Share>(&cell)) {
          CHECK_FALSE(is_small(share->part));
          CHECK_FALSE(is_small(share->whole - share->part));
        }
      }
    }
  }
}

TEST_CASE("learning: the counts of a goal are told where none is small") {
  const auto told = report_of(
      LearningRoom("0421", 1).children(20, 0, 1).children(10, 0, 0).children(10, 1, 1).take());
  const auto* const table = test::find_table(told, "learning.goals");
  REQUIRE(table);
  REQUIRE(table->columns.size() == 8);
  const auto& row = table->rows.at(0);
  CHECK(std::get<Share>(row[2]).part == 10);
  CHECK(std::get<Share>(row[3]).part == 30);
  CHECK(std::get<Count>(row[4]).n == 20);  // learned it
  CHECK(std::get<Count>(row[5]).n == 0);   // lost it
  CHECK(std::get<PValue>(row[6]).value < 0.001);
  CHECK(std::get<Message>(row[7]).key == "report.result.more");
}

TEST_CASE("workshops: kiosks of one room are one workshop, a small room is told by nothing") {
  auto tables = LearningRoom("0421", 5).children(8, 2, 3).children(8, 1, 4).take();
  auto second = LearningRoom("0422", 5).children(9, 2, 3).children(9, 3, 4).take();
  second.runs[0].room = "0421";
  append(tables, std::move(second));
  append(tables, LearningRoom("0500", 5).children(4, 2, 3).children(3, 1, 2).take());
  const auto report = report_of(tables);
  const auto* const rooms = test::find_table(report, "workshops");
  REQUIRE(rooms);
  REQUIRE(rooms->rows.size() == 2);
  CHECK(std::get<Count>(rooms->rows[0][4]).n == 2);
  CHECK(std::get<Count>(rooms->rows[0][7]).n == 34);
  const auto* const gains = test::find_table(report, "workshops.gain");
  REQUIRE(gains);
  // The small room could be worked out from all less the other, so both are hidden.
  for (const auto& row : gains->rows) CHECK(std::holds_alternative<Withheld>(row[5]));
}

TEST_CASE("workshops: rounds without cards are compared as wholes, and called so") {
  auto tables = LearningRoom("0421", 5).children(6, 2, 3).children(6, 1, 4).take();
  tables.runs[0].mode = "unpaired";
  tables.pairs.clear();
  tables.scores.clear();
  const auto report = report_of(tables);
  CHECK(report.headlines.at(0).sentence.key == "report.verdict.unpaired.more");
  const auto& row = test::find_table(report, "learning.unpaired")->rows.at(0);
  CHECK(std::get<Gain>(row[3]).n == 24);
  CHECK_FALSE(test::find_table(report, "learning.gain"));
}
