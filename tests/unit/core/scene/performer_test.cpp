#include "core/scene/performer.h"

#include <doctest/doctest.h>

#include "support/builders.h"

using namespace nest;
using namespace nest::test;

namespace {

Clip lifts(float to, bool loop, float length = 1) {
  return {length, loop, {{0, Channel::y, {{0, to}}}}};
}
/// Talking lifts it by 1, waving by 10: its height tells what it does.
struct Acting {
  Acting() {
    figure.clips["talk"] = lifts(-1, true);
    figure.clips["wave"] = lifts(-10, false);
  }
  float lifted(int at, std::optional<int> talking = {}, bool calm = false) {
    frame = {};
    const auto since = talking ? std::optional(Instant(Millis(*talking))) : std::nullopt;
    performer.draw(frame, figure, {{50, 200}, 1, 0, 1, false}, Instant(Millis(at)), since, calm);
    return -std::get<PictureOp>(frame.ops.at(0)).box.y;
  }

  Rig figure = rig();
  Performer performer;
  Frame frame;
};

}  // namespace

TEST_CASE("performer: it plays an action once and is itself again") {
  Acting mila;
  mila.performer.play("wave", Instant(Millis(5000)));
  CHECK(mila.lifted(5500) == 10);
  CHECK(mila.lifted(6001) == 0);
}

TEST_CASE("performer: it talks while the voice does, also while it waves") {
  Acting mila;
  CHECK(mila.lifted(500) == 0);
  CHECK(mila.lifted(500, 400) == 1);
  mila.performer.play("wave", Instant(Millis(400)));
  CHECK(mila.lifted(500, 400) == 11);
}

TEST_CASE("performer: it looks up or down to what is touched, unless it acts or is to be calm") {
  Acting mila;
  mila.figure.clips["look"] = {1.1F, false, {{0, Channel::y, {{0, -20}, {1, 20}}}}};
  const auto looking = [&](Point at, int when, bool calm = false) {
    mila.frame = {};
    mila.performer.draw(mila.frame, mila.figure, {{50, 900}, 1, 0, 1, false}, Instant(Millis(when)),
                        {}, calm, at);
    return -std::get<PictureOp>(mila.frame.ops.at(0)).box.y;
  };
  const float level = mila.lifted(9000) - 700;
  CHECK(looking({800, 100}, 9000) > level + 1);
  CHECK(looking({800, 900}, 9000) < level - 1);
  CHECK(looking({800, 100}, 9000, true) == level);
  mila.performer.play("wave", Instant(Millis(8500)));
  CHECK(looking({800, 100}, 9000) == level + 10);
}

TEST_CASE("performer: an action that the character does not know changes nothing") {
  Acting mila;
  mila.performer.play("fly", Instant(Millis(0)));
  CHECK(mila.lifted(100) == 0);
  Rig bare = rig();
  bare.clips.clear();
  mila.figure = bare;
  CHECK(mila.lifted(100, 50) == 0);
}

TEST_CASE("performer: alive it asks to be drawn again, livelier when it acts; calm it never asks") {
  Acting mila;
  mila.lifted(1010);
  CHECK(mila.frame.next == Instant(Millis(1050)));
  mila.lifted(1010, 1000);
  CHECK(mila.frame.next == Instant(Millis(1023)));
  mila.performer.play("wave", Instant(Millis(1000)));
  CHECK(mila.lifted(1010, {}, true) == 0);
  CHECK_FALSE(mila.frame.next);
}

TEST_CASE("performer: frames within one tick are equal, so they cost nothing") {
  Acting mila;
  mila.figure.clips["idle"] = {1, true, {{0, Channel::x, {{0, 0}, {1, 100}}}}};
  mila.lifted(1001);
  const auto first = mila.frame.ops;
  mila.lifted(1049);
  CHECK(mila.frame.ops == first);
  mila.lifted(1050);
  CHECK_FALSE(mila.frame.ops == first);
}
