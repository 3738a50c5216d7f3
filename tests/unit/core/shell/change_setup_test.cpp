// What the adult changes while the kiosk runs, and what children are offered from then on.
#include <doctest/doctest.h>

#include "support/visitor.h"

namespace {

using namespace nest;
using namespace nest::test;
using Words = std::vector<std::string>;

/// A pack whose questions all await review: its lesson can be watched, its quiz has nothing.
std::vector<Pack> pending_garden() {
  std::vector<Pack> packs;
  packs.push_back(garden());
  for (auto& i : packs[0].content.items) i.pending = true;
  return packs;
}
/// The same without the lesson: nothing to play until pending questions are shown.
std::vector<Pack> pending_quiz() {
  auto packs = pending_garden();
  for (auto& path : packs[0].paths) path = {1};
  return packs;
}

KioskSetup pending_shown(bool on) {
  KioskSetup setup;
  setup.show_pending = on;
  return setup;
}

void change(Visitor& v, KioskSetup setup) {
  v.kiosk.change_setup(std::move(setup), v.now);
  v.pass(Millis(20));
}

}  // namespace

TEST_CASE("change setup: questions that await review bring their steps, and take them away again") {
  Visitor v;
  v.bring(pending_garden());
  change(v, pending_shown(true));
  v.come();
  CHECK(v.targets("activity/") == Words{"activity/watch", "activity/play"});
  v.kiosk.end_visit(VisitEnd::home, v.now);
  change(v, pending_shown(false));
  v.come();
  CHECK(v.screen() == "lesson");  // the only step that is left
}

TEST_CASE("change setup: what the adult allows or forbids ends and begins the picture for staff") {
  Visitor v;
  v.bring(pending_quiz(), "SN-1");
  CHECK(v.screen() == "trouble");
  change(v, pending_shown(true));
  CHECK(v.screen() == "attract");
  v.come();
  CHECK(v.screen() == "quiz");
  v.kiosk.end_visit(VisitEnd::home, v.now);
  change(v, pending_shown(false));
  CHECK(v.screen() == "trouble");
  CHECK(v.text().find("SN-1") != std::string::npos);
}

TEST_CASE("change setup: a step that is being played goes on, the path shows what there is now") {
  Visitor v(pending_shown(true));
  v.bring(pending_garden());
  v.come();
  v.tap("activity/play");
  CHECK(v.screen() == "quiz");
  change(v, pending_shown(false));
  CHECK(v.screen() == "quiz");
  change(v, pending_shown(true));
  v.tap("home");
  CHECK(v.targets("activity/") == Words{"activity/watch", "activity/play"});
}

TEST_CASE("change setup: what was played stays played when steps come before it") {
  auto packs = pending_garden();
  packs[0].activities.push_back(lesson_spec("again", ""));
  for (auto& path : packs[0].paths) path = {1, 0, 2};
  Visitor v;
  v.bring(std::move(packs));
  v.come();
  CHECK(v.targets("activity/") == Words{"activity/watch", "activity/again"});
  const auto watch = [&](const std::string& lesson) {
    v.tap("activity/" + lesson);
    v.tap("skip");
    v.tap("skip");
  };
  watch("watch");
  CHECK(v.screen() == "path");
  change(v, pending_shown(true));
  CHECK(v.targets("activity/").size() == 3);
  watch("again");
  CHECK(v.screen() == "path");
  v.tap("activity/play");
  for (int i = 0; i < 60 && v.screen() == "quiz"; ++i) {
    if (v.tap("next")) continue;
    for (const auto& id : v.targets("answer/")) {
      if (id.find("-right") != std::string::npos && v.tap(id)) break;
    }
  }
  CHECK(v.screen() == "farewell");  // nothing of the path is left
}

TEST_CASE("change setup: a visit that has nothing left to choose from ends") {
  for (const bool at_menu : {false, true}) {
    CAPTURE(at_menu);
    Visitor v(pending_shown(true));
    v.bring(pending_quiz());
    v.tap("language/pl");
    if (at_menu) v.tap("age/b");
    change(v, pending_shown(false));
    CHECK(v.screen() == "trouble");
    CHECK(v.counted().back() == "visit ended by home");
  }
}

TEST_CASE("change setup: before the packs are read a visit that waits for them goes on") {
  Visitor v;
  v.tap("language/pl");
  v.tap("age/b");
  change(v, pending_shown(true));
  CHECK(v.screen() == "menu");
  v.bring(pending_garden());
  CHECK(v.targets("topic/") == Words{"topic/garden"});
}

TEST_CASE("change setup: letters become bigger, and usual again") {
  Visitor v;
  v.bring_garden();
  KioskSetup setup;
  setup.bigger_letters = true;
  change(v, setup);
  CHECK(v.kiosk.screen().letters > 1);
  change(v, {});
  CHECK(v.kiosk.screen().letters == 1);
}
