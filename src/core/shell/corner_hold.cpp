#include "core/shell/corner_hold.h"

namespace nest {

Rect CornerHold::corner(const ScreenMetrics& screen) {
  const float side = screen.units(kSideMm);
  return {0, kCanvasHeight - side, side, side};
}

void CornerHold::feed(const Finger& finger, Instant now) {
  forget_dead(now);
  switch (finger.phase) {
    case FingerPhase::down:
      return land(finger, now);
    case FingerPhase::move:
      if (const auto it = down_.find(finger.id); it != down_.end()) it->second = now;
      if (hold_ && hold_->finger == finger.id && !corner_.contains(finger.at)) hold_.reset();
      return;
    case FingerPhase::up:
      down_.erase(finger.id);
      // Lifted in time or too late, it rests no longer. Any other one had ended the hold before.
      hold_.reset();
  }
}

void CornerHold::land(const Finger& finger, Instant now) {
  down_.erase(finger.id);  // its lift was lost
  const bool alone = down_.empty();
  down_.emplace(finger.id, now);
  hold_.reset();
  if (alone && corner_.contains(finger.at)) hold_ = Hold{finger.id, now};
}

/// A finger whose lift was lost must not keep the adult out for ever.
void CornerHold::forget_dead(Instant now) {
  const Millis dead = TouchRules().dead;
  std::erase_if(down_, [&](const auto& finger) { return now - finger.second >= dead; });
}

bool CornerHold::advance(Instant now) {
  if (!hold_ || now - hold_->since < kHold) return false;
  hold_.reset();
  return true;
}

std::optional<Instant> CornerHold::next_due() const {
  return hold_ ? std::optional(hold_->since + kHold) : std::nullopt;
}

}  // namespace nest
