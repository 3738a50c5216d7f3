// Questions with several right answers, with sounds, true or false, and questions of a round.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/activities/round/round.h"
#include "support/play_table.h"

namespace {

using namespace nest;
using namespace nest::test;

/// Soap and water are right; sand is not.
Item washing() {
  Item out = item("wash");
  out.several = true;
  out.answers = {answer_option("soap", true), answer_option("water", true),
                 answer_option("sand", false)};
  return out;
}

Item true_item() {
  Item out = item("fact");
  out.kind = ItemKind::true_false;
  out.answers = {{AnswerId(kTrue), true, "library:answer-true", "", {}, localized("because.")},
                 {AnswerId(kFalse), false, "library:answer-false", "", {}, localized("because.")}};
  return out;
}

Item in_form(Item item, Form form) {
  item.form = form;
  item.goal = GoalId("goal-" + item.id.str());
  return item;
}

std::unique_ptr<ActivitySpec> round_spec() {
  Diagnostics faults;
  const auto made = document(obj({{"when", "before"}, {"form", "A"}}), faults);
  ReadContext context{faults, {kPl, kLt}};
  Reader in(*made->root(), "a round", context);
  return round::read(in);
}

PlayTable asking(const Item& item) {
  PlayTable t(content({item}));
  static std::vector<std::unique_ptr<ActivitySpec>> specs;
  specs.push_back(quiz_spec("one", list({item.id.str()})));
  t.play(*specs.back());
  t.silence();
  t.said();
  t.counted();
  return t;
}

}  // namespace

TEST_CASE("question: several are taken on \"done\", and right only if exactly they are chosen") {
  auto t = asking(washing());
  CHECK(t.targets("done").empty());
  t.tap("done");
  t.tap("answer/water");
  CHECK(t.said() == Words{"water"});
  CHECK(t.targets("done") == Words{"done"});
  t.tap("answer/sand");
  t.tap("answer/sand");  // put back
  t.tap("answer/soap");
  CHECK(t.counted().empty());
  t.tap("done");
  CHECK(t.counted() == Words{"answered hands/wash soap+water right"});
  t.said();
  t.silence();
  CHECK(t.activity->stars() == 1);
}

TEST_CASE("question: of several, what is missing is asked for and what was wrong is explained") {
  SUBCASE("one is missing") {
    auto t = asking(washing());
    t.tap("answer/soap");
    t.said();
    t.tap("done");
    CHECK(t.counted() == Words{"answered hands/wash soap wrong"});
    CHECK(t.said() == Words{"<quiz.more>"});
    t.silence();
    t.tap("answer/water");  // soap is still chosen
    t.tap("done");
    CHECK(t.counted() == Words{"retried hands/wash right"});
  }
  SUBCASE("one is wrong") {
    auto t = asking(washing());
    for (const auto* target : {"answer/soap", "answer/sand", "done"}) t.tap(target);
    CHECK(t.counted() == Words{"answered hands/wash soap+sand wrong"});
    t.said();
    t.silence();
    CHECK(t.said() == Words{"why sand.", "<quiz.again>"});
    t.tap("answer/sand");  // its reason has been given
    t.tap("done");
    CHECK(t.counted() == Words{"retried hands/wash wrong"});
    t.said();
    t.silence();
    auto said = t.said();
    std::sort(said.begin(), said.end());
    CHECK(said == Words{"why soap.", "why water."});
    CHECK(t.activity->stars() == 1);
  }
}

TEST_CASE("question: a sound is heard before it is taken") {
  Item sounds = item("bell");
  sounds.answers[0].sound = sounds.answers[1].sound = sounds.answers[2].sound = "library:drop";
  auto t = asking(sounds);
  t.tap("answer/bell-wrong");
  CHECK(t.counted().empty());
  t.tap("answer/bell-right");  // only one at a time
  t.tap("done");
  CHECK(t.counted() == Words{"answered hands/bell bell-right right"});
}

TEST_CASE("question: true and false speak with the interface's words and share their reason") {
  auto t = asking(true_item());
  t.tap("answer/false");
  CHECK(t.counted() == Words{"answered hands/fact false wrong"});
  t.silence();
  CHECK(t.said()[1] == "because.");
  t.tap("listen");
  t.silence();
  CHECK(t.said() == Words{"fact?", "<item.true>"});
}

TEST_CASE("round: a whole form, without any sign of right or wrong") {
  std::vector<Item> items{in_form(item("one"), Form::a), in_form(washing(), Form::a),
                          in_form(item("twin"), Form::b), item("practice")};
  Item pending = in_form(item("pending"), Form::a);
  pending.pending = true;
  items.push_back(pending);
  PlayTable t(content(items));
  t.pack.show_pending = true;  // also then it is not evaluated
  const auto spec = round_spec();
  t.play(*spec);
  t.silence();
  for (int asked = 0; asked < 2; ++asked) {
    CAPTURE(asked);
    t.counted();
    t.said();
    CHECK(t.targets("hint").empty());
    CHECK(t.targets("answer/unknown") == Words{"answer/unknown"});
    const bool several = t.asked() == "wash";
    if (several) {
      t.tap("answer/sand");
      t.tap("done");
    } else {
      t.tap("answer/unknown");
    }
    CHECK(t.counted() == Words{several ? "answered hands/wash sand wrong before"
                                       : "answered hands/one unknown wrong before"});
    const auto frame = t.frame().to_text();
    CHECK(frame.find("badge-right") == std::string::npos);
    CHECK(frame.find("badge-almost") == std::string::npos);
    t.silence();
    CHECK(t.said().back().rfind("<round.thanks.", 0) == 0);
    t.pass(Millis(600));
    t.silence();
  }
  CHECK(t.activity->finished());
  CHECK(t.activity->stars() == 2);
}
