#include <doctest/doctest.h>

#include <cmath>

#include "core/activities/lesson/pose.h"
#include "support/builders.h"

namespace {

using namespace nest;
using namespace nest::lesson;
using nest::test::kLt;
using nest::test::kPl;
using nest::test::localized;

Spoken lasts(long ms) {
  Spoken out;
  out.length = Millis(ms);
  return out;
}

Motion motion(MotionKind kind, float start, float over) {
  Motion m;
  m.kind = kind;
  m.start.value = start;
  m.over = over;
  m.ease = Easing::linear;
  return m;
}
Motion move_to(Point to, float start, float over) {
  auto m = motion(MotionKind::move, start, over);
  m.to = to;
  return m;
}
Motion part(const std::string& name, bool shown, float start) {
  auto m = motion(shown ? MotionKind::show : MotionKind::hide, start, 0);
  m.name = name;
  return m;
}

/// One actor at (100, 100) and beats with these motions.
Scene scene(std::vector<std::vector<Motion>> beats) {
  Scene s;
  s.actors = {{"ball", ActorKind::picture, "library:ball", {}, 64, false, {{100, 100}, 1, 0, 1}}};
  for (auto& motions : beats) {
    Beat b;
    b.say = localized("One sentence.");
    b.motions = std::move(motions);
    s.beats.push_back(std::move(b));
  }
  return s;
}

ActorPose at(const Scene& s, std::size_t beat, float t) {
  return pose_at(s, beat, t, kPl, lasts(2000)).front();
}

}  // namespace

TEST_CASE("lesson pose: before a motion the actor rests, after it stays where it was brought") {
  const auto s = scene({{move_to({300, 100}, 1, 2)}, {}});
  CHECK(at(s, 0, 0).look.at == Point{100, 100});
  CHECK(at(s, 0, 2).look.at == Point{200, 100});
  CHECK(at(s, 0, 50).look.at == Point{300, 100});
  CHECK(at(s, 1, 0).look.at == Point{300, 100});
}

TEST_CASE("lesson pose: a motion begins where the one before has brought the actor") {
  const auto s = scene({{move_to({300, 100}, 0, 2), move_to({100, 100}, 1, 1)}});
  CHECK(at(s, 0, 1).look.at == Point{200, 100});
  CHECK(at(s, 0, 1.5F).look.at == Point{150, 100});
  CHECK(at(s, 0, 9).look.at == Point{100, 100});
}

TEST_CASE("lesson pose: an arc rises in its middle and ends where it should") {
  auto jump = move_to({300, 100}, 0, 2);
  jump.arc = 80;
  const auto s = scene({{jump}});
  CHECK(at(s, 0, 1).look.at == Point{200, 20});
  CHECK(at(s, 0, 2).look.at == Point{300, 100});
}

TEST_CASE("lesson pose: scale, turn and fade each go their own way at once") {
  auto scale = motion(MotionKind::scale, 0, 1);
  scale.value = 3;
  auto turn = motion(MotionKind::turn, 0, 2);
  turn.value = 90;
  auto fade = motion(MotionKind::fade, 1, 0);
  const auto s = scene({{scale, turn, fade}});
  const auto look = at(s, 0, 1).look;
  CHECK(look.scale == doctest::Approx(3));
  CHECK(look.turn == doctest::Approx(45));
  CHECK(look.opacity == doctest::Approx(0));
  CHECK(at(s, 0, 0.99F).look.opacity == doctest::Approx(1));
}

TEST_CASE("lesson pose: parts are shown and hidden in the order of time, not of writing") {
  const auto s = scene({{part("wing", true, 2), part("wing", false, 1)}, {}});
  CHECK(at(s, 0, 0).parts.empty());
  CHECK_FALSE(at(s, 0, 1.5F).parts.at("wing"));
  CHECK(at(s, 0, 3).parts.at("wing"));
  CHECK(at(s, 1, 0).parts.at("wing"));
}

TEST_CASE("lesson pose: a clip runs from its start within its own beat") {
  auto wave = motion(MotionKind::play, 0.5F, 0);
  wave.name = "wave";
  const auto s = scene({{wave}, {}});
  CHECK(at(s, 0, 0.4F).clips.empty());
  REQUIRE(at(s, 0, 0.75F).clips.size() == 1);
  CHECK(at(s, 0, 0.75F).clips[0].elapsed == doctest::Approx(0.25));
  CHECK(at(s, 1, 0.1F).clips.empty());
}

TEST_CASE("lesson pose: a motion may begin at a share of the voice or at a marked word") {
  const Text text{"a b", {{"b", 2, 3}}};
  Spoken spoken = lasts(4000);
  spoken.words = {{0, 1, Millis(0)}, {2, 3, Millis(1500)}};
  CHECK(start_of({Start::Kind::share, 0.25F, {}}, text, spoken) == doctest::Approx(1));
  CHECK(start_of({Start::Kind::mark, 0, "b"}, text, spoken) == doctest::Approx(1.5));
  CHECK(start_of({Start::Kind::mark, 0, "none"}, text, spoken) == doctest::Approx(0));
}

TEST_CASE("lesson pose: a beat lasts as long as the longest of voice and motions, and a breath") {
  auto s = scene({{move_to({0, 0}, 1, 4)}});
  CHECK(beat_length(s.beats[0], kPl, lasts(2000), {}) == Millis(5400));
  CHECK(beat_length(s.beats[0], kPl, lasts(9000), {}) == Millis(9400));
  auto wave = motion(MotionKind::play, 1, 0);
  wave.name = "wave";
  s.beats[0].motions = {wave};
  CHECK(beat_length(s.beats[0], kPl, lasts(2000), {{"wave", 3.0F}}) == Millis(4400));
}

TEST_CASE("lesson pose: the last moment of a beat is the first of the next, for any motions") {
  Random luck(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<Motion> motions;
    for (auto n = luck.below(6); n > 0; --n) {
      auto m =
          move_to({static_cast<float>(luck.below(1900)), 500},
                  static_cast<float>(luck.below(40)) / 10, static_cast<float>(luck.below(30)) / 10);
      m.kind = static_cast<MotionKind>(luck.below(4));
      m.ease = static_cast<Easing>(luck.below(5));
      m.value = static_cast<float>(luck.below(100)) / 100;
      motions.push_back(m);
    }
    const auto s = scene({motions, {}});
    const auto end = seconds(beat_length(s.beats[0], kPl, lasts(2000), {}));
    const auto last = at(s, 0, end).look;
    const auto first = at(s, 1, 0).look;
    CHECK(last.at == first.at);
    CHECK(last.scale == first.scale);
    CHECK(last.turn == first.turn);
    CHECK(last.opacity == first.opacity);
  }
}
