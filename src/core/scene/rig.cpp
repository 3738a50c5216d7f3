#include "core/scene/rig.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace nest {
namespace {

using Values = std::array<float, kChannels>;
constexpr Values kNeutral{0, 0, 0, 1, 1, 1};

float& channel(Values& values, Channel c) {
  return values[static_cast<std::size_t>(c)];
}
float channel(const Values& values, Channel c) {
  return values[static_cast<std::size_t>(c)];
}

void layer(Values& values, Channel c, float value) {
  switch (c) {
    case Channel::x:
    case Channel::y:
    case Channel::turn:
      channel(values, c) += value;
      break;
    case Channel::scale:
    case Channel::opacity:
      channel(values, c) *= value;
      break;
    case Channel::visible:
      channel(values, c) = value;
      break;
  }
}

std::vector<Values> local_pose(const Rig& rig, const std::vector<PlayedClip>& clips) {
  std::vector<Values> pose(rig.parts.size(), kNeutral);
  for (std::size_t i = 0; i < rig.parts.size(); ++i) {
    if (rig.parts[i].hidden) channel(pose[i], Channel::visible) = 0;
  }
  for (const auto& played : clips) {
    if (played.clip == nullptr || played.elapsed < Millis(0)) continue;
    float t = seconds(played.elapsed);
    if (!played.clip->loop && t > played.clip->length) continue;
    if (played.clip->loop && played.clip->length > 0) t = std::fmod(t, played.clip->length);
    for (const auto& track : played.clip->tracks) {
      layer(pose[track.part], track.channel, track.at(t));
    }
  }
  return pose;
}

/// Rotation, uniform scale and translation: all that a part may undergo.
struct Placement {
  Point move;
  float turn = 0;  ///< degrees
  float scale = 1;
  float opacity = 1;

  Point apply(Point p) const {
    const float angle = turn * std::numbers::pi_v<float> / 180.0F;
    const float c = std::cos(angle) * scale;
    const float s = std::sin(angle) * scale;
    return {move.x + p.x * c - p.y * s, move.y + p.x * s + p.y * c};
  }
};

/// `inner` first, then `outer`.
Placement combine(const Placement& outer, const Placement& inner) {
  return {outer.apply(inner.move), outer.turn + inner.turn, outer.scale * inner.scale,
          outer.opacity * inner.opacity};
}

/// Turns and scales about the pivot, then shifts.
Placement about_pivot(const Values& v, Point pivot) {
  Placement p{
      {0, 0}, channel(v, Channel::turn), channel(v, Channel::scale), channel(v, Channel::opacity)};
  const Point moved = p.apply(pivot);
  p.move = pivot - moved + Point{channel(v, Channel::x), channel(v, Channel::y)};
  return p;
}

Placement world_of(const Rig& rig, const std::vector<Values>& pose, std::size_t part) {
  const auto own = about_pivot(pose[part], rig.parts[part].pivot);
  const auto parent = rig.parts[part].parent;
  return parent ? combine(world_of(rig, pose, *parent), own) : own;
}

/// Visibility is a part's own: a wing painted behind the body is still its child.
bool visible(const std::vector<Values>& pose, std::size_t part) {
  return channel(pose[part], Channel::visible) >= 0.5F;
}

}  // namespace

float Track::at(float t) const {
  if (keys.empty()) return 0;
  if (t <= keys.front().at) return keys.front().value;
  for (std::size_t i = 1; i < keys.size(); ++i) {
    const auto& to = keys[i];
    if (t >= to.at) continue;
    const auto& from = keys[i - 1];
    const auto easing = channel == Channel::visible ? Easing::step : to.ease;
    return from.value + (to.value - from.value) * ease(easing, (t - from.at) / (to.at - from.at));
  }
  return keys.back().value;
}

const Clip* Rig::clip(std::string_view name) const {
  const auto found = clips.find(name);
  return found == clips.end() ? nullptr : &found->second;
}

std::optional<std::size_t> Rig::part(std::string_view wanted) const {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].id == wanted) return i;
  }
  return std::nullopt;
}

void draw_rig(Frame& frame, const Rig& rig, const Stand& stand,
              const std::vector<PlayedClip>& clips, const std::map<std::size_t, bool>& shown) {
  auto pose = local_pose(rig, clips);
  for (const auto& [part, on] : shown) channel(pose[part], Channel::visible) = on ? 1.0F : 0.0F;
  Placement ground{{0, 0}, stand.turn, stand.scale, stand.opacity};
  const Point feet = ground.apply(rig.origin);
  ground.move = stand.at - feet;
  for (std::size_t i = 0; i < rig.parts.size(); ++i) {
    if (!visible(pose, i)) continue;
    const auto& part = rig.parts[i];
    const auto world = combine(ground, world_of(rig, pose, i));
    Point centre = world.apply(part.box.centre());
    float turn = world.turn;
    if (stand.flip) {
      centre.x = 2 * stand.at.x - centre.x;
      turn = -turn;
    }
    frame.picture(part.picture,
                  Rect::around(centre, part.box.w * world.scale, part.box.h * world.scale),
                  world.opacity, turn, stand.flip);
  }
}

}  // namespace nest
