#include "core/usage/report.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "core/base/random.h"
#include "core/usage/release.h"
#include "core/usage/report_registry.h"
#include "support/event_rows.h"
#include "support/find_table.h"

using namespace nest;

namespace {

/// A kiosk's tables, filled by what children do.
class CountingKiosk {
 public:
  void add(const UsageEvent& event, int times = 1) { test::add_rows(tables_, "r", event, times); }
  void answer(const std::string& option, bool correct, int times, Millis taken = Millis(0)) {
    add(ItemAnswered{soap, Phase::practice, AnswerId(option), correct, taken}, times);
  }
  Report report(const TitleLookup& titles = {}, std::string_view only = {}) const {
    const auto figures = add_up(tables_);
    return make_report({figures, titles}, 0, only);
  }
  const ItemRef soap{PackId("hands"), ItemId("soap")};

 private:
  TallyTables tables_;
};

std::string show(const Cell& cell) {
  if (const auto* const literal = std::get_if<Literal>(&cell)) return literal->text;
  if (const auto* const message = std::get_if<Message>(&cell)) return message->key;
  if (const auto* const count = std::get_if<Count>(&cell)) return std::to_string(count->n);
  if (std::holds_alternative<FewerThan>(cell)) return "<5";
  if (const auto* const share = std::get_if<Share>(&cell)) {
    return std::to_string(share->part) + "/" + std::to_string(share->whole);
  }
  if (const auto* const beyond = std::get_if<Beyond>(&cell)) {
    return fmt::format("{}{:.0f}%", beyond->above ? ">=" : "<=", 100 * beyond->share);
  }
  return "hidden";
}

using Lines = std::vector<std::string>;
Lines lines(const Report& report, const std::string& id) {
  Lines all;
  const auto* const table = test::find_table(report, id);
  REQUIRE(table);
  for (const auto& row : table->rows) {
    CHECK(row.size() == table->columns.size());
    std::string line;
    for (const auto& cell : row) line += (line.empty() ? "" : " ") + show(cell);
    all.push_back(line);
  }
  return all;
}

}  // namespace

TEST_CASE("report: under ten visits only totals are told, and that it is so") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 9);
  kiosk.add(ActivityStarted{{PackId("hands"), ActivityId("story")}}, 3);
  kiosk.answer("soap", true, 30);
  const auto report = kiosk.report();
  REQUIRE(report.notes.size() == 1);
  CHECK(report.notes[0].key == "report.note.few-visits");
  CHECK(report.sections.size() == 1);
  CHECK(lines(report, "totals") ==
        Lines{"report.totals.visits 9", "report.totals.started <5", "report.totals.answered 30"});
  kiosk.add(VisitStarted{});
  CHECK_FALSE(test::find_table(kiosk.report(), "totals"));
  CHECK(test::find_table(kiosk.report(), "visits.ends"));
}

TEST_CASE("report: visits by how they ended; a small number hides its neighbour too") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 50);
  kiosk.add(VisitEnded{VisitEnd::farewell}, 30);
  kiosk.add(VisitEnded{VisitEnd::home}, 14);
  kiosk.add(VisitEnded{VisitEnd::idle}, 6);
  CHECK(lines(kiosk.report(), "visits.ends") == Lines{"report.end.farewell 30 30/50",
                                                      "report.end.home 14 14/50",
                                                      "report.end.idle 6 6/50"});
  kiosk.add(VisitStarted{}, 2);  // two visits are still open: 52 - 50 would tell them
  CHECK(lines(kiosk.report(), "visits.ends") == Lines{"report.end.farewell 30 30/52",
                                                      "report.end.home 14 14/52",
                                                      "report.end.idle hidden hidden"});
}

TEST_CASE("report: languages are the kiosk's total, under their own names") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 20);
  kiosk.add(LanguageChosen{Lang("lt")}, 8);
  kiosk.add(LanguageChosen{Lang("pl")}, 14);
  CHECK(lines(kiosk.report(), "visits.languages") == Lines{"lietuvių 8 8/22", "polski 14 14/22"});
}

TEST_CASE("report: whether they would play again, and what they liked best") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 40);
  kiosk.add(AgainAnswered{AgainAnswer::yes}, 20);
  kiosk.add(AgainAnswered{AgainAnswer::maybe}, 10);
  kiosk.add(AgainAnswered{AgainAnswer::no}, 6);
  kiosk.add(FavouriteChosen{{PackId("hands"), ActivityId("quiz")}}, 25);
  kiosk.add(FavouriteChosen{{PackId("hands"), ActivityId("story")}}, 11);
  CHECK(lines(kiosk.report(), "visits.again") == Lines{"report.again.yes 20 20/36",
                                                       "report.again.maybe 10 10/36",
                                                       "report.again.no 6 6/36"});
  CHECK(lines(kiosk.report(), "visits.favourites") == Lines{"quiz 25 25/36", "story 11 11/36"});
}

TEST_CASE("report: where nearly all say the same, only that is told") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 40);
  kiosk.add(AgainAnswered{AgainAnswer::yes}, 40);
  kiosk.add(FavouriteChosen{{PackId("hands"), ActivityId("quiz")}}, 35);
  kiosk.add(FavouriteChosen{{PackId("hands"), ActivityId("story")}}, 5);
  CHECK(lines(kiosk.report(), "visits.again") == Lines{"report.again.yes hidden >=85%",
                                                       "report.again.maybe hidden hidden",
                                                       "report.again.no hidden hidden"});
  CHECK(lines(kiosk.report(), "visits.favourites") ==
        Lines{"quiz hidden >=85%", "story hidden hidden"});
}

TEST_CASE("report: activities started, finished and left; what is open may not be worked out") {
  CountingKiosk kiosk;
  const ActivityRef quiz{PackId("hands"), ActivityId("quiz")};
  kiosk.add(VisitStarted{}, 60);
  kiosk.add(ActivityStarted{quiz}, 60);
  kiosk.add(ActivityCompleted{quiz}, 45);
  kiosk.add(ActivityAbandoned{quiz}, 15);
  CHECK(lines(kiosk.report(), "activities") == Lines{"hands quiz 60 45 15 0 45/60"});
  kiosk.add(ActivityStarted{quiz}, 1);
  CHECK(lines(kiosk.report(), "activities") == Lines{"hands quiz 61 45 hidden 0 45/61"});
}

TEST_CASE("report: how often an activity was finished with help, unless that points at somebody") {
  CountingKiosk kiosk;
  const ActivityRef order{PackId("hands"), ActivityId("wash-steps")};
  kiosk.add(VisitStarted{}, 40);
  kiosk.add(ActivityStarted{order}, 40);
  kiosk.add(ActivityCompleted{order}, 40);
  kiosk.add(ActivityHelped{order}, 12);
  CHECK(lines(kiosk.report(), "activities") == Lines{"hands wash-steps 40 40 0 12 40/40"});
  kiosk.add(ActivityHelped{order}, 26);  // two children needed no help
  CHECK(lines(kiosk.report(), "activities") == Lines{"hands wash-steps 40 40 0 hidden 40/40"});
}

TEST_CASE("report: a question's figures, its options summed over all times") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 40);
  kiosk.add(ItemShown{kiosk.soap, Phase::practice}, 41);
  kiosk.add(HintShown{kiosk.soap}, 4);
  kiosk.answer("soap", true, 14, Millis(500));
  kiosk.answer("soap", true, 10, Millis(5000));
  kiosk.answer("water", false, 9);
  kiosk.answer("towel", false, 7);
  const auto report = kiosk.report();
  CHECK(lines(report, "items.practice") == Lines{"hands soap 41 40 24 24/40 <5"});
  CHECK(lines(report, "options.practice") == Lines{"soap soap 24", "soap towel 7", "soap water 9"});
  CHECK_FALSE(test::find_table(report, "items.before"));
}

TEST_CASE("report: one small option keeps the whole list back, the share may be told") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 40);
  kiosk.answer("soap", true, 24);
  kiosk.answer("water", false, 9);
  kiosk.answer("towel", false, 3);
  const auto report = kiosk.report();
  CHECK_FALSE(test::find_table(report, "options.practice"));
  CHECK(lines(report, "items.practice") == Lines{"hands soap <5 36 24 24/36 <5"});
}

TEST_CASE("report: in practice, too, nearly all and nearly none are only told to be so") {
  const std::vector<std::pair<int, std::string>> shares{{40, "hidden >=85%"}, {34, "hidden >=85%"},
                                                        {33, "33 33/40"},     {7, "7 7/40"},
                                                        {6, "hidden <=15%"},  {0, "hidden <=15%"}};
  for (const auto& [right, told] : shares) {
    CountingKiosk kiosk;
    kiosk.add(VisitStarted{}, 40);
    kiosk.answer("soap", true, right);
    kiosk.answer("water", false, 40 - right);
    CAPTURE(right);
    CHECK(lines(kiosk.report(), "items.practice") == Lines{"hands soap <5 40 " + told + " <5"});
    // The counts of the answers would tell what the code keeps back.
    const bool coded = told.front() == 'h';
    CHECK((test::find_table(kiosk.report(), "options.practice") == nullptr) == coded);
  }
}

TEST_CASE("report: with few answers in practice the bound is wider, under ten nothing is told") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 40);
  kiosk.answer("soap", true, 12);
  CHECK(lines(kiosk.report(), "items.practice") == Lines{"hands soap <5 12 hidden >=67% <5"});
  CountingKiosk fewer;
  fewer.add(VisitStarted{}, 40);
  fewer.answer("soap", true, 9);
  CHECK(lines(fewer.report(), "items.practice") == Lines{"hands soap <5 9 hidden hidden <5"});
  CHECK_FALSE(test::find_table(fewer.report(), "options.practice"));
  CHECK(fewer.report({}, "items").sections.at(0).notes.back().key == "report.items.larger");
}

TEST_CASE("report: a question with few answers tells nothing but that") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 40);
  kiosk.answer("soap", true, 4);
  CHECK(lines(kiosk.report(), "items.practice") == Lines{"hands soap <5 <5 hidden hidden <5"});
  CHECK_FALSE(test::find_table(kiosk.report(), "options.practice"));
  // Also if nobody answered: "<5" leaves five counts, and nothing else may tell which.
  CountingKiosk nobody;
  nobody.add(VisitStarted{}, 40);
  nobody.add(ItemShown{nobody.soap, Phase::practice}, 12);
  CHECK(lines(nobody.report(), "items.practice") == Lines{"hands soap 12 <5 hidden hidden <5"});
}

TEST_CASE("report: titles come from the pack where there is one, else the ids are shown") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 40);
  kiosk.answer("soap", true, 20);
  kiosk.answer("water", false, 20);
  const TitleLookup titles = [](const TitleOf& what) -> std::string {
    if (!what.option.empty()) return what.option == "soap" ? "woda i mydło" : "sama woda";
    return what.item.empty() ? "" : "Co najlepiej zmywa zarazki?";
  };
  const auto report = kiosk.report(titles, "items");
  CHECK(report.sections.size() == 1);
  CHECK(lines(report, "options.practice") == Lines{"Co najlepiej zmywa zarazki? woda i mydło 20",
                                                   "Co najlepiej zmywa zarazki? sama woda 20"});
  CHECK(lines(report, "items.practice")[0].rfind("hands Co najlepiej", 0) == 0);
}

TEST_CASE("report: no cell of 1 to 4 gets out, whatever the figures") {
  Random luck(3);
  for (int round = 0; round < 2000; ++round) {
    CountingKiosk kiosk;
    const auto some = [&] { return static_cast<int>(luck.below(luck.below(2) == 0 ? 8 : 60)); };
    kiosk.add(VisitStarted{}, 10 + some());
    kiosk.add(VisitEnded{VisitEnd::idle}, some());
    kiosk.add(ItemShown{kiosk.soap, Phase::practice}, some());
    kiosk.add(ActivityStarted{{PackId("hands"), ActivityId("quiz")}}, some());
    kiosk.add(ActivityCompleted{{PackId("hands"), ActivityId("quiz")}}, some());
    kiosk.answer("soap", true, some());
    kiosk.answer("water", false, some());
    kiosk.answer("towel", false, some());
    for (const auto& section : kiosk.report().sections) {
      for (const auto& table : section.tables) {
        for (const auto& row : table.rows) {
          for (const auto& cell : row) {
            if (const auto* const count = std::get_if<Count>(&cell))
              CHECK_FALSE(is_small(count->n));
            if (const auto* const share = std::get_if<Share>(&cell)) {
              CHECK_FALSE(is_small(share->part));
              CHECK(share->part <= share->whole);
            }
          }
        }
      }
    }
  }
}

TEST_CASE(
    "report: several chosen together are one answer, and the interface's answers have its words") {
  CountingKiosk kiosk;
  kiosk.add(VisitStarted{}, 40);
  kiosk.answer("soap+water", true, 20);
  kiosk.answer("true", false, 20);
  const TitleLookup titles = [](const TitleOf& what) {
    return what.option.empty() ? what.item : "the " + what.option;
  };
  const auto report = kiosk.report(titles);
  CHECK(lines(report, "options.practice") ==
        Lines{"soap the soap + the water 20", "soap report.option.true 20"});
}
