// How packs write order, sort and pairs, and what is wrong with them if they are written wrongly.
#include <doctest/doctest.h>

#include "core/activities/board_spec.h"
#include "core/activities/registry.h"
#include "support/builders.h"
#include "support/document.h"

using namespace nest;
using namespace nest::test;

namespace {

Value said(const std::string& pl) {
  return obj({{"pl", pl}, {"lt", pl}});
}
Value thing(const std::string& id) {
  return obj({{"id", id}, {"picture", "library:" + id}, {"text", said(id)}, {"why", said(id)}});
}
Value named(const std::string& type) {
  return obj({{"id", "play"},
              {"type", type},
              {"title", said("title")},
              {"picture", "library:title"},
              {"say", said("say")}});
}
Value order() {
  return named("order").with("steps", list({thing("wet"), thing("soap"), thing("rinse")}));
}
Value bin(const std::string& id) {
  return obj({{"id", id}, {"picture", "library:" + id}, {"text", said(id)}});
}
Value sort(std::size_t things) {
  std::vector<Value> all;
  for (std::size_t i = 0; i < things; ++i) {
    all.push_back(thing("thing-" + std::to_string(i)).with("bin", i % 2 == 0 ? "yes" : "no"));
  }
  return named("sort").with("bins", list({bin("yes"), bin("no")})).with("things", list(all));
}
Value pairs_of(const std::string& play, std::size_t count) {
  std::vector<Value> all;
  for (std::size_t i = 0; i < count; ++i) {
    const auto id = "pair-" + std::to_string(i);
    all.push_back(thing(id).with("with", obj({{"picture", "library:x"}, {"text", said("x")}})));
  }
  return named("pairs").with("play", play).with("pairs", list(all));
}

struct ReadActivity {
  explicit ReadActivity(const Value& value) : document(test::document(value)) {
    ReadContext context{found, {kPl, kLt}};
    Reader in(*document->root(), "an activity", context);
    spec = read_activity(in);
    in.finish();
  }
  std::unique_ptr<Document> document;
  Diagnostics found;
  std::unique_ptr<ActivitySpec> spec;
};
using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("order: the steps stand in their right order, each with a counted slot") {
  const ReadActivity read(order());
  CHECK(rules(read.found).empty());
  const auto& script = dynamic_cast<const BoardSpec&>(*read.spec).script;
  REQUIRE(script.things.size() == 3);
  CHECK(script.look == SlotLook::counted);
  CHECK(script.things[2].id == "rinse");
  CHECK(script.things[2].home == 2);
  CHECK(script.slots[2].id == "3");
}

TEST_CASE("order: two steps are no routine; a step stands once") {
  CHECK(rules(ReadActivity(order().with("steps", list({thing("a"), thing("b")}))).found) ==
        Rules{"wrong-count"});
  CHECK(rules(ReadActivity(order().with("steps", list({thing("a"), thing("b"), thing("a")})))
                  .found) == Rules{"same-id"});
}

TEST_CASE("sort: each thing names its bin") {
  const ReadActivity read(sort(5));
  CHECK(rules(read.found).empty());
  const auto& script = dynamic_cast<const BoardSpec&>(*read.spec).script;
  CHECK(script.look == SlotLook::bin);
  CHECK(script.things[1].home == 1);
  CHECK(script.things[2].home == 0);
}

TEST_CASE("sort: a bin that is not there, a bin that stays empty") {
  auto wrong = sort(4);
  const auto things = list({thing("a").with("bin", "yes"), thing("b").with("bin", "yse"),
                            thing("c").with("bin", "yes"), thing("d").with("bin", "yes")});
  const ReadActivity read(wrong.with("things", things));
  CHECK(rules(read.found) == Rules{"unknown-bin", "empty-bin"});
  CHECK(read.found.list()[0].advice == "Did you mean \"yes\"?");
  CHECK(read.found.list()[1].message == "nothing belongs into the bin \"no\".");
}

TEST_CASE("sort: children of 4-6 get at most five things and two bins") {
  CHECK(ReadActivity(sort(5)).spec->unfit(AgeBand::a).empty());
  CHECK(ReadActivity(sort(6)).spec->unfit(AgeBand::a) == "children of 4-6 manage at most 5 here.");
  CHECK(ReadActivity(sort(8)).spec->unfit(AgeBand::b).empty());
}

TEST_CASE("pairs: in the open they are a board, each partner a slot") {
  const ReadActivity read(pairs_of("open", 3));
  CHECK(rules(read.found).empty());
  const auto& script = dynamic_cast<const BoardSpec&>(*read.spec).script;
  CHECK(script.look == SlotLook::partner);
  CHECK(script.things[1].home == 1);
  CHECK(script.slots[1].picture == "library:x");
}

TEST_CASE("pairs: up to six in the open, eight face down, four for the youngest") {
  CHECK(rules(ReadActivity(pairs_of("open", 7)).found) == Rules{"wrong-count"});
  CHECK(rules(ReadActivity(pairs_of("memory", 8)).found).empty());
  CHECK_FALSE(ReadActivity(pairs_of("memory", 5)).spec->unfit(AgeBand::a).empty());
  CHECK(ReadActivity(pairs_of("memory", 4)).spec->unfit(AgeBand::a).empty());
}

TEST_CASE("pairs: a pair without its partner is reported") {
  auto lonely = pairs_of("open", 3);
  const auto all = list(
      {thing("a"), thing("b").with("with", obj({{"picture", "library:x"}, {"text", said("x")}})),
       thing("c").with("with", obj({{"picture", "library:x"}, {"text", said("x")}}))});
  CHECK(rules(ReadActivity(lonely.with("pairs", all)).found) == Rules{"missing-key"});
}
