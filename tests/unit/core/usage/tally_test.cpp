#include "core/usage/tally.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {

const ActivityRef kQuiz{PackId("hands"), ActivityId("quiz")};
const ItemRef kSoapItem{PackId("hands"), ItemId("soap")};

/// The only use that the event counts.
std::string use(const UsageEvent& event) {
  const auto all = increments(event);
  REQUIRE(all.size() == 1);
  return std::get<AddUse>(all[0]).key.what;
}
AddActivity activity(const UsageEvent& event) {
  const auto all = increments(event);
  REQUIRE(all.size() == 1);
  return std::get<AddActivity>(all[0]);
}
AddItem item(const UsageEvent& event) {
  return std::get<AddItem>(increments(event).at(0));
}

}  // namespace

TEST_CASE("tally: visits, languages and ages are totals of the kiosk") {
  CHECK(use(VisitStarted{}) == "visit");
  CHECK(use(VisitEnded{VisitEnd::farewell}) == "end/farewell");
  CHECK(use(VisitEnded{VisitEnd::home}) == "end/home");
  CHECK(use(VisitEnded{VisitEnd::idle}) == "end/idle");
  CHECK(use(LanguageChosen{Lang("lt")}) == "language/lt");
  CHECK(use(AgeChosen{AgeBand::c}) == "age/c");
  CHECK(use(AgainAnswered{AgainAnswer::maybe}) == "again/maybe");
  CHECK(use(FavouriteChosen{kQuiz}) == "favourite/hands/quiz");
}

TEST_CASE("tally: an activity is counted in a row of its own, one column an event") {
  CHECK(activity(ActivityStarted{kQuiz}).column == ActivityCount::started);
  CHECK(activity(ActivityCompleted{kQuiz}).column == ActivityCount::completed);
  CHECK(activity(ActivityAbandoned{kQuiz}).column == ActivityCount::abandoned);
  CHECK(activity(ActivityHelped{kQuiz}).column == ActivityCount::helped);
  CHECK(activity(ActivityStarted{kQuiz}).key == ActivityKey{"hands", "quiz"});
}

TEST_CASE("tally: an answer counts in its item and by its option, together") {
  const auto all =
      increments(ItemAnswered{kSoapItem, Phase::before, AnswerId("water"), false, Millis(2999)});
  REQUIRE(all.size() == 2);
  const auto& row = std::get<AddItem>(all[0]);
  CHECK(row.key == ItemKey{"before", "hands", "soap"});
  CHECK(row.columns == std::vector<ItemCount>{ItemCount::answered});
  CHECK(std::get<AddOutcome>(all[1]).key == OutcomeKey{"before", "hands", "soap", "water", 1});
  CHECK(item(ItemAnswered{kSoapItem, Phase::after, AnswerId("soap"), true, Millis(0)}).columns ==
        std::vector<ItemCount>{ItemCount::answered, ItemCount::correct});
}

TEST_CASE("tally: second tries and hints are practice, and no first answer") {
  CHECK(item(ItemRetried{kSoapItem, true}).columns ==
        std::vector<ItemCount>{ItemCount::retried, ItemCount::retried_correct});
  CHECK(item(ItemRetried{kSoapItem, false}).columns == std::vector<ItemCount>{ItemCount::retried});
  CHECK(item(HintShown{kSoapItem}).key.phase == "practice");
  CHECK(increments(ItemRetried{kSoapItem, true}).size() == 1);
  CHECK(item(ItemShown{kSoapItem, Phase::after}).key.phase == "after");
}

TEST_CASE("tally: how long a first touch took falls into one of five buckets") {
  const std::pair<int, int> edges[] = {{-5, 0},     {0, 0},      {999, 0},      {1000, 1},
                                       {2999, 1},   {3000, 2},   {9999, 2},     {10'000, 3},
                                       {29'999, 3}, {30'000, 4}, {9'999'999, 4}};
  for (const auto& [ms, bucket] : edges) {
    CAPTURE(ms);
    CHECK(time_bucket(Millis(ms)) == bucket);
  }
}
