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

/// Names of the screens that a tour through `spec` shows.
std::vector<std::string> shown(const ActivitySpec& spec) {
  const auto pack = garden();
  const std::map<Lang, Catalog> catalogs;
  const std::vector<Lang> languages;
  const Catalog texts{kPl, {}};
  const FixedMeasure measure;
  const VoiceBook voices;
  Show show;
  show.lang = kPl;
  show.age = AgeBand::b;
  show.texts = &texts;
  show.measure = &measure;
  show.voices = &voices;
  std::vector<std::string> names;
  Tour(pack, show, catalogs, languages, [&](const std::string& name, Frame) {
    names.push_back(name);
  }).activity(spec);
  return names;
}

}  // namespace

TEST_CASE("tour: a game is touched, also if it says sentences; a lesson is watched to its end") {
  const auto steps = game();
  REQUIRE_FALSE(steps->sentences().empty());
  CHECK(shown(*steps).size() > 3);  // waiting, picked, placed, not there
  const auto watched = shown(*lesson_spec("watch", ""));
  CHECK(watched.size() == 4);  // two scenes of two sentences
}
