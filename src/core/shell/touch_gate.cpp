#include "core/shell/touch_gate.h"

#include <algorithm>

namespace nest {

bool TouchGate::within(const Target& target, Point at) const {
  return target.box.grown(target.slack + rules_.slide).contains(at);
}

std::optional<std::string> TouchGate::feed(const Finger& finger, const Frame& seen, Instant now) {
  if (finger.phase == FingerPhase::down) {
    std::erase_if(contacts_, [&](const auto& c) { return now - c.second.moved >= rules_.dead; });
    const bool first = contacts_.empty();
    contacts_.insert_or_assign(finger.id, Contact{now, finger.at});
    const bool fresh = fresh_since_ && now - *fresh_since_ < rules_.fresh;
    const auto* target = hit(seen, finger.at);
    press_.reset();
    if (first && !fresh && target != nullptr) press_ = Press{finger.id, *target, now};
    return std::nullopt;
  }
  const auto contact = contacts_.find(finger.id);
  if (contact == contacts_.end()) return std::nullopt;
  if (finger.phase == FingerPhase::move) {
    contact->second = {now, finger.at};
    if (press_ && press_->finger == finger.id) press_->inside = within(press_->target, finger.at);
    return std::nullopt;
  }
  contacts_.erase(contact);
  if (!press_ || press_->finger != finger.id) return std::nullopt;
  const Press press = *press_;
  press_.reset();
  if (press.spent || !within(press.target, finger.at)) return std::nullopt;
  return press.target.id;
}

std::optional<std::string> TouchGate::advance(Instant now) {
  if (!press_ || press_->spent || !press_->inside) return std::nullopt;
  if (now - press_->since < rules_.hold) return std::nullopt;
  press_->spent = true;
  return press_->target.id;
}

std::optional<Instant> TouchGate::next_due() const {
  if (!press_ || press_->spent || !press_->inside) return std::nullopt;
  return press_->since + rules_.hold;
}

void TouchGate::moment_changed(Instant now) {
  press_.reset();
  fresh_since_ = now;
}

const std::string& TouchGate::pressed() const {
  static const std::string kNone;
  return press_ && press_->inside && !press_->spent ? press_->target.id : kNone;
}

bool TouchGate::held(Instant now) const {
  return std::any_of(contacts_.begin(), contacts_.end(),
                     [&](const auto& c) { return now - c.second.moved < rules_.dead; });
}

}  // namespace nest
