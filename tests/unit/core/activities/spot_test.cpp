#include "core/activities/spot/spot.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/builders.h"
#include "support/practice.h"

using namespace nest;
using test::localized;
using Said = std::vector<std::string>;

namespace {

spot::Thing thing(const std::string& id, float x, bool right) {
  return {id,    "library:" + id, Rect::around({x, 500}, 300, 300),
          right, localized(id),   localized("why " + id + ".")};
}

class PlayedSpot : public test::Practice {
 public:
  PlayedSpot() : game(pack, script, "search", Random(1)) { begin(game); }

  spot::Script script{
      localized("Find."),
      "library:kitchen",
      {thing("kettle", 300, true), thing("teddy", 800, false), thing("iron", 1300, true)}};
  spot::Spot game;
};

Rect target_box(const Frame& frame, const std::string& id) {
  const auto found = std::find_if(frame.targets.begin(), frame.targets.end(),
                                  [&](const Target& t) { return t.id == id; });
  return found == frame.targets.end() ? Rect{} : found->box;
}

}  // namespace

TEST_CASE("spot: a right place keeps its mark and its reason is said") {
  PlayedSpot play;
  CHECK(play.said() == Said{"Find."});
  play.tap("thing/kettle");
  CHECK(play.said() == Said{"why kettle."});
  CHECK(play.game.stars() == 0);
  play.tap("thing/kettle");  // again: told again, found once
  CHECK(play.said() == Said{"why kettle."});
  play.tap("thing/iron");
  CHECK(play.game.stars() == 1);
  CHECK_FALSE(play.game.helped());
}

TEST_CASE("spot: another place is almost; after the second one a light helps") {
  PlayedSpot play;
  play.tap("thing/teddy");
  CHECK(play.said() == Said{"<quiz.almost.3>", "why teddy."});
  CHECK_FALSE(play.game.helped());
  play.tap("thing/teddy");
  CHECK(play.game.helped());
}

TEST_CASE("spot: finding something takes the misses away") {
  PlayedSpot play;
  play.tap("thing/teddy");
  play.tap("thing/kettle");
  play.tap("thing/teddy");
  CHECK_FALSE(play.game.helped());
}

TEST_CASE("spot: the hint lights what is not found yet") {
  PlayedSpot play;
  const auto before = play.frame().ops.size();
  play.tap("hint");
  CHECK(play.frame().ops.size() == before + 1);
  CHECK(play.game.helped());
}

TEST_CASE("spot: zones are generous: never smaller than a finger of that age") {
  PlayedSpot play;
  play.script.things[0].box = Rect::around({300, 500}, 20, 20);
  const auto box = target_box(play.frame(), "thing/kettle");
  CHECK(box.w >= ScreenMetrics{}.answer(AgeBand::a));
}

TEST_CASE("spot: when all is found there is only the way on, by a tap or by itself") {
  PlayedSpot play;
  play.tap("thing/kettle");
  play.tap("thing/iron");
  CHECK(play.targets("thing/").empty());
  CHECK(play.targets("next").size() == 1);
  play.wait(Millis(60'000));
  CHECK(play.game.finished());
}
