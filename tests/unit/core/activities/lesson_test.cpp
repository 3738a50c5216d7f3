#include "core/activities/lesson/lesson.h"

#include <doctest/doctest.h>

#include "support/play_table.h"

namespace {

using namespace nest;
using namespace nest::test;

PlayTable with_soap() {
  return PlayTable(content({item("soap")}));
}

/// Until the lesson says a sentence that begins so.
bool hear(PlayTable& t, const std::string& begin) {
  for (int i = 0; i < 5000; ++i) {
    for (const auto& said : t.said()) {
      if (said.rfind(begin, 0) == 0) return true;
    }
    t.pass(Millis(20));
  }
  return false;
}

/// Its first sentence waits for a touch of the soap.
std::unique_ptr<lesson::Spec> waiting_spec() {
  auto spec = lesson_spec("watch", "");
  lesson::Actor soap;
  soap.name = "soap";
  soap.source = "library:soap";
  soap.look.at = {900, 500};
  spec->script.scenes[0].actors.push_back(soap);
  spec->script.scenes[0].beats[0].touch = 0;
  return spec;
}

const auto kAsking = lesson_spec("watch", "soap");
const auto kPlain = lesson_spec("watch", "");

}  // namespace

TEST_CASE("lesson: scenes play sentence by sentence, and the question stands at the scene's end") {
  auto t = with_soap();
  t.play(*kAsking);
  CHECK(hear(t, "First of one."));
  CHECK(hear(t, "Second of one."));
  CHECK(hear(t, "soap?"));
  CHECK(t.frame().screen == "lesson-question");
  t.tap("answer/soap-right");
  CHECK(t.activity->stars() == 1);  // earned before the question goes away
  t.tap("next");
  CHECK(t.activity->stars() == 1);
  CHECK(hear(t, "First of two."));
  CHECK(t.frame().moment == "lesson/two");
  t.pass(Millis(60'000));
  CHECK(t.activity->finished());
}

TEST_CASE("lesson: after two wrong answers the scene is told once more, and then it goes on") {
  auto t = with_soap();
  t.play(*kAsking);
  hear(t, "soap?");
  t.tap("answer/soap-wrong");
  t.tap("answer/soap-odd");
  t.tap("next");
  CHECK(hear(t, "First of one."));
  CHECK(hear(t, "Second of one."));
  CHECK(hear(t, "First of two."));  // without being asked again
  CHECK(t.activity->stars() == 1);
}

TEST_CASE("lesson: a beat with a touch waits for it, but not for ever") {
  const auto spec = waiting_spec();
  auto t = with_soap();
  t.play(*spec);
  t.silence();
  t.said();
  CHECK(t.targets("touch") == Words{"touch"});
  SUBCASE("touched") {
    t.tap("touch");
  }
  SUBCASE("not touched") {
    t.pass(Millis(7'900));
    CHECK(t.said().empty());
    t.pass(Millis(200));
  }
  SUBCASE("asked for again") {
    t.tap("listen");
    CHECK(hear(t, "First of one."));
    t.silence();
    t.tap("touch");
  }
  CHECK(hear(t, "Second of one."));
  CHECK(t.targets("touch").empty());
}

TEST_CASE("lesson: a pause while it waits for a touch holds it until the child goes on") {
  const auto spec = waiting_spec();
  auto t = with_soap();
  t.play(*spec);
  t.silence();
  t.said();
  t.tap("pause");
  CHECK(t.targets("play") == Words{"play"});
  CHECK(t.targets("touch").empty());  // a still picture asks for nothing
  CHECK_FALSE(t.frame().next.has_value());
  t.pass(Millis(60'000));
  CHECK(t.said().empty());
  t.tap("play");
  CHECK(t.said() == Words{"First of one."});
  t.silence();
  CHECK(t.targets("touch") == Words{"touch"});
}

TEST_CASE("lesson: an item that awaits review or is for others is not asked") {
  for (const bool pending : {true, false}) {
    auto other = item("soap");
    other.pending = pending;
    if (!pending) other.ages = ages("A");
    PlayTable t(content({other}));
    t.play(*kAsking);
    t.pass(Millis(60'000));
    CHECK(t.activity->finished());
    CHECK(t.counted().empty());
  }
}

TEST_CASE("lesson: a pause stops the picture and the voice, exactly and for as long as wanted") {
  auto t = with_soap();
  t.play(*kPlain);
  hear(t, "Second of one.");
  t.pass(Millis(700));
  t.tap("pause");
  const auto paused = t.frame().to_text();
  CHECK_FALSE(t.activity->narrating());
  CHECK_FALSE(t.activity->next_due().has_value());
  CHECK_FALSE(t.frame().next.has_value());
  t.pass(Millis(50'000));
  CHECK(t.frame().to_text() == paused);
  t.tap("pause");  // once more changes nothing
  CHECK(t.frame().to_text() == paused);
  t.said();
  t.tap("play");
  CHECK(t.said() == Words{"Second of one."});
  t.pass(Millis(700));
  t.tap("pause");
  CHECK(t.frame().to_text() == paused);
}

TEST_CASE("lesson: replay begins the scene anew, exactly as it was") {
  auto t = with_soap();
  t.play(*kPlain);
  t.pass(Millis(900));
  t.tap("pause");
  const auto early = t.frame().to_text();
  t.tap("play");
  hear(t, "Second of one.");
  for (const bool paused : {false, true}) {
    if (paused) t.tap("pause");
    t.said();
    t.tap("replay");
    CHECK(t.said() == Words{"First of one."});
    t.pass(Millis(900));
    t.tap("pause");
    CHECK(t.frame().to_text() == early);
    t.tap("play");
  }
}

TEST_CASE("lesson: skip goes to the question, or to the next scene, also while paused") {
  for (const bool paused : {false, true}) {
    CAPTURE(paused);
    auto t = with_soap();
    t.play(*kAsking);
    t.pass(Millis(500));
    if (paused) t.tap("pause");
    t.tap("skip");
    CHECK(t.frame().screen == "lesson-question");
    t.silence();
    CHECK_FALSE(t.activity->narrating());  // else nobody would ever be asked "still there?"
    t.tap("answer/soap-right");
    t.silence();
    t.pass(Millis(2000));
    CHECK(t.frame().moment == "lesson/two");
    CHECK(t.targets("pause") == Words{"pause"});
    t.tap("skip");
    CHECK(t.activity->finished());
  }
}

TEST_CASE("lesson: a language change begins the sentence again in the other language") {
  auto t = with_soap();
  t.play(*kPlain);
  hear(t, "Second of one.");
  t.pass(Millis(300));
  t.speak(kLt);
  CHECK(t.said() == Words{"Second of one.-lt"});
  t.pass(Millis(300));
  t.tap("pause");
  t.said();
  t.speak(kPl);
  CHECK(t.said().empty());  // a paused lesson keeps silent
  CHECK(t.targets("play") == Words{"play"});
}

TEST_CASE("lesson: a true length moves a beat only if it is there in the beat's first moment") {
  const auto second_begins = [](bool at_once) {
    auto t = with_soap();
    if (!at_once) {
      t.play(*kPlain);
      t.pass(Millis(300));
    }
    Spoken slow = estimate("First of one.");
    slow.length = Millis(9000);
    t.voices.learn({kPl, "First of one.", ""}, slow);
    if (at_once) t.play(*kPlain);
    hear(t, "Second of one.");
    return t.now.time_since_epoch();
  };
  CHECK(second_begins(false) < Millis(4000));
  CHECK(second_begins(true) >= Millis(9400));
}

TEST_CASE("lesson: dropped frames change nothing: any steps lead to the same moment") {
  const auto run = [](std::uint64_t seed) {
    Random luck(seed);
    auto t = with_soap();
    t.play(*kAsking);
    Words out;
    for (const Millis until : {Millis(1000), Millis(3000), Millis(7000), Millis(20'000)}) {
      while (t.now.time_since_epoch() < until) {
        const Millis step = seed == 0 ? until : Millis(1 + luck.below(700));
        t.pass(std::min(step, until - t.now.time_since_epoch()), step);
        if (seed % 2 == 1) t.frame();
      }
      out.push_back(t.frame().to_text());
    }
    for (const auto& said : t.said()) out.push_back(said);
    for (const auto& counted : t.counted()) out.push_back(counted);
    return out;
  };
  const auto at_once = run(0);
  for (std::uint64_t seed = 1; seed < 40; ++seed) CHECK(run(seed) == at_once);
}
