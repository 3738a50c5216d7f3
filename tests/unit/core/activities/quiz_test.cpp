#include "core/activities/quiz/quiz.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "core/activities/question.h"
#include "core/activities/registry.h"
#include "support/play_table.h"

namespace {

using namespace nest;
using namespace nest::test;

PlayTable soap_alone() {
  return PlayTable(content({item("soap")}));
}

const std::unique_ptr<ActivitySpec>& one() {
  static const auto spec = quiz_spec("one", list({"soap"}));
  return spec;
}

}  // namespace

TEST_CASE("question: a right answer is counted, praised, explained, and gives its star") {
  auto t = soap_alone();
  t.play(*one());
  CHECK(t.counted() == Words{"shown hands/soap"});
  t.silence();
  CHECK(t.activity->stars() == 0);
  t.said();
  t.tap("answer/soap-right");
  CHECK(t.counted() == Words{"answered hands/soap soap-right right"});
  CHECK(t.activity->stars() == 1);
  t.silence();
  const auto said = t.said();
  REQUIRE(said.size() == 2);
  CHECK(said[0].rfind("<quiz.right.", 0) == 0);
  CHECK(said[1] == "why soap-right.");
}

TEST_CASE(
    "question: wrong is \"almost\" with its reason, then a second try, then the answer shown") {
  auto t = soap_alone();
  t.play(*one());
  t.said();
  t.tap("answer/soap-odd");
  CHECK(t.activity->stars() == 0);
  t.silence();
  auto said = t.said();
  REQUIRE(said.size() == 3);
  CHECK(said[0].rfind("<quiz.almost.", 0) == 0);
  CHECK(said[1] == "why soap-odd.");
  CHECK(said[2] == "<quiz.again>");
  t.tap("answer/soap-wrong");
  CHECK(t.activity->stars() == 1);  // helped or not
  t.silence();
  said = t.said();
  REQUIRE(said.size() == 2);
  CHECK(said[0] == "<quiz.shown>");
  CHECK(said[1] == "why soap-right.");
  CHECK(t.counted() == Words{"shown hands/soap", "answered hands/soap soap-odd wrong",
                             "retried hands/soap wrong"});
  CHECK(t.targets("next") == Words{"next"});
  t.tap("next");
  CHECK(t.activity->finished());
}

TEST_CASE("question: only the first answer counts, a late second tap means nothing") {
  auto t = soap_alone();
  t.play(*one());
  t.counted();
  t.tap("answer/soap-right");
  t.tap("answer/soap-wrong");
  t.tap("answer/soap-right");
  CHECK(t.counted() == Words{"answered hands/soap soap-right right"});
}

TEST_CASE("question: an answer that was wrong is not taken twice") {
  auto t = soap_alone();
  t.play(*one());
  t.tap("answer/soap-wrong");
  t.counted();
  for (int i = 0; i < 5; ++i) t.tap("answer/soap-wrong");
  CHECK(t.counted().empty());
  t.tap("answer/soap-right");  // while the reason is still being said
  CHECK(t.counted() == Words{"retried hands/soap right"});
}

TEST_CASE("question: a hint can be heard again, is counted once, and costs nothing") {
  auto t = soap_alone();
  t.play(*one());
  t.counted();
  t.said();
  t.tap("hint");
  CHECK(t.said() == Words{"hint soap."});
  CHECK(t.targets("hint") == Words{"hint"});
  t.silence();
  t.tap("hint");
  CHECK(t.said() == Words{"hint soap."});
  CHECK(t.counted() == Words{"hint hands/soap"});
  t.tap("answer/soap-right");
  CHECK(t.activity->stars() == 1);
}

TEST_CASE("question: a hint asked for while \"almost\" is explained begins the second try") {
  auto t = soap_alone();
  t.play(*one());
  t.tap("answer/soap-wrong");
  t.said();
  t.tap("hint");
  t.silence();
  CHECK(t.said() == Words{"hint soap."});
  t.tap("listen");
  t.silence();
  CHECK(t.said().front() == "soap?");
}

TEST_CASE("question: a language change says the same thing in the other language") {
  auto t = soap_alone();
  t.play(*one());
  t.said();
  t.speak(kLt);
  CHECK(t.said() == Words{"soap?-lt"});
  t.tap("hint");
  t.said();
  t.speak(kPl);
  CHECK(t.said() == Words{"hint soap."});
  t.tap("answer/soap-wrong");
  t.pass(Millis(100));
  t.said();
  t.counted();
  t.speak(kLt);
  t.silence();
  const auto said = t.said();
  REQUIRE(said.size() == 3);
  CHECK(said[1] == "why soap-wrong.-lt");
  CHECK(t.counted().empty());
}

TEST_CASE("question: it waits for the child for ever, and goes on by itself after an answer") {
  auto t = soap_alone();
  t.play(*one());
  t.silence();
  CHECK_FALSE(t.activity->next_due().has_value());
  t.pass(Millis(1'000'000), Millis(10'000));
  CHECK_FALSE(t.activity->finished());
  t.tap("answer/soap-right");
  t.silence();
  CHECK_FALSE(t.activity->finished());
  t.pass(Millis(1700));
  CHECK(t.activity->finished());
}

TEST_CASE("question: the prompt is read, then every answer as it stands on the screen") {
  auto t = soap_alone();
  t.play(*one());
  t.silence();
  Words expected{"soap?"};
  for (const auto& id : t.targets("answer/")) expected.push_back(id.substr(7));
  CHECK(t.said() == expected);
}

TEST_CASE("question: every order of answers comes equally often over the seeds") {
  std::map<Words, int> orders;
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    auto t = soap_alone();
    t.play(*one(), seed);
    ++orders[t.targets("answer/")];
  }
  CHECK(orders.size() == 6);
  for (const auto& [order, times] : orders) {
    CHECK(times > 60);
    CHECK(times < 140);
  }
}

TEST_CASE("quiz: draws N different items of the band, none that awaits review, none of a form") {
  std::vector<Item> items;
  for (const std::string name : {"a", "b", "c", "d", "e"}) items.push_back(item(name));
  auto small = item("small");
  small.ages = ages("A");
  auto waiting = item("waiting");
  waiting.pending = true;
  auto formal = item("formal");
  formal.form = Form::a;
  for (auto& i : {small, waiting, formal}) items.push_back(i);
  const auto spec = quiz_spec("play", pool(3));
  std::set<std::string> met;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    PlayTable t(content(items));
    t.play(*spec, seed);
    std::set<std::string> asked;
    while (!t.activity->finished()) {
      asked.insert(t.asked());
      t.tap("answer/" + t.asked() + "-right");
      t.tap("next");
    }
    CHECK(asked.size() == 3);
    CHECK(t.activity->stars() == 3);
    met.insert(asked.begin(), asked.end());
  }
  CHECK(met == std::set<std::string>{"a", "b", "c", "d", "e"});
}

TEST_CASE(
    "quiz: finished with help is one with a hint or a shown answer, not one with a second try") {
  const auto helped = [](const Words& taps) {
    auto t = soap_alone();
    t.play(*one());
    for (const auto& tap : taps) t.tap(tap);
    CHECK(t.activity->finished());
    return t.activity->helped();
  };
  CHECK_FALSE(helped({"answer/soap-right", "next"}));
  CHECK_FALSE(helped({"answer/soap-odd", "answer/soap-right", "next"}));
  CHECK(helped({"hint", "answer/soap-right", "next"}));
  CHECK(helped({"answer/soap-odd", "answer/soap-wrong", "next"}));
}

TEST_CASE("quiz: fewer items than it wants to draw are all it asks") {
  PlayTable t(content({item("a"), item("b")}));
  t.play(*quiz_spec("play", pool(6)));
  t.tap("answer/" + t.asked() + "-right");
  t.tap("next");
  t.tap("answer/" + t.asked() + "-right");
  t.tap("next");
  CHECK(t.activity->finished());
}

TEST_CASE("quiz: items named one by one are asked in that order, as far as they fit the band") {
  auto small = item("small");
  small.ages = ages("A");
  PlayTable t(content({item("a"), item("b"), small}));
  t.play(*quiz_spec("play", list({"b", "small", "a"})));
  CHECK(t.asked() == "b");
  t.tap("answer/b-right");
  t.tap("next");
  CHECK(t.asked() == "a");
}

TEST_CASE("quiz: with nothing for the band it is not offered") {
  auto small = item("small");
  small.ages = ages("A");
  const auto pack = content({small});
  const auto spec = quiz_spec("play", pool(3));
  CHECK(spec->offers(pack, AgeBand::a));
  CHECK_FALSE(spec->offers(pack, AgeBand::c));
  CHECK(spec->start(pack, AgeBand::c, Random(1)) == nullptr);
}

TEST_CASE("quiz: one long sleep is the same as many short ones") {
  const auto run = [](Millis step) {
    PlayTable t(content({item("a"), item("b")}));
    t.play(*quiz_spec("play", list({"a", "b"})));
    t.tap("answer/a-wrong");
    t.pass(Millis(9000), step);
    t.tap("answer/a-right");
    t.pass(Millis(9000), step);
    auto words = t.said();
    words.push_back(t.frame().to_text());
    return words;
  };
  CHECK(run(Millis(9000)) == run(Millis(3)));
}

TEST_CASE("registry: types are known by name, in order, and an unknown one is reported") {
  const auto types = activity_types();
  CHECK(std::is_sorted(types.begin(), types.end()));
  CHECK(std::find(types.begin(), types.end(), "lesson") != types.end());
  Diagnostics faults;
  const auto made = document(obj({{"id", "x"},
                                  {"type", "quizz"},
                                  {"title", obj({{"pl", "Tak"}, {"lt", "Taip"}})},
                                  {"picture", "library:soap"}}),
                             faults);
  ReadContext context{faults, {kPl, kLt}};
  Reader in(*made->root(), "an activity", context);
  CHECK(read_activity(in) == nullptr);
  REQUIRE_FALSE(faults.list().empty());
  CHECK(to_text(faults.list().front()).find("quiz") != std::string::npos);
}

TEST_CASE("quiz: the pictures of the next question are asked for at the size they will have") {
  PlayTable t(content({item("soap"), item("tap")}));
  t.play(*quiz_spec("two", list({"soap", "tap"})));
  const auto soon = t.frame().soon;
  const auto pictures = [](const std::vector<DrawOp>& ops) {
    std::set<std::pair<std::string, float>> out;
    for (const auto& op : ops) {
      const auto* p = std::get_if<PictureOp>(&op);
      if (p != nullptr && p->picture.starts_with("library:tap-")) out.emplace(p->picture, p->box.w);
    }
    return out;
  };
  t.tap("answer/soap-right");
  t.silence();
  t.tap("next");
  REQUIRE(t.asked() == "tap");
  CHECK(!pictures(t.frame().ops).empty());
  for (const auto& wanted : pictures(t.frame().ops)) {
    CAPTURE(wanted.first);
    CHECK(pictures(soon).contains(wanted));
  }
}

TEST_CASE("quiz: what a resting finger may choose is made ready, and nothing is chosen by that") {
  PlayTable t(content({item("soap"), item("tap")}));
  t.play(*quiz_spec("two", list({"soap", "tap"})));
  t.counted();
  t.show.touch.pressed = "answer/soap-right";
  const auto soon = t.frame().soon;
  CHECK(std::any_of(soon.begin(), soon.end(), [](const DrawOp& op) {
    const auto* p = std::get_if<PictureOp>(&op);
    return p != nullptr && p->picture == "library:badge-right";
  }));
  CHECK(t.counted().empty());
  CHECK(t.activity->stars() == 0);
}

TEST_CASE("question: an item may name what stands behind it") {
  auto evening = item("soap");
  evening.backdrop = "library:meadow-evening";
  PlayTable t(content({evening}));
  t.play(*one());
  const auto frame = t.frame();
  REQUIRE(std::holds_alternative<PictureOp>(frame.ops.front()));
  CHECK(std::get<PictureOp>(frame.ops.front()).picture == "library:meadow-evening");
}
