// The file of a character (scene/read_rig.cpp).
#include <doctest/doctest.h>

#include "core/scene/rig.h"
#include "support/builders.h"
#include "support/document.h"

using namespace nest;
using namespace nest::test;

namespace {

using Words = std::vector<std::string>;

Value part(const std::string& id) {
  return obj({{"id", id},
              {"picture", id + ".svg"},
              {"box", list({0, 0, 10, 20})},
              {"pivot", list({5, 10})}});
}
Value figure() {
  return obj({{"format", "storknest-rig/1"},
              {"id", "mila"},
              {"size", list({100, 200})},
              {"origin", list({50, 200})},
              {"parts", list({part("wing").with("parent", "body"), part("body")})},
              {"clips", obj({})}});
}
Value with_tracks(const Value& tracks) {
  return figure().with("clips", obj({{"wave", obj({{"length", 1}, {"tracks", tracks}})}}));
}
Words rig_faults(const Value& value) {
  Diagnostics out;
  const auto read = read_rig(*document(value), out);
  CHECK((read.has_value() == out.empty()));
  return rules(out);
}

}  // namespace

TEST_CASE("read_rig: parts are painted in the order of the file, parents may stand behind") {
  Diagnostics out;
  const auto rig = read_rig(*document(figure()), out);
  REQUIRE(rig);
  CHECK(rig->width == 100);
  CHECK(rig->origin == Point{50, 200});
  REQUIRE(rig->parts.size() == 2);
  CHECK(rig->parts[0].picture == "mila/wing.svg");
  CHECK(rig->parts[0].parent == 1);
  CHECK_FALSE(rig->parts[1].parent);
}

TEST_CASE("read_rig: a clip moves parts by keyframes") {
  Diagnostics out;
  const auto doc = document(
      with_tracks(obj({{"wing", obj({{"turn", list({list({0, 0}), list({1, -30, "out"})})}})}})));
  const auto rig = read_rig(*doc, out);
  REQUIRE(rig);
  const auto* wave = rig->clip("wave");
  REQUIRE(wave != nullptr);
  CHECK_FALSE(wave->loop);
  REQUIRE(wave->tracks.size() == 1);
  CHECK(wave->tracks[0].part == 0);
  CHECK(wave->tracks[0].channel == Channel::turn);
  CHECK(wave->tracks[0].keys[1].ease == Easing::out);
}

TEST_CASE("read_rig: parents that are missing or go round in a circle are told") {
  const auto parts = [](std::vector<Value> all) {
    return figure().with("parts", list(std::move(all)));
  };
  CHECK(rig_faults(parts({part("a").with("parent", "b")})) == Words{"unknown-part"});
  CHECK(rig_faults(parts({part("a").with("parent", "a")})) == Words{"unknown-part"});
  CHECK(rig_faults(parts({part("a").with("parent", "b"), part("b").with("parent", "a")})).size() >=
        1);
}

TEST_CASE("read_rig: two parts of one name are told, since clips could not tell them apart") {
  CHECK(rig_faults(figure().with("parts", list({part("a"), part("a")}))) == Words{"same-id"});
}

TEST_CASE("read_rig: keyframes that cannot be played are told") {
  const auto x = [](const Value& keys) { return with_tracks(obj({{"wing", obj({{"x", keys}})}})); };
  CHECK(rig_faults(x(list({list({0, 0}), list({1, 5})}))).empty());
  CHECK(rig_faults(x(list({list({1, 0}), list({0, 5})}))) == Words{"bad-keyframe"});
  CHECK(rig_faults(x(list({list({1})}))) == Words{"bad-keyframe"});
  CHECK(rig_faults(x(list({Value(7)}))) == Words{"bad-keyframe"});
  CHECK(rig_faults(x(list({list({0, 0, "bouncy"})}))) == Words{"unknown-word"});
  CHECK(rig_faults(x(list({}))) == Words{"bad-keyframe"});
}

TEST_CASE("read_rig: clips name parts and movements that exist") {
  const auto keys = list({list({0, 0})});
  CHECK(rig_faults(with_tracks(obj({{"tail", obj({{"x", keys}})}}))) == Words{"unknown-part"});
  CHECK(rig_faults(with_tracks(obj({{"wing", obj({{"sideways", keys}})}}))) ==
        Words{"unknown-key"});
}

TEST_CASE("read_rig: numbers that are missing, too few or no numbers are told") {
  CHECK(rig_faults(figure().with("size", list({100}))) == Words{"bad-numbers"});
  CHECK(rig_faults(figure().with("size", "large")) == Words{"bad-numbers"});
  CHECK(rig_faults(figure().without("origin")) == Words{"bad-numbers"});
  CHECK(rig_faults(figure().with("format", "storknest-rig/2")) == Words{"unknown-word"});
  CHECK(rig_faults(figure().with("parts", list({}))) == Words{"wrong-count"});
}

TEST_CASE("read_rig: a file that is no object is no rig") {
  Diagnostics out;
  CHECK_FALSE(read_rig(*document(list({1})), out));
  CHECK_FALSE(read_rig(Document("rig.json", ""), out));
}
