#include "core/shell/tour.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/activities/order/order.h"
#include "support/visitor.h"

namespace {

using namespace nest;
using namespace nest::test;

Value step(const std::string& id) {
  return obj({{"id", id},
              {"picture", "library:" + id},
              {"text", obj({{"pl", id}, {"lt", id}})},
              {"why", obj({{"pl", "Tak."}, {"lt", "Taip."}})}});
}

/// A game that says sentences of its own, as most do.
std::unique_ptr<ActivitySpec> game() {
  Diagnostics faults;
  const auto made = document(obj({{"say", obj({{"pl", "Co najpierw?"}, {"lt", "Kas pirma?"}})},
                                  {"steps", list({step("wet"), step("soap"), step("rinse")})}}),
                             faults);
  ReadContext context{faults, {kPl, kLt}};
  Reader in(*made->root(), "an order", context);
  auto spec = order::read(in);
  spec->id = ActivityId("steps");
  return spec;
}

/// The screens that a tour through `spec` shows, by name.
std::vector<std::pair<std::string, Frame>> shown(const ActivitySpec& spec, std::size_t seats = 1) {
  const auto pack = garden();
  const std::map<Lang, Catalog> catalogs;
  const Catalog texts{kPl, {}};
  const FixedMeasure measure;
  const VoiceBook voices;
  Show show;
  show.lang = kPl;
  show.age = AgeBand::b;
  show.texts = &texts;
  show.measure = &measure;
  show.voices = &voices;
  show.seats = seats;
  std::vector<std::pair<std::string, Frame>> screens;
  Tour(pack, show, catalogs, [&](const std::string& name, Frame frame) {
    screens.emplace_back(name, std::move(frame));
  }).activity(spec);
  return screens;
}

}  // namespace

TEST_CASE("tour: a game is touched, also if it says sentences; a lesson is watched to its end") {
  const auto steps = game();
  REQUIRE_FALSE(steps->sentences().empty());
  CHECK(shown(*steps).size() > 3);  // waiting, picked, placed, not there
  const auto watched = shown(*lesson_spec("watch", ""));
  CHECK(watched.size() == 4);  // two scenes of two sentences
}

TEST_CASE("tour: who takes turns is seen in a game, one after the other, not in what is watched") {
  /// Whose badge is the largest; nothing if there are none.
  const auto turn = [](const Frame& frame) {
    std::string whose;
    float largest = 0;
    for (const auto& op : frame.ops) {
      const auto* picture = std::get_if<PictureOp>(&op);
      if (picture == nullptr) continue;
      const bool seat = picture->picture == "library:badge-red-circle" ||
                        picture->picture == "library:badge-blue-square";
      if (!seat) continue;
      if (picture->box.w > largest) whose = picture->picture;
      largest = std::max(largest, picture->box.w);
    }
    return whose;
  };
  const auto steps = game();
  const auto screens = shown(*steps, 2);
  CHECK(turn(screens[0].second) == "library:badge-red-circle");
  CHECK(turn(screens[1].second) == "library:badge-blue-square");
  CHECK(turn(screens[2].second) == "library:badge-red-circle");
  CHECK(turn(shown(*steps).front().second).empty());
  CHECK(turn(shown(*lesson_spec("watch", ""), 2).front().second).empty());
}
