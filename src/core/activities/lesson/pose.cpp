#include "core/activities/lesson/pose.h"

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace nest::lesson {
namespace {

constexpr float kBreath = 0.4F;
constexpr float kEver = std::numeric_limits<float>::max();

struct Timed {
  const Motion* motion;
  float start;
};

/// The motions of one beat that act on one actor and one kind of thing, in the order they begin.
std::vector<Timed> timed(const Beat& beat, std::size_t actor,
                         std::initializer_list<MotionKind> kinds, const Lang& lang,
                         const Spoken* spoken) {
  std::vector<Timed> out;
  for (const auto& m : beat.motions) {
    if (m.actor != actor || std::find(kinds.begin(), kinds.end(), m.kind) == kinds.end()) continue;
    // An earlier beat is over: only the order of its motions matters, told by the estimate.
    const auto& text = beat.say.in(lang);
    out.push_back({&m, start_of(m.start, text, spoken ? *spoken : estimate(text.plain))});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Timed& a, const Timed& b) { return a.start < b.start; });
  return out;
}

float progress(const Timed& m, float t) {
  if (m.motion->over <= 0) return 1;
  return ease(m.motion->ease, (t - m.start) / m.motion->over);
}

/// Value after the first `n` motions at time `t`: each begins where the ones before have brought it
/// at its own start.
float value_at(const std::vector<Timed>& motions, std::size_t n, float base, float t) {
  if (n == 0) return base;
  const auto& m = motions[n - 1];
  if (t < m.start) return value_at(motions, n - 1, base, t);
  const float from = value_at(motions, n - 1, base, m.start);
  return from + (m.motion->value - from) * progress(m, t);
}

Point place_at(const std::vector<Timed>& motions, std::size_t n, Point base, float t) {
  if (n == 0) return base;
  const auto& m = motions[n - 1];
  if (t < m.start) return place_at(motions, n - 1, base, t);
  const Point from = place_at(motions, n - 1, base, m.start);
  const float p = progress(m, t);
  const float raised = std::clamp(p, 0.0F, 1.0F);
  return from + (m.motion->to - from) * p - Point{0, m.motion->arc * 4 * raised * (1 - raised)};
}

void advance_look(Look& look, const Beat& beat, std::size_t actor, float t, const Lang& lang,
                  const Spoken* spoken) {
  const auto moves = timed(beat, actor, {MotionKind::move}, lang, spoken);
  look.at = place_at(moves, moves.size(), look.at, t);
  const auto apply = [&](MotionKind kind, float& value) {
    const auto motions = timed(beat, actor, {kind}, lang, spoken);
    value = value_at(motions, motions.size(), value, t);
  };
  apply(MotionKind::scale, look.scale);
  apply(MotionKind::turn, look.turn);
  apply(MotionKind::fade, look.opacity);
}

void advance_parts(std::map<std::string, bool>& parts, const Beat& beat, std::size_t actor, float t,
                   const Lang& lang, const Spoken* spoken) {
  for (const auto& m : timed(beat, actor, {MotionKind::show, MotionKind::hide}, lang, spoken)) {
    if (t >= m.start) parts[m.motion->name] = m.motion->kind == MotionKind::show;
  }
}

float motion_length(const Motion& m, const std::map<std::string, float>& clip_length) {
  if (m.kind != MotionKind::play) return m.over;
  const auto found = clip_length.find(m.name);
  return found == clip_length.end() ? 0 : found->second;
}

}  // namespace

float start_of(const Start& start, const Text& text, const Spoken& spoken) {
  switch (start.kind) {
    case Start::Kind::seconds:
      return start.value;
    case Start::Kind::share:
      return start.value * seconds(spoken.length);
    case Start::Kind::mark:
      break;
  }
  const auto* mark = text.mark(start.mark);
  if (mark == nullptr) return 0;
  float at = 0;
  for (const auto& word : spoken.words) {
    if (word.begin <= mark->begin) at = seconds(word.start);
  }
  return at;
}

Millis beat_length(const Beat& beat, const Lang& lang, const Spoken& spoken,
                   const std::map<std::string, float>& clip_length) {
  float longest = seconds(spoken.length);
  for (const auto& m : beat.motions) {
    longest = std::max(
        longest, start_of(m.start, beat.say.in(lang), spoken) + motion_length(m, clip_length));
  }
  return from_seconds(longest + kBreath);
}

std::vector<ActorPose> pose_at(const Scene& scene, std::size_t beat, float t, const Lang& lang,
                               const Spoken& spoken) {
  std::vector<ActorPose> poses;
  for (std::size_t a = 0; a < scene.actors.size(); ++a) {
    ActorPose pose{scene.actors[a].look, {}, {}};
    for (std::size_t b = 0; b < beat; ++b) {
      advance_look(pose.look, scene.beats[b], a, kEver, lang, nullptr);
      advance_parts(pose.parts, scene.beats[b], a, kEver, lang, nullptr);
    }
    const auto& now = scene.beats[beat];
    advance_look(pose.look, now, a, t, lang, &spoken);
    advance_parts(pose.parts, now, a, t, lang, &spoken);
    for (const auto& m : now.motions) {
      if (m.kind != MotionKind::play || m.actor != a) continue;
      const float start = start_of(m.start, now.say.in(lang), spoken);
      if (t >= start) pose.clips.push_back({m.name, t - start});
    }
    poses.push_back(std::move(pose));
  }
  return poses;
}

bool moving_at(const Beat& beat, float t, const Lang& lang, const Spoken& spoken,
               const std::map<std::string, float>& clip_length) {
  return std::any_of(beat.motions.begin(), beat.motions.end(), [&](const Motion& m) {
    const float start = start_of(m.start, beat.say.in(lang), spoken);
    return t >= start - 0.02F && t <= start + motion_length(m, clip_length) + 0.02F;
  });
}

}  // namespace nest::lesson
