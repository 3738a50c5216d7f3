#include "core/shell/kiosk.h"

#include <doctest/doctest.h>

#include "core/activities/again/again.h"
#include "support/visitor.h"

namespace {

using namespace nest;
using namespace nest::test;
using Words = std::vector<std::string>;

std::size_t times(const Words& words, const std::string& begin) {
  return static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [&](const auto& w) { return w.rfind(begin, 0) == 0; }));
}

/// Answers whatever is asked until the screen is another one.
void answer_all(Visitor& v, bool rightly = true) {
  const std::string screen = v.screen();
  for (int i = 0; i < 60 && v.screen() == screen; ++i) {
    const auto answers = v.targets("answer/");
    if (v.sees("next")) {
      v.tap("next");
      continue;
    }
    for (const auto& id : answers) {
      const bool right = id.find("-right") != std::string::npos;
      if (right == rightly && v.tap(id)) break;
    }
  }
}

/// Brings the visitor to a screen, by its name.
void go_to(Visitor& v, const std::string& screen) {
  if (screen == "attract") return;
  v.tap("language/lt");
  if (screen == "age") return;
  v.tap("age/b");
  if (screen == "menu") return;
  v.tap("topic/garden");
  if (screen == "path") return;
  if (screen == "quiz") v.tap("activity/play");
  if (screen == "quiz") return;
  v.tap("activity/watch");
  if (screen == "lesson") return;
  v.tap("skip");
  if (screen == "lesson-question") return;
  answer_all(v);
  v.tap("skip");
  v.tap("activity/play");
  answer_all(v);
}

const Words kScreens{"attract",         "age",     "menu", "path", "quiz", "lesson",
                     "lesson-question", "farewell"};

/// Time until the screen asks or goes back, at most two minutes.
Millis until(Visitor& v, const std::string& screen) {
  const Instant from = v.now;
  while (v.screen() != screen && v.now - from < Millis(120'000)) v.pass(Millis(20));
  return v.now - from;
}

}  // namespace

TEST_CASE("kiosk: a whole visit goes from attract to farewell and back") {
  Visitor v;
  v.bring_garden();
  CHECK(v.screen() == "attract");
  v.tap("language/lt");
  CHECK(v.screen() == "age");
  CHECK(v.counted() == Words{"visit started", "language lt"});
  v.tap("age/c");
  CHECK(v.screen() == "menu");
  v.tap("topic/garden");
  CHECK(v.screen() == "path");
  v.tap("activity/watch");
  CHECK(v.screen() == "lesson");
  v.tap("skip");
  CHECK(v.screen() == "lesson-question");
  answer_all(v);
  CHECK(v.screen() == "lesson");
  v.tap("skip");
  CHECK(v.screen() == "path");
  v.counted();
  v.tap("activity/play");
  CHECK(v.screen() == "quiz");
  answer_all(v);
  CHECK(v.screen() == "farewell");
  const auto counted = v.counted();
  CHECK(times(counted, "shown") == 3);
  CHECK(times(counted, "answered") == 3);
  CHECK(counted.back() == "completed garden/play");
  v.said();
  CHECK(until(v, "attract") < Millis(30'000));
  CHECK(v.counted() == Words{"visit ended by farewell"});
}

TEST_CASE("kiosk: go_to reaches every screen") {
  for (const auto& screen : kScreens) {
    Visitor v;
    v.bring_garden();
    go_to(v, screen);
    CHECK(v.screen() == screen);
  }
}

TEST_CASE("kiosk: every finished question gives a star, also of an activity that was left") {
  Visitor v;
  v.bring_garden();
  go_to(v, "farewell");
  CHECK(times(v.said(), "4") == 1);  // one in the lesson, three in the quiz
  Visitor w;
  w.bring_garden();
  go_to(w, "lesson-question");
  w.tap(w.targets("answer/").front());
  w.tap(w.targets("answer/").back());
  w.tap(w.targets("answer/").front());
  w.tap("home");
  CHECK(w.screen() == "path");
  w.tap("activity/watch");
  w.tap("skip");
  answer_all(w);
  w.tap("skip");
  w.tap("activity/play");
  w.said();
  answer_all(w);
  CHECK(times(w.said(), "5") == 1);
}

TEST_CASE("kiosk: pressing is seen in the very next frame, on every button of every screen") {
  for (const auto& screen : kScreens) {
    Visitor v;
    v.bring_garden();
    go_to(v, screen);
    v.pass(Millis(500));
    for (const auto& id : v.targets()) {
      CAPTURE(screen);
      CAPTURE(id);
      const auto* target = v.find(id);
      if (target == nullptr) continue;  // a question that went on by itself
      const Point at = target->box.centre();
      const auto before = v.kiosk.frame(v.now).to_text();
      v.kiosk.touch({1, FingerPhase::down, at}, v.now);
      CHECK(v.kiosk.frame(v.now).to_text() != before);
      v.kiosk.touch({1, FingerPhase::move, {1910, 560}}, v.now);
      v.kiosk.touch({1, FingerPhase::up, {1910, 560}}, v.now);
    }
  }
}

TEST_CASE("kiosk: idle for 30 s asks, 15 s later every trace is gone, from every screen") {
  Visitor pristine;
  pristine.bring_garden();
  for (const auto& screen : kScreens) {
    if (screen == "attract") continue;
    CAPTURE(screen);
    Visitor v;
    v.bring_garden();
    go_to(v, screen);
    if (screen == "lesson") v.tap("pause");
    if (screen == "farewell") v.tap("listen");
    const bool farewell = screen == "farewell";
    if (!farewell) {
      until(v, "still-there");
      CHECK(v.text().find("15") != std::string::npos);
      CHECK(until(v, "attract") == Millis(15'000));
      CHECK(v.counted().back() == "visit ended by idle");
    } else {
      until(v, "attract");
    }
    pristine.pass(v.now - pristine.now, Millis(100'000));
    CHECK(v.kiosk.frame(v.now).to_text() == pristine.kiosk.frame(v.now).to_text());
    // The attract screen's choice begins in that language, with nothing done.
    v.come("lt");
    CHECK(v.screen() == "path");
    CHECK(v.text().find("watch-lt") != std::string::npos);
  }
}

TEST_CASE("kiosk: the 30 s begin when the voice is silent and no finger is down") {
  Visitor v;
  v.bring_garden();
  v.tap("language/pl");
  v.tap("listen");
  Spoken slow = estimate("pl age.title");
  slow.length = Millis(50'000);
  v.kiosk.learn({kPl, "pl age.title", ""}, slow);
  v.tap("listen");
  v.pass(Millis(49'000));
  CHECK(v.screen() == "age");
  Instant last = v.now;
  v.said();
  while (v.screen() == "age") {
    v.pass(Millis(20));
    if (!v.said().empty() && v.screen() == "age") last = v.now;
  }
  // The last sentence is "<age.c>": its end is 30 s before the question.
  const auto length = estimate("<age.c>").length;
  CHECK(v.now - last - length >= Millis(29'940));
  CHECK(v.now - last - length <= Millis(30'040));
}

TEST_CASE(
    "kiosk: a finger on the glass keeps the visit, a dead one does not, however it trembles") {
  Visitor v;
  v.bring_garden();
  v.come();
  v.pass(Millis(5000));
  v.finger(FingerPhase::down, {1900, 500});
  for (int i = 0; i < 100; ++i) {
    v.finger(FingerPhase::move, {1900, 500 + static_cast<float>(i % 2 == 0 ? 20 : -20)});
    v.pass(Millis(1000));
    REQUIRE(v.screen() == "path");
  }
  for (int i = 0; i < 500 && v.screen() != "attract"; ++i) {
    v.finger(FingerPhase::move, {1900, 500 + static_cast<float>(i % 2)});
    v.pass(Millis(100));
  }
  CHECK(until(v, "attract") < Millis(16'000));
}

TEST_CASE(
    "kiosk: any touch says yes to \"are you still there\", and it answers nothing underneath") {
  Visitor v;
  v.bring_garden();
  go_to(v, "quiz");
  v.pass(Millis(20'000));
  const Point answer = v.find(v.targets("answer/").front())->box.centre();
  until(v, "still-there");
  v.counted();
  v.tapped();
  v.pass(Millis(14'000));
  v.finger(FingerPhase::down, answer);
  CHECK(v.screen() == "quiz");
  v.pass(Millis(3000));
  v.finger(FingerPhase::up, answer);
  CHECK(v.counted().empty());
  CHECK(v.tapped() == Words{"idle/yes"});
  CHECK(v.screen() == "quiz");
}

TEST_CASE("kiosk: after \"yes\" the question is read again, and a paused lesson stays paused") {
  Visitor v;
  v.bring_garden();
  go_to(v, "lesson-question");
  until(v, "still-there");
  v.said();
  v.tap("idle/yes");
  CHECK(times(v.said(), "soap?") == 1);
  Visitor w;
  w.bring_garden();
  go_to(w, "lesson");
  w.pass(Millis(700));
  w.tap("pause");
  const auto paused = w.kiosk.current().ops.size();
  until(w, "still-there");
  w.tap("idle/yes");
  CHECK(w.sees("play"));
  CHECK(w.kiosk.current().ops.size() == paused);
}

TEST_CASE("kiosk: home from every screen leads one step out, and everything started is ended") {
  const std::vector<std::pair<std::string, std::string>> ways{
      {"age", "attract"}, {"menu", "attract"},         {"path", "menu"},       {"quiz", "path"},
      {"lesson", "path"}, {"lesson-question", "path"}, {"farewell", "attract"}};
  for (const auto& [from, to] : ways) {
    CAPTURE(from);
    Visitor v;
    v.bring_garden();
    go_to(v, from);
    CHECK(v.tap("home"));
    CHECK(v.screen() == to);
    while (v.screen() != "attract") v.tap("home");
    const auto counted = v.counted();
    CHECK(times(counted, "visit started") == 1);
    CHECK(times(counted, "visit ended") == 1);
    CHECK(times(counted, "started") == times(counted, "completed") + times(counted, "abandoned"));
  }
}

TEST_CASE("kiosk: a language change keeps the state, on every screen") {
  for (const auto& screen : kScreens) {
    if (screen == "attract") continue;
    CAPTURE(screen);
    Visitor v;
    v.bring_garden();
    go_to(v, screen);
    const auto moment = v.kiosk.current().moment;
    v.counted();
    const auto names = [&] {
      auto t = v.targets();
      std::sort(t.begin(), t.end());
      return t;
    };
    const auto before = names();
    v.tap("language/pl");
    CHECK(v.screen() == screen);
    CHECK(v.kiosk.current().moment == moment);
    CHECK(names() == before);
    CHECK(v.counted() == Words{"language pl"});
    CHECK(v.text().find("-lt") == std::string::npos);
    v.tap("language/pl");  // the language that is on already
    CHECK(v.counted().empty());
  }
}

TEST_CASE("kiosk: a language change says again, in the new language, what was being said") {
  Visitor v;
  v.bring_garden();
  go_to(v, "quiz");
  v.said();
  v.tap("language/pl");
  const auto said = v.said();
  REQUIRE_FALSE(said.empty());
  CHECK(said.back().find("-lt") == std::string::npos);
}

TEST_CASE("kiosk: a band set by the adult is not asked for") {
  KioskSetup setup;
  setup.age = AgeBand::c;
  Visitor v(setup);
  v.bring_garden();
  v.tap("language/pl");
  CHECK(v.screen() == "menu");
  CHECK(times(v.counted(), "age C") == 1);
}

TEST_CASE("kiosk: a child who hammers on one place gets through every screen") {
  for (const int period : {120, 200, 380}) {
    CAPTURE(period);
    Visitor v;
    v.bring_garden();
    const auto hammer = [&](const std::string& target, const std::string& leads_to) {
      const Instant from = v.now;
      const auto* found = v.find(target);
      REQUIRE(found != nullptr);
      const Point at = found->box.centre();
      while (v.screen() != leads_to && v.now - from < Millis(3000)) {
        v.finger(FingerPhase::down, at);
        v.pass(Millis(60));
        v.finger(FingerPhase::up, at);
        v.pass(Millis(period - 60));
      }
      CHECK(v.screen() == leads_to);
      CHECK(v.now - from <= Millis(900));
    };
    hammer("language/pl", "age");
    hammer("age/b", "menu");
    hammer("topic/garden", "path");
    hammer("activity/play", "quiz");
  }
}

TEST_CASE("kiosk: touches that were on their way when the screen changed answer nothing") {
  Visitor v;
  v.bring_garden();
  v.come();
  v.pass(Millis(500));
  const Point home = v.find("home")->box.centre();
  // Three taps arrive at once, before any frame could be shown.
  for (int i = 0; i < 3; ++i) {
    v.kiosk.touch({1, FingerPhase::down, home}, v.now);
    v.kiosk.touch({1, FingerPhase::up, home}, v.now);
  }
  v.pass(Millis(20));
  CHECK(v.screen() == "menu");
}

TEST_CASE("kiosk: no packs are a picture and a code, also under a child who was early") {
  Visitor v;
  v.tap("language/lt");
  CHECK(v.screen() == "age");
  v.bring({}, "SN-2 (3)");
  CHECK(v.screen() == "trouble");
  CHECK(v.text().find("SN-2 (3)") != std::string::npos);
  CHECK(times(v.counted(), "visit ended") == 1);
  v.pass(Millis(120'000), Millis(500));
  CHECK(v.screen() == "trouble");
  CHECK(v.targets().empty());
  v.bring_garden();
  CHECK(v.screen() == "attract");
}

TEST_CASE("kiosk: a child who was faster than the packs sees them appear") {
  Visitor v;
  v.tap("language/pl");
  v.tap("age/a");
  CHECK(v.screen() == "menu");
  CHECK(v.targets("topic/").empty());
  v.bring_garden();
  CHECK(v.screen() == "menu");
  CHECK(v.targets("topic/") == Words{"topic/garden"});
}

TEST_CASE(
    "kiosk: packs replaced in the middle of a visit end it, and everything started is ended") {
  for (const auto& screen : kScreens) {
    CAPTURE(screen);
    Visitor v;
    v.bring_garden();
    go_to(v, screen);
    v.bring_garden();
    CHECK(v.screen() == "attract");
    const auto counted = v.counted();
    CHECK(times(counted, "visit started") == times(counted, "visit ended"));
    CHECK(times(counted, "started") == times(counted, "completed") + times(counted, "abandoned"));
    v.pass(Millis(2000));
  }
}

TEST_CASE("kiosk: steps that have nothing for a band are not offered, and neither are such bands") {
  const auto pending_garden = [] {
    std::vector<Pack> packs;
    packs.push_back(garden());
    for (auto& i : packs[0].content.items) i.pending = true;
    packs[0].paths[0] = {1};
    return packs;
  };
  Visitor v;
  v.bring(pending_garden());
  v.tap("language/pl");
  CHECK(v.targets("age/") == Words{"age/b", "age/c"});
  v.tap("age/b");
  v.tap("topic/garden");
  CHECK(v.screen() == "lesson");  // one step only: nobody is asked which
  v.tap("skip");
  v.tap("skip");
  CHECK(v.screen() == "farewell");

  KioskSetup brave;
  brave.show_pending = true;
  Visitor w(brave);
  w.bring(pending_garden());
  w.come();
  CHECK(w.targets("activity/").size() == 2);
}

TEST_CASE("kiosk: packs for nobody who can come are no packs") {
  KioskSetup setup;
  setup.age = AgeBand::a;
  Visitor v(setup);
  std::vector<Pack> packs;
  packs.push_back(garden());
  packs[0].ages = ages("BC");
  v.bring(std::move(packs), "SN-1");
  CHECK(v.screen() == "trouble");
}

TEST_CASE("kiosk: a step that is named twice stands there once and can be finished") {
  Visitor v;
  std::vector<Pack> packs;
  packs.push_back(garden());
  packs[0].paths[1] = {1, 1};
  v.bring(std::move(packs));
  v.come();
  CHECK(v.screen() == "quiz");
  answer_all(v);
  CHECK(v.screen() == "farewell");
}

TEST_CASE("kiosk: a visit that never happened counts nothing") {
  Visitor v;
  v.bring_garden();
  v.pass(Millis(100'000), Millis(200));
  v.finger(FingerPhase::down, {1800, 100});
  v.finger(FingerPhase::up, {1800, 100});
  v.kiosk.end_visit(VisitEnd::home, v.now);
  v.pass(Millis(100));
  CHECK(v.counted().empty());
  CHECK_FALSE(v.kiosk.next_due().has_value());  // nothing due, no wake-up
}

TEST_CASE("kiosk: one long sleep is the same as many short ones") {
  const auto visit = [](Millis step) {
    Visitor v;
    v.bring_garden();
    go_to(v, "lesson");
    v.counted();
    v.said();
    v.pass(Millis(100'000), step);
    auto out = v.counted();
    for (const auto& said : v.said()) out.push_back(said);
    return std::pair(out, v.kiosk.frame(v.now).to_text());
  };
  CHECK(visit(Millis(100'000)) == visit(Millis(7)));
}

TEST_CASE("kiosk: the answers' order and the draw follow from the seed") {
  const auto visit = [](std::uint64_t seed) {
    KioskSetup setup;
    setup.seed = seed;
    Visitor v(setup);
    v.bring_garden();
    go_to(v, "quiz");
    return v.targets("answer/");
  };
  CHECK(visit(1) == visit(1));
  std::set<Words> orders;
  for (std::uint64_t seed = 0; seed < 30; ++seed) orders.insert(visit(seed));
  CHECK(orders.size() > 10);
}

TEST_CASE("kiosk: up to six topics stand as cards that a finger can tell apart") {
  for (std::size_t count = 1; count <= 6; ++count) {
    CAPTURE(count);
    std::vector<Pack> packs;
    for (std::size_t i = 0; i < count; ++i) packs.push_back(garden("garden-" + std::to_string(i)));
    Visitor v;
    v.bring(std::move(packs));
    v.tap("language/pl");
    v.tap("age/a");
    const ScreenMetrics screen;
    std::vector<Rect> cards;
    for (const auto& id : v.targets("topic/")) cards.push_back(v.find(id)->box);
    CHECK(cards.size() == count);
    for (std::size_t i = 0; i < cards.size(); ++i) {
      CHECK(std::min(cards[i].w, cards[i].h) >= screen.answer(AgeBand::a));
      for (std::size_t j = 0; j < i; ++j) {
        CHECK_FALSE(
            cards[i].grown(screen.gap() / 2 - 1).overlaps(cards[j].grown(screen.gap() / 2 - 1)));
      }
    }
  }
}

TEST_CASE("kiosk: the close of a path brings the farewell, also if steps before it were left out") {
  std::vector<Pack> packs;
  packs.push_back(garden());
  Diagnostics faults;
  const auto made = document(obj({}), faults);
  ReadContext context{faults, {kPl, kLt}};
  Reader in(*made->root(), "the close", context);
  auto close = again::read(in);
  close->id = ActivityId("close");
  close->title = localized("close");
  packs[0].activities.push_back(std::move(close));
  for (auto& path : packs[0].paths) path = {0, 1, 2};
  Visitor v;
  v.bring(std::move(packs));
  v.come();
  v.tap("activity/close");
  v.tap("again/yes");
  CHECK(v.screen() == "farewell");
}

TEST_CASE(
    "kiosk: a pack that is lost under a child's hands ends the visit kindly, the others stay") {
  Visitor v;
  std::vector<Pack> packs;
  packs.push_back(garden("garden"));
  packs.push_back(garden("orchard"));
  v.bring(std::move(packs));
  go_to(v, "quiz");
  v.counted();
  v.kiosk.lose_pack(PackId("garden"), v.now);
  v.pass(Millis(20));
  CHECK(v.screen() == "farewell");
  CHECK(v.counted() == Words{"abandoned garden/play"});
  CHECK(until(v, "attract") < Millis(60'000));
  CHECK(v.counted() == Words{"visit ended by farewell"});
  v.tap("language/pl");
  v.tap("age/b");
  CHECK(v.targets("topic/") == Words{"topic/orchard"});
  v.kiosk.lose_pack(PackId("nobody"), v.now);
  CHECK(v.tap("topic/orchard"));
  CHECK(v.screen() == "path");
}

TEST_CASE("kiosk: a pack that is lost elsewhere only leaves the menu") {
  Visitor v;
  std::vector<Pack> packs;
  packs.push_back(garden("garden"));
  packs.push_back(garden("orchard"));
  v.bring(std::move(packs));
  for (const std::string screen : {"age", "menu", "quiz"}) {
    CAPTURE(screen);
    go_to(v, screen);
    v.kiosk.lose_pack(PackId("orchard"), v.now);
    v.pass(Millis(20));
    CHECK(v.screen() == screen);
    CHECK_FALSE(v.sees("topic/orchard"));
    v.kiosk.end_visit(VisitEnd::home, v.now);
    v.pass(Millis(20));
  }
}

TEST_CASE("kiosk: when the only pack is lost the child is thanked before staff is called") {
  for (const std::string screen : {"attract", "age", "menu", "path", "quiz", "lesson"}) {
    CAPTURE(screen);
    Visitor v;
    v.bring_garden();
    go_to(v, screen);
    v.kiosk.lose_pack(PackId("garden"), v.now);
    v.pass(Millis(20));
    CHECK(v.screen() == (screen == "attract" ? "trouble" : "farewell"));
    CHECK(until(v, "trouble") < Millis(60'000));
  }
}
