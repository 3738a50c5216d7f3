#include "core/activities/places.h"

#include <doctest/doctest.h>

#include <array>
#include <span>

#include "support/fakes.h"

using namespace nest;

namespace {

const std::array kLanguages{Lang("pl"), Lang("lt"), Lang("en"), Lang("uk")};
const std::string kShort = "What washes germs away?";

struct Screen {
  explicit Screen(ScreenMetrics metrics, Reach reach = {}) {
    show.measure = &measure;
    show.screen = metrics;
    show.reach = reach;
    speak(2);
  }
  /// So many languages are to be chosen from.
  void speak(std::size_t languages) { show.languages = std::span(kLanguages).first(languages); }
  Laid lay(const Plan& plan) const { return Places(show).lay(plan, {&kShort}); }
  test::FixedMeasure measure;
  Show show;
};

const ScreenMetrics kUsual;
const ScreenMetrics kSmall{0.1133F};  // 10.1"
constexpr Plan kPlans[] = {kQuestionPlan, kChoicePlan, kTitledPlan, kPracticePlan};

Rect mirror(Rect box) {
  box.x = kCanvasWidth - box.right();
  return box;
}

}  // namespace

TEST_CASE("places: for left hands every region moves to the other side") {
  for (const auto& metrics : {kUsual, kSmall}) {
    const Screen usual(metrics), left(metrics, {true, false});
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(Places(left.show).button(i) == mirror(Places(usual.show).button(i)));
    }
    for (const auto& plan : kPlans) {
      const auto here = usual.lay(plan), there = left.lay(plan);
      CHECK(there.bubble == mirror(here.bubble));
      CHECK(there.field == mirror(here.field));
      CHECK(there.mila.at.x == doctest::Approx(kCanvasWidth - here.mila.at.x));
      CHECK(there.mila.flip != here.mila.flip);
    }
  }
}

TEST_CASE("places: controls that lie low leave nothing to touch in the upper third but the field") {
  for (const auto& metrics : {kUsual, kSmall}) {
    const Screen low(metrics, {false, true});
    const Places places(low.show);
    const float high = kCanvasHeight / 3;
    for (std::size_t i = 0; i < 3; ++i) CHECK(places.button(i).y > high);
    for (const bool lesson : {false, true}) CHECK(places.language(0, lesson).y > high);
    CHECK(places.caption({&kShort}).pause.y > high);
    CHECK(low.lay(kQuestionPlan).way_on.y > high);
  }
}

TEST_CASE(
    "places: languages lie apart from each other and from the buttons, however many there are") {
  for (const bool low : {false, true}) {
    for (const auto& metrics : {kUsual, kSmall}) {
      for (const std::size_t count : {1U, 2U, 3U, 4U}) {
        Screen screen(metrics, {false, low});
        screen.speak(count);
        const Places places(screen.show);
        std::vector<Rect> taken{places.button(0), places.button(1), places.button(2),
                                screen.lay(kQuestionPlan).way_on};
        for (std::size_t i = 0; i < count; ++i) taken.push_back(places.language(i, false));
        CAPTURE(low);
        CAPTURE(count);
        for (std::size_t a = 0; a < taken.size(); ++a) {
          CHECK(Rect{0, 0, kCanvasWidth, kCanvasHeight}.contains(taken[a].centre()));
          for (std::size_t b = 0; b < a; ++b) CHECK_FALSE(taken[a].overlaps(taken[b]));
        }
      }
    }
  }
}

TEST_CASE("places: a bubble holds the longest of its texts, so that nothing moves between them") {
  const Screen screen(kSmall);
  const std::string longer = kShort + " " + kShort + " " + kShort + " " + kShort + " " + kShort;
  const auto both = Places(screen.show).lay(kQuestionPlan, {&kShort, &longer});
  const auto one = Places(screen.show).lay(kQuestionPlan, {&longer});
  CHECK(both.bubble == one.bubble);
  CHECK(both.bubble.h > screen.lay(kQuestionPlan).bubble.h);
  CHECK(both.lettering.fit(longer, screen.measure, both.words.w).paragraph.height() <=
        both.words.h + 1);
}
