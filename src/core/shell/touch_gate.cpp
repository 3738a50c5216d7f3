#include "core/shell/touch_gate.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nest {
namespace {

/// A driver may tell no place at all.
bool somewhere(Point at) {
  return std::isfinite(at.x) && std::isfinite(at.y);
}

}  // namespace

bool TouchGate::near(Point a, Point b, float mm) const {
  return std::hypot(a.x - b.x, a.y - b.y) <= screen_.units(mm);
}

bool TouchGate::within(const Target& target, Point at) const {
  return target.box.grown(std::max(target.slack, screen_.units(rules_.slide_mm))).contains(at);
}

void TouchGate::drop_press_of(std::int64_t finger) {
  if (press_ && press_->finger == finger) press_.reset();
}

void TouchGate::forget_dead(Instant now) {
  std::erase_if(contacts_, [&](const auto& c) {
    const bool dead = now - c.second.moved >= rules_.dead;
    if (dead) drop_press_of(c.first);
    return dead;
  });
}

bool TouchGate::together(const Contact& contact, Point at, Instant now) const {
  return (contact.hand || now - contact.down < rules_.hand) && near(contact.at, at, rules_.hand_mm);
}

bool TouchGate::lands_as_hand(const Finger& finger, Instant now) const {
  std::size_t beside = 0;
  bool joins = broad(finger);
  for (const auto& [id, contact] : contacts_) {
    if (!together(contact, finger.at, now)) continue;
    ++beside;
    joins = joins || contact.hand;
  }
  return joins || beside >= 2;
}

void TouchGate::spread_hand(Point from, Instant now) {
  for (auto& [id, contact] : contacts_) {
    if (contact.hand || !together(contact, from, now)) continue;
    contact.hand = true;
    drop_press_of(id);
    spread_hand(contact.at, now);
  }
}

bool TouchGate::returns(Point at, Instant now) {
  std::erase_if(lifted_, [&](const Lift& l) { return now - l.when >= rules_.bounce; });
  return std::any_of(lifted_.begin(), lifted_.end(),
                     [&](const Lift& l) { return near(l.at, at, rules_.slide_mm); });
}

void TouchGate::land(const Finger& finger, const Frame& seen, Instant now) {
  // A finger that lands again was lifted without a word.
  drop_press_of(finger.id);
  contacts_.erase(finger.id);
  const bool hand = lands_as_hand(finger, now);
  if (hand) spread_hand(finger.at, now);
  contacts_.emplace(finger.id, Contact{now, now, finger.at, hand});
  // Hands, flickers and fingers that came second own nothing and block nobody.
  if (hand || returns(finger.at, now) || owned()) return;
  const auto* target = hit(seen, finger.at);
  if (target == nullptr) return;
  const bool early = fresh_until_ && now < *fresh_until_;
  press_ = Press{finger.id, *target, early ? *fresh_until_ : now, finger.at, early};
}

std::optional<std::string> TouchGate::move(const Finger& finger, Contact& contact, Instant now) {
  if (!near(contact.at, finger.at, rules_.still_mm)) {
    contact.at = finger.at;
    contact.moved = now;
  }
  if (broad(finger)) {  // palms begin small
    contact.hand = true;
    drop_press_of(finger.id);
  }
  if (!press_ || press_->finger != finger.id) return std::nullopt;
  const bool inside = within(press_->target, finger.at);
  // Only an unbroken rest inside is a hold.
  if (inside && !press_->inside) press_->since = std::max(press_->since, now);
  press_->inside = inside;
  return carry(finger.at);
}

std::optional<std::string> TouchGate::carry(Point at) {
  const bool may = press_->target.carry == Carry::from && !press_->early;
  const bool begins = may && !press_->carried && !near(press_->from, at, rules_.slide_mm);
  if (begins || press_->carried) press_->carried = at;
  if (!begins) return std::nullopt;
  // What a long press has picked is carried along, not picked again.
  return std::exchange(press_->spent, false) ? std::nullopt : std::optional(press_->target.id);
}

std::optional<std::string> TouchGate::lift(const Finger& finger, const Frame& seen, Instant now) {
  contacts_.erase(finger.id);
  const bool pressing = press_ && press_->finger == finger.id && !press_->spent;
  const bool carries = pressing && press_->carried;
  const bool commits = pressing && !carries && !press_->early && within(press_->target, finger.at);
  if (commits || !pressing) lifted_.push_back({now, finger.at});
  std::optional<std::string> tapped;
  if (commits) tapped = press_->target.id;
  // Dropped elsewhere it stays picked: a tap may still place it.
  const auto* place = carries ? hit(seen, finger.at) : nullptr;
  if (place != nullptr && place->carry == Carry::to) tapped = place->id;
  drop_press_of(finger.id);
  return tapped;
}

std::optional<std::string> TouchGate::feed(const Finger& finger, const Frame& seen, Instant now) {
  forget_dead(now);
  const auto contact = contacts_.find(finger.id);
  const bool down = finger.phase == FingerPhase::down;
  if (down ? !somewhere(finger.at) : contact == contacts_.end()) return std::nullopt;
  Finger placed = finger;
  if (!somewhere(finger.at)) placed.at = contact->second.at;
  if (finger.phase == FingerPhase::up) return lift(placed, seen, now);
  if (down) {
    land(placed, seen, now);
    return std::nullopt;
  }
  return move(placed, contact->second, now);
}

std::optional<std::string> TouchGate::advance(Instant now) {
  const auto due = next_due();
  if (!due || now < *due) return std::nullopt;
  press_->spent = true;
  return press_->target.id;
}

std::optional<Instant> TouchGate::next_due() const {
  if (!press_ || press_->spent || !press_->inside || press_->carried) return std::nullopt;
  return press_->since + rules_.hold;
}

void TouchGate::moment_changed(Instant now) {
  press_.reset();
  fresh_until_ = now + rules_.fresh;
}

Touch TouchGate::shown() const {
  if (!owned()) return {};
  if (press_->carried) return {{}, press_->carried, true};
  return {press_->target.id, press_->target.box.centre()};
}

bool TouchGate::held(Instant now) const {
  return std::any_of(contacts_.begin(), contacts_.end(),
                     [&](const auto& c) { return now - c.second.moved < rules_.dead; });
}

}  // namespace nest
