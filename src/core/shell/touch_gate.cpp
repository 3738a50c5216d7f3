#include "core/shell/touch_gate.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace nest {
namespace {

float distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

bool TouchGate::within(const Target& target, Point at) const {
  return target.box.grown(std::max(target.slack, screen_.units(rules_.slide_mm))).contains(at);
}

bool TouchGate::owned() const {
  return std::any_of(contacts_.begin(), contacts_.end(),
                     [](const auto& c) { return c.second.owner && !c.second.stale; });
}

void TouchGate::forget_dead(Instant now) {
  std::erase_if(contacts_, [&](const auto& c) {
    const bool dead = now - c.second.moved >= rules_.dead;
    if (dead && press_ && press_->finger == c.first) press_.reset();
    return dead;
  });
}

bool TouchGate::lands_as_palm(const Finger& finger, Instant now) {
  std::vector<std::pair<const std::int64_t, Contact>*> hand;
  bool known = false;
  for (auto& other : contacts_) {
    const auto& c = other.second;
    const bool together = c.palm || now - c.down < rules_.palm;
    if (!together || distance(c.at, finger.at) > screen_.units(rules_.palm_mm)) continue;
    hand.push_back(&other);
    known = known || c.palm;
  }
  if (!known && hand.size() < 2) return false;
  for (auto* other : hand) {
    other->second.palm = true;
    if (press_ && press_->finger == other->first) press_.reset();
  }
  return true;
}

void TouchGate::land(const Finger& finger, const Frame& seen, Instant now) {
  // A finger that lands again was lifted without a word.
  if (press_ && press_->finger == finger.id) press_.reset();
  contacts_.erase(finger.id);
  forget_dead(now);
  Contact contact{now, now, finger.at};
  contact.palm = lands_as_palm(finger, now);
  const auto* target = hit(seen, finger.at);
  // Hands that rest on scenery, and fingers that came second, own nothing and block nobody.
  contact.owner = target != nullptr && !contact.palm && !owned();
  contacts_.emplace(finger.id, contact);
  if (!contact.owner) return;
  const bool early = fresh_until_ && now < *fresh_until_;
  press_ = Press{finger.id, *target, early ? *fresh_until_ : now, early};
}

void TouchGate::move(const Finger& finger, Contact& contact, Instant now) {
  if (distance(contact.at, finger.at) >= screen_.units(rules_.still_mm)) {
    contact.at = finger.at;
    contact.moved = now;
  }
  if (!press_ || press_->finger != finger.id) return;
  const bool inside = within(press_->target, finger.at);
  // Only an unbroken rest inside is a hold.
  if (inside && !press_->inside) press_->since = std::max(press_->since, now);
  press_->inside = inside;
}

std::optional<std::string> TouchGate::feed(const Finger& finger, const Frame& seen, Instant now) {
  if (finger.phase == FingerPhase::down) {
    land(finger, seen, now);
    return std::nullopt;
  }
  const auto contact = contacts_.find(finger.id);
  if (contact == contacts_.end()) return std::nullopt;
  if (finger.phase == FingerPhase::move) {
    move(finger, contact->second, now);
    return std::nullopt;
  }
  contacts_.erase(contact);
  if (!press_ || press_->finger != finger.id) return std::nullopt;
  const Press press = *press_;
  press_.reset();
  if (press.spent || press.early || !within(press.target, finger.at)) return std::nullopt;
  return press.target.id;
}

std::optional<std::string> TouchGate::advance(Instant now) {
  const auto due = next_due();
  if (!due || now < *due) return std::nullopt;
  press_->spent = true;
  return press_->target.id;
}

std::optional<Instant> TouchGate::next_due() const {
  if (!press_ || press_->spent || !press_->inside) return std::nullopt;
  return press_->since + rules_.hold;
}

void TouchGate::moment_changed(Instant now) {
  press_.reset();
  for (auto& [id, contact] : contacts_) contact.stale = true;
  fresh_until_ = now + rules_.fresh;
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
