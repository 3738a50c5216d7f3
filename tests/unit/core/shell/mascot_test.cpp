// Mila on the kiosk's own screens.
#include <doctest/doctest.h>

#include "support/visitor.h"

namespace {

using namespace nest;
using namespace nest::test;

/// A bird that moves in its own way for an hour at everything it is asked to do.
std::map<std::string, Rig, std::less<>> tireless() {
  Rig bird = rig();
  float far = 10;
  for (const std::string clip : {"wave", "point", "cheer"}) {
    bird.clips[clip] = {3600, false, {{0, Channel::x, {{0, far, Easing::linear}}}}};
    far += 10;
  }
  return {{"mila", bird}};
}

/// Above zero while she looks up, below while she looks down.
float looking(Visitor& v, float level) {
  for (const auto& op : v.kiosk.frame(v.now).ops) {
    const auto* picture = std::get_if<PictureOp>(&op);
    if (picture != nullptr && picture->picture.rfind("mila/", 0) == 0) {
      return level - picture->box.y;
    }
  }
  return 0;
}

std::string seen(Visitor& v) {
  return v.kiosk.frame(v.now).to_text();
}

}  // namespace

TEST_CASE("mila: no wave outlives its visit, however the visit ends") {
  const auto birds = tireless();
  struct Ending {
    std::string name;
    std::vector<std::string> taps;
    Millis wait;
  };
  const std::vector<Ending> endings{
      {"home at once", {"language/lt", "home"}, Millis(0)},
      {"idle while she waves", {"language/lt"}, Millis(60'000)},
      {"home while she points",
       {"language/lt", "age/b", "topic/garden", "home", "home"},
       Millis(0)},
      {"idle while she points", {"language/lt", "age/b", "topic/garden"}, Millis(60'000)}};
  for (const auto& ending : endings) {
    CAPTURE(ending.name);
    Visitor v, fresh;
    for (auto* visitor : {&v, &fresh}) {
      visitor->kiosk.set_rigs(birds);
      visitor->bring_garden();
    }
    for (const auto& target : ending.taps) REQUIRE(v.tap(target));
    v.pass(ending.wait);
    REQUIRE(v.screen() == "attract");
    v.pass(Millis(100));
    fresh.pass(v.now - fresh.now, Millis(100'000));
    CHECK(seen(v) == seen(fresh));
  }
}

TEST_CASE("mila: she waves at a child who comes, so the test above would see it") {
  const auto birds = tireless();
  Visitor v, other;
  v.kiosk.set_rigs(birds);
  for (auto* visitor : {&v, &other}) {
    visitor->bring_garden();
    REQUIRE(visitor->tap("language/lt"));
  }
  CHECK(seen(v) != seen(other));
}

TEST_CASE("mila: she looks at what was touched a little longer than a child's tap lasts") {
  Rig bird = rig();
  bird.clips["look"] = {1.1F, false, {{0, Channel::y, {{0, -20}, {1, 20}}}}};
  Visitor v;
  v.kiosk.set_rigs({{"mila", bird}});
  v.bring_garden();
  v.tap("language/lt");
  v.tap("age/b");
  v.pass(Millis(3000));
  const float level = -looking(v, 0);
  REQUIRE(v.tap("seats"));  // above her, and the menu stays
  CHECK(looking(v, level) > 0);
  v.pass(Millis(1000));
  CHECK(looking(v, level) > 0);
  v.pass(Millis(300));
  CHECK(looking(v, level) == 0);
  v.tap("seats");
  REQUIRE(v.tap("topic/garden"));
  CHECK(looking(v, level) == 0);  // another screen: it is gone
}
