#include "core/scene/performer.h"

namespace nest {
namespace {

/// Down to a whole tick, so that frames in between are equal and cost nothing.
Millis ticked(Millis span, Millis tick) {
  return span / tick * tick;
}

}  // namespace

void Performer::draw(Frame& frame, const Rig& rig, const Stand& stand, Instant now,
                     std::optional<Instant> talking, bool calm) const {
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
  draw_rig(frame, rig, stand, clips);
  frame.change_at(at + tick);
}

}  // namespace nest
