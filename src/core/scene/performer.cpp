#include "core/scene/performer.h"

#include <algorithm>
#include <cmath>

namespace nest {
namespace {

/// Down to a whole tick, so that frames in between are equal and cost nothing.
Millis ticked(Millis span, Millis tick) {
  return span / tick * tick;
}

/// The clip "look" turns the head from steeply up to steeply down in a second: a place in it is a
/// direction. Eyes lie as high above the origin as a head does in rig units.
constexpr float kEyes = 420;
constexpr float kSteep = 0.9F;  // radians

Millis look_up_or_down(const Stand& stand, Point at) {
  const Point eyes = stand.at - Point{0, kEyes * stand.scale};
  const float angle = std::atan2(at.y - eyes.y, std::abs(at.x - eyes.x));
  const float part = std::clamp(angle / kSteep, -1.0F, 1.0F) / 2 + 0.5F;
  return Millis(std::lround(part * 1000));
}

}  // namespace

void Performer::draw(Frame& frame, const Rig& rig, const Stand& stand, Instant now,
                     std::optional<Instant> talking, bool calm, std::optional<Point> look) const {
  if (calm) {
    draw_rig(frame, rig, stand, {});
    return;
  }
  const auto* action = rig.clip(action_);
  const bool acting = action != nullptr && (now - since_) < from_seconds(action->length);
  const bool lively = acting || talking.has_value();
  const Millis tick = lively ? kLivelyTick : kCalmTick;
  const Instant at{ticked(now.time_since_epoch(), tick)};
  std::vector<PlayedClip> clips{{rig.clip("idle"), at.time_since_epoch()}};
  if (talking) clips.push_back({rig.clip("talk"), std::max(at - *talking, Millis(0))});
  if (acting) clips.push_back({action, std::max(at - since_, Millis(0))});
  if (look && !acting) clips.push_back({rig.clip("look"), look_up_or_down(stand, *look)});
  draw_rig(frame, rig, stand, clips);
  frame.change_at(at + tick);
}

}  // namespace nest
