#include "core/scene/rig.h"

#include <doctest/doctest.h>

#include "support/builders.h"

using namespace nest;
using namespace nest::test;

namespace {

Track track(Channel channel, std::vector<Keyframe> keys, std::size_t part = 0) {
  return {part, channel, std::move(keys)};
}
Clip clip(std::vector<Track> tracks, bool loop = false, float length = 1) {
  return {length, loop, std::move(tracks)};
}
std::vector<PictureOp> drawn(const Rig& rig, const Stand& stand,
                             const std::vector<PlayedClip>& clips = {},
                             const std::map<std::size_t, bool>& shown = {}) {
  Frame frame;
  draw_rig(frame, rig, stand, clips, shown);
  std::vector<PictureOp> out;
  for (const auto& op : frame.ops) out.push_back(std::get<PictureOp>(op));
  return out;
}
/// A body of 100 x 200 and an arm at its shoulder (80, 60).
Rig two() {
  Rig out = rig();
  out.parts.push_back({"arm", "mila/arm.svg", {80, 50, 60, 20}, {80, 60}, 0, false});
  return out;
}

}  // namespace

TEST_CASE("rig: a track holds its first value before and its last behind") {
  const auto t = track(Channel::x, {{1, 10}, {3, 30}});
  CHECK(t.at(0) == 10);
  CHECK(t.at(1) == 10);
  CHECK(t.at(2) == doctest::Approx(20));
  CHECK(t.at(3) == 30);
  CHECK(t.at(99) == 30);
  CHECK(track(Channel::x, {{0, 0}, {0, 5}}).at(0) == 0);
  CHECK(track(Channel::x, {{0, 0}, {0, 5}}).at(0.1F) == 5);
}

TEST_CASE("rig: to be seen or not is never half") {
  const auto t = track(Channel::visible, {{0, 0}, {1, 1}});
  CHECK(t.at(0.9F) == 0);
  CHECK(t.at(1) == 1);
}

TEST_CASE("rig: a figure stands with its origin where it is put, at its scale") {
  const auto ops = drawn(rig(), {{500, 900}, 2, 0, 1, false});
  REQUIRE(ops.size() == 1);
  CHECK(ops[0].box == Rect{400, 500, 200, 400});
  CHECK(ops[0].turn == 0);
}

TEST_CASE("rig: a child part follows its parent and turns about its own joint") {
  Rig r = two();
  const auto lifted = clip({track(Channel::y, {{0, -10}})});
  const auto ops = drawn(r, {{50, 200}, 1, 0, 1, false}, {{&lifted, Millis(0)}});
  REQUIRE(ops.size() == 2);
  CHECK(ops[1].box.centre() == Point{110, 50});
  const auto raised = clip({track(Channel::turn, {{0, -90}}, 1)});
  const auto up = drawn(r, {{50, 200}, 1, 0, 1, false}, {{&raised, Millis(0)}})[1];
  CHECK(up.turn == -90);
  CHECK(up.box.centre().x == doctest::Approx(80));
  CHECK(up.box.centre().y == doctest::Approx(30));
}

TEST_CASE("rig: clips lie over each other: shifts add up, scale and opacity multiply") {
  const Rig r = rig();
  const auto a = clip({track(Channel::x, {{0, 10}}), track(Channel::opacity, {{0, 0.5F}})});
  const auto op =
      drawn(r, {{50, 200}, 1, 0, 0.5F, false}, {{&a, Millis(0)}, {&a, Millis(0)}}).front();
  CHECK(op.box.x == doctest::Approx(20));
  CHECK(op.opacity == doctest::Approx(0.125));
}

TEST_CASE("rig: an ended clip leaves no trace, a looping one goes round") {
  const Rig r = rig();
  const std::vector<Track> moves{track(Channel::x, {{0, 0}, {1, 100}})};
  const auto once = clip(moves);
  const auto round = clip(moves, true);
  const Stand here{{50, 200}, 1, 0, 1, false};
  CHECK(drawn(r, here, {{&once, Millis(500)}})[0].box.x == doctest::Approx(50));
  CHECK(drawn(r, here, {{&once, Millis(1001)}})[0].box.x == 0);
  CHECK(drawn(r, here, {{&round, Millis(1500)}})[0].box.x == doctest::Approx(50));
  CHECK(drawn(r, here, {{nullptr, Millis(0)}, {&once, Millis(-1)}})[0].box.x == 0);
}

TEST_CASE("rig: a hidden part is not painted unless a clip or the caller shows it") {
  Rig r = two();
  r.parts[1].hidden = true;
  const Stand here{{50, 200}, 1, 0, 1, false};
  CHECK(drawn(r, here).size() == 1);
  const auto shows = clip({track(Channel::visible, {{0, 1}}, 1)});
  CHECK(drawn(r, here, {{&shows, Millis(0)}}).size() == 2);
  CHECK(drawn(r, here, {}, {{1, true}}).size() == 2);
  CHECK(drawn(r, here, {{&shows, Millis(0)}}, {{1, false}}).size() == 1);
}

TEST_CASE("rig: a hidden parent does not hide what hangs on it") {
  Rig r = two();
  r.parts[0].hidden = true;
  CHECK(drawn(r, {{50, 200}, 1, 0, 1, false}).size() == 1);
}

TEST_CASE("rig: mirrored, it looks the other way and turns the other way") {
  const auto op = drawn(two(), {{50, 200}, 1, 10, 1, true})[1];
  const auto plain = drawn(two(), {{50, 200}, 1, 10, 1, false})[1];
  CHECK(op.flip);
  CHECK(op.turn == -plain.turn);
  CHECK(op.box.centre().x - 50 == doctest::Approx(50 - plain.box.centre().x));
  CHECK(op.box.centre().y == doctest::Approx(plain.box.centre().y));
}

TEST_CASE("rig: clips and parts are found by name or not at all") {
  CHECK(rig().clip("wave") != nullptr);
  CHECK(rig().clip("fly") == nullptr);
  CHECK(two().part("arm") == 1);
  CHECK_FALSE(two().part("tail"));
}
