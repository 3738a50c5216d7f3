#include "core/activities/again/again.h"

#include <doctest/doctest.h>

#include "core/usage/tally.h"
#include "support/builders.h"
#include "support/practice.h"

using namespace nest;

namespace {

class PlayedAgain : public test::Practice {
 public:
  explicit PlayedAgain(std::size_t steps) : again(pack, path(steps)) { begin(again); }
  static std::vector<PathStep> path(std::size_t count) {
    std::vector<PathStep> out;
    for (std::size_t i = 1; i <= count; ++i) {
      const auto id = "step-" + std::to_string(i);
      out.push_back({ActivityId(id), test::localized(id), "library:" + id});
    }
    return out;
  }

  again::Again again;
};

}  // namespace

TEST_CASE("again: the answer is counted, then the favourite, and it is over") {
  PlayedAgain play(3);
  CHECK(play.said() ==
        std::vector<std::string>{"<again.question>", "<again.yes>", "<again.maybe>", "<again.no>"});
  play.tap("again/maybe");
  REQUIRE(play.counted().size() == 1);
  CHECK(std::get<AgainAnswered>(play.counted()[0]).answer == AgainAnswer::maybe);
  CHECK(play.targets("favourite/").size() == 3);
  play.tap("favourite/step-2");
  REQUIRE(play.counted().size() == 1);
  CHECK(std::get<FavouriteChosen>(play.counted()[0]).activity.activity == ActivityId("step-2"));
  CHECK(play.again.finished());
}

TEST_CASE("again: where there is nothing to choose from, nobody is asked for a favourite") {
  PlayedAgain play(1);
  play.tap("again/no");
  CHECK(play.again.finished());
}

TEST_CASE("again: a touch that answers something else is no answer") {
  PlayedAgain play(2);
  play.tap("favourite/step-1");
  CHECK(play.counted().empty());
  CHECK_FALSE(play.again.finished());
}

TEST_CASE("again: counted as totals of the kiosk, never beside a language or an age") {
  const auto yes = increments(AgainAnswered{AgainAnswer::yes});
  REQUIRE(yes.size() == 1);
  CHECK(std::get<AddUse>(yes[0]).key.what == "again/yes");
  const auto liked = increments(FavouriteChosen{{PackId("hands"), ActivityId("quiz")}});
  CHECK(std::get<AddUse>(liked[0]).key.what == "favourite/hands/quiz");
}
