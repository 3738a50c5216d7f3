#include "core/usage/reports/quality.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/base/random.h"
#include "core/usage/release.h"
#include "support/event_rows.h"
#include "support/find_table.h"

using namespace nest;

namespace {

constexpr Millis kThoughtfulAnswer{8000};
using RightAnswers = std::vector<bool>;

/// QualityRounds of many children over forms of a pack, whose questions are "a-0", "a-1" … or "b-0"
/// …
class QualityRounds {
 public:
  explicit QualityRounds(Phase phase = Phase::before) : phase_(phase) {}

  QualityRounds& child(const RightAnswers& right, Form form = Form::a) {
    FormFinished finished{PackId("hands"), phase_, form, {}, {}};
    for (std::size_t q = 0; q < right.size(); ++q) {
      answer(form, q, right[q], kThoughtfulAnswer);
      finished.answers.push_back({id(form, q), GoalId("goal"), right[q]});
    }
    count(finished);
    count(VisitStarted{});
    return *this;
  }
  QualityRounds& children(int n, const RightAnswers& right, Form form = Form::a) {
    for (int i = 0; i < n; ++i) child(right, form);
    return *this;
  }
  /// Of a round that is left half-way.
  QualityRounds& answer(Form form, std::size_t q, bool right, Millis taken) {
    count(ItemAnswered{
        {PackId("hands"), id(form, q)}, phase_, AnswerId(right ? "yes" : "no"), right, taken});
    return *this;
  }
  /// `gone`: a question that the pack has no more.
  Report report(bool with_pack = true, const std::string& gone = {}) const {
    const TitleLookup titles;
    ItemLookup items;
    if (with_pack) {
      items = [&](const std::string&, const std::string& item) {
        const ItemFacts facts{item[0] == 'a' ? "A" : "B", 4, false};
        return item == gone ? std::nullopt : std::optional(facts);
      };
    }
    const auto figures = add_up(tables_);
    return make_report({figures, titles, items}, 0, "items");
  }

 private:
  static ItemId id(Form form, std::size_t q) {
    return ItemId((form == Form::a ? "a-" : "b-") + std::to_string(q));
  }
  void count(const UsageEvent& event) { test::add_rows(tables_, "r", event); }

  Phase phase_;
  TallyTables tables_;
};

struct QualityColumn {
  enum { topic, form, question, facility, guess, discrimination, weight, fast, warning };
};

const Table* quality_table(const Report& report, const std::string& phase = "before") {
  return test::find_table(report, "items.quality." + phase);
}

bool is_withheld(const Cell& cell) {
  return std::holds_alternative<Withheld>(cell);
}

/// Forty children and three questions, each known by twenty.
QualityRounds forty_children() {
  QualityRounds rounds;
  for (int c = 0; c < 40; ++c) {
    rounds.child({c < 20, c < 15 || (c >= 20 && c < 25), c < 12 || (c >= 30 && c < 38)});
  }
  return rounds;
}

}  // namespace

TEST_CASE("quality: each question of a form with Moodle's figures, n and an interval beside") {
  const auto report = forty_children().report();
  const auto* const table = quality_table(report);
  REQUIRE(table);
  REQUIRE(table->rows.size() == 3);
  for (const auto& row : table->rows) REQUIRE(row.size() == table->columns.size());
  const auto& row = table->rows[0];
  CHECK(std::get<Literal>(row[QualityColumn::form]).text == "A");
  CHECK(std::get<Literal>(row[QualityColumn::question]).text == "a-0");
  CHECK(std::get<Share>(row[QualityColumn::facility]).part == 20);
  CHECK(std::get<Share>(row[QualityColumn::facility]).whole == 40);
  CHECK(std::get<Figure>(row[QualityColumn::guess]).value == 25);
  CHECK(std::get<Figure>(row[QualityColumn::discrimination]).value ==
        0.45);  // 0.4518: no file says more
  CHECK(std::get<Figure>(row[QualityColumn::weight]).value == 34);
  double sum = 0;
  for (const auto& each : table->rows) sum += std::get<Figure>(each[QualityColumn::weight]).value;
  CHECK(sum == doctest::Approx(100).epsilon(0.02));
  CHECK_FALSE(quality_table(report, "after"));
}

TEST_CASE("quality: thirty finished rounds, and so many answers that nobody who left is told") {
  const auto told = [](int finished, int left) {
    QualityRounds rounds;
    rounds.children(finished / 2, {true, false}).children(finished - finished / 2, {false, true});
    for (int i = 0; i < left; ++i) {
      for (std::size_t q = 0; q < 2; ++q) rounds.answer(Form::a, q, i % 2 == 0, kThoughtfulAnswer);
    }
    return quality_table(rounds.report()) != nullptr;
  };
  CHECK_FALSE(told(29, 20));
  CHECK_FALSE(told(30, 0));
  CHECK_FALSE(told(30, 3));  // to be told would say that at most three left
  CHECK_FALSE(told(30, 4));
  CHECK(told(30, 5));
  CHECK(told(34, 0));
}

TEST_CASE("quality: a question that tells nothing has no minus before its zero") {
  QualityRounds rounds;
  rounds.children(100, {true, true}).children(100, {true, false});
  rounds.children(101, {false, true}).children(100, {false, false});  // −0.0025
  const auto report = rounds.report();
  const auto& cell = quality_table(report)->rows.at(0)[QualityColumn::discrimination];
  CHECK_FALSE(std::signbit(std::get<Figure>(cell).value));
}

TEST_CASE("quality: no discrimination where fewer than ten were right, or wrong") {
  const auto shown = [](int wrong) {
    QualityRounds rounds;
    rounds.children(20, {true, true}).children(30, {true, false}).children(wrong, {false, true});
    const auto report = rounds.report();
    return quality_table(report)->rows.at(0)[QualityColumn::discrimination];
  };
  CHECK(is_withheld(shown(9)));
  CHECK(is_withheld(shown(13)));  // that it is told would tell how many of them left half-way
  CHECK_FALSE(is_withheld(shown(14)));
}

TEST_CASE("quality: the weights of a form are told together or not at all") {
  QualityRounds rounds;
  rounds.children(20, {true, true, false}).children(20, {false, true, true});
  rounds.children(12, {true, false, true});  // who did not know the second are too few
  const auto report = rounds.report();
  const auto& rows = quality_table(report)->rows;
  CHECK_FALSE(is_withheld(rows.at(0)[QualityColumn::discrimination]));
  CHECK(is_withheld(rows.at(1)[QualityColumn::discrimination]));
  for (const auto& row : rows) CHECK(is_withheld(row[QualityColumn::weight]));
}

TEST_CASE("quality: questions that were not all in the same rounds have no weights") {
  auto rounds = forty_children();
  for (int c = 0; c < 20; ++c) rounds.child({c < 10, c % 2 == 0});  // a shorter form, once
  const auto report = rounds.report();
  const auto& rows = quality_table(report)->rows;
  CHECK_FALSE(is_withheld(rows.at(0)[QualityColumn::discrimination]));
  for (const auto& row : rows) CHECK(is_withheld(row[QualityColumn::weight]));
}

TEST_CASE("quality: the weights are those of all questions of the form or of none") {
  const auto report = forty_children().report(true, "a-2");
  for (const auto& row : quality_table(report)->rows) {
    CHECK_FALSE(std::holds_alternative<Figure>(row[QualityColumn::weight]));
  }
}

TEST_CASE("quality: each form has weights of its own; without its pack a question has none") {
  auto rounds = forty_children();
  rounds.children(20, {true, true}, Form::b).children(20, {false, false}, Form::b);
  const auto report = rounds.report();
  const auto& rows = quality_table(report)->rows;
  REQUIRE(rows.size() == 5);
  CHECK(std::get<Literal>(rows[3][QualityColumn::form]).text == "B");
  CHECK(std::get<Figure>(rows[3][QualityColumn::weight]).value == 50);
  const auto bare = rounds.report(false);
  const auto& row = quality_table(bare)->rows.at(0);
  for (const auto column : {QualityColumn::form, QualityColumn::guess, QualityColumn::weight})
    CHECK(std::get<Literal>(row[column]).text == "–");
  CHECK_FALSE(is_withheld(row[QualityColumn::discrimination]));
}

TEST_CASE("quality: where one question is coded, the mean score would tell it beside the other") {
  QualityRounds rounds;
  rounds.children(25, {true, true}).children(22, {false, true}).children(3, {true, false});
  const auto report = rounds.report();
  const auto& rows = quality_table(report)->rows;
  CHECK(is_withheld(rows.at(0)[QualityColumn::facility]));
  CHECK(std::get<Beyond>(rows.at(1)[QualityColumn::facility]).above);
  for (const auto& row : rows) {
    for (const auto column : {QualityColumn::discrimination, QualityColumn::weight})
      CHECK(is_withheld(row[column]));
    CHECK(std::holds_alternative<Beyond>(row[QualityColumn::fast]));
  }
}

TEST_CASE("quality: where one question of a pack is hidden, none of its round is there") {
  QualityRounds rounds;
  rounds.children(25, {true, false}).children(25, {false, true});
  rounds.children(9, {true, false}, Form::b);
  const auto report = rounds.report();
  CHECK_FALSE(quality_table(report));
  CHECK(report.sections[0].charts.empty());
}

TEST_CASE("quality: nearly all right is said so, to warn that there is no room for a gain") {
  QualityRounds rounds;
  rounds.children(45, {true, true}).children(5, {false, false});
  const auto report = rounds.report();
  const auto& row = quality_table(report)->rows.at(0);
  CHECK(std::get<Beyond>(row[QualityColumn::facility]).above);
  CHECK(std::get<Beyond>(row[QualityColumn::facility]).share == 0.85);
  CHECK(std::get<Message>(row[QualityColumn::warning]).key == "report.warning.easy");
}

TEST_CASE("quality: more than few answers within three seconds are a warning") {
  const auto row_with = [](int hasty, Millis taken) {
    QualityRounds rounds;
    rounds.children(20, {true, false}).children(20, {false, true});
    for (int i = 0; i < 60; ++i) {
      rounds.answer(Form::a, 0, i % 2 == 0, i < hasty ? taken : kThoughtfulAnswer);
    }
    const auto report = rounds.report();
    return quality_table(report)->rows.at(0);
  };
  const auto few = row_with(15, Millis(2999));
  CHECK_FALSE(std::get<Beyond>(few[QualityColumn::fast]).above);
  CHECK(std::get<Literal>(few[QualityColumn::warning]).text == "–");
  const auto many = row_with(16, Millis(2999));
  CHECK(std::get<Share>(many[QualityColumn::fast]).part == 16);
  CHECK(std::get<Share>(many[QualityColumn::fast]).whole == 100);
  CHECK(std::get<Message>(many[QualityColumn::warning]).key == "report.warning.fast");
  CHECK(std::get<Literal>(row_with(60, Millis(3000))[QualityColumn::warning]).text == "–");
}

TEST_CASE("quality: no share of few children gets out, whatever the answers") {
  Random luck(7);
  for (int round = 0; round < 300; ++round) {
    QualityRounds rounds;
    const auto groups = 4 + luck.below(5);
    for (std::uint32_t g = 0; g < groups; ++g) {
      const auto bits = luck.below(8);
      rounds.children(1 + static_cast<int>(luck.below(16)),
                      {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0});
    }
    const auto report = rounds.report();
    const auto* const table = quality_table(report);
    if (!table) continue;
    for (const auto& row : table->rows) {
      for (const auto& cell : row) {
        const auto* const share = std::get_if<Share>(&cell);
        if (!share) continue;
        CHECK_FALSE(is_small(share->part));
        CHECK_FALSE(is_small(share->whole - share->part));
      }
      // Without the question's own share nothing else that was made of it is told.
      if (is_withheld(row[QualityColumn::facility]))
        CHECK(is_withheld(row[QualityColumn::discrimination]));
    }
  }
}
