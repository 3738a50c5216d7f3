#include "core/activities/what_next/what_next.h"

#include <doctest/doctest.h>

#include "core/activities/registry.h"
#include "support/builders.h"
#include "support/document.h"
#include "support/practice.h"

using namespace nest;
using namespace nest::test;
using Said = std::vector<std::string>;
using Rules = std::vector<std::string>;

namespace {

/// hungry → (wash → clean, the end) or (eat → germs → hungry again)
what_next::Script story() {
  using what_next::Choice;
  const auto say = [](const char* text) { return localized(text); };
  what_next::Script out;
  out.moments = {{"hungry",
                  "library:hungry",
                  say("Hungry?"),
                  {Choice{"wash", "library:wash", say("wash"), 2},
                   Choice{"eat", "library:eat", say("eat"), 1}},
                  std::nullopt},
                 {"germs", "library:germs", say("Germs!"), {}, 0},
                 {"clean", "library:clean", say("Clean."), {}, std::nullopt}};
  return out;
}

class PlayedStory : public Practice {
 public:
  PlayedStory() : game(pack, script, "lunch", Random(1)) { begin(game); }
  what_next::Script script = story();
  what_next::WhatNext game;
};

Value said_text(const std::string& pl) {
  return obj({{"pl", pl}, {"lt", pl}});
}
Value moment(const std::string& id) {
  return obj({{"id", id}, {"picture", "library:x"}, {"say", said_text(id)}});
}
Value choice(const std::string& id, const std::string& to) {
  return obj({{"id", id}, {"picture", "library:x"}, {"text", said_text(id)}, {"to", to}});
}
Value told(std::vector<Value> moments) {
  return obj({{"id", "play"},
              {"type", "what-next"},
              {"title", said_text("title")},
              {"picture", "library:title"},
              {"story", list(std::move(moments))}});
}
Value forked() {
  return moment("a").with("choices", list({choice("to-b", "b"), choice("to-c", "c")}));
}

Diagnostics faults(const Value& value) {
  const auto doc = document(value);
  Diagnostics found;
  ReadContext context{found, {kPl, kLt}};
  Reader in(*doc->root(), "an activity", context);
  read_activity(in);
  in.finish();
  return found;
}

}  // namespace

TEST_CASE("what-next: a moment is told, then its choices") {
  PlayedStory play;
  auto said = play.said();
  REQUIRE(said.size() == 3);
  CHECK(said[0] == "Hungry?");
  CHECK(play.targets("choice/").size() == 2);
  CHECK(play.targets("next").empty());
}

TEST_CASE("what-next: what leads astray tells what came of it and returns by itself") {
  PlayedStory play;
  play.tap("choice/eat");
  CHECK(play.said() == Said{"Germs!"});
  CHECK(play.game.stars() == 0);
  CHECK(play.targets("next").size() == 1);
  play.wait(Millis(10'000));
  CHECK(play.targets("choice/").size() == 2);
  CHECK_FALSE(play.game.finished());
}

TEST_CASE("what-next: the right way comes to the end and earns the star") {
  PlayedStory play;
  play.tap("choice/eat");
  play.tap("next");
  play.tap("choice/wash");
  CHECK(play.said() == Said{"Clean."});
  CHECK(play.game.stars() == 1);
  play.tap("next");
  CHECK(play.game.finished());
}

TEST_CASE("what-next: a second visit of the same moment is a new screen for the touch gate") {
  PlayedStory play;
  const auto first = play.frame().moment;
  play.tap("choice/eat");
  play.tap("next");
  CHECK(play.frame().moment != first);
}

TEST_CASE("what-next: a story that is well told has no faults") {
  CHECK(rules(faults(told({forked(), moment("b").with("then", "a"), moment("c")}))).empty());
}

TEST_CASE("what-next: every moment is reached and every way comes to an end") {
  CHECK(rules(faults(
            told({forked(), moment("b").with("then", "a"), moment("c").with("then", "a")}))) ==
        Rules{"no-end", "no-end", "no-end"});
  CHECK(rules(faults(told({forked(), moment("b"), moment("c"), moment("d")}))) ==
        Rules{"unreachable"});
  const auto lost = faults(told({forked(), moment("b").with("then", "aa"), moment("c")}));
  CHECK(rules(lost) == Rules{"unknown-moment"});
}

TEST_CASE("what-next: one choice is none, and there is one way on") {
  CHECK(rules(faults(told({moment("a").with("choices", list({choice("x", "b")})), moment("b"),
                           moment("c").with("then", "b")}))) ==
        Rules{"wrong-count", "unreachable"});
  CHECK(rules(faults(told({forked().with("then", "b"), moment("b"), moment("c")}))) ==
        Rules{"two-ways"});
}

TEST_CASE("what-next: a moment may name what stands behind it") {
  PlayedStory play;
  play.script.moments[2].backdrop = "library:meadow-evening";
  CHECK(play.pictures("library:meadow-day") == 1);
  play.tap("choice/wash");
  CHECK(play.pictures("library:meadow-day") == 0);
  CHECK(play.pictures("library:meadow-evening") == 1);
}
