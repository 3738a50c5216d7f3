// What a finger does to the kiosk.
#include <algorithm>

#include "core/shell/kiosk.h"

namespace nest {

void Kiosk::touch(const Finger& finger, Instant now) {
  // The child answers what stands there now, never by accident what stood there before.
  if (stale_) frame(now);
  // A lesson's button may reach into the corner: a finger on it means the button.
  const bool on_target = finger.phase == FingerPhase::down && hit(frame_, finger.at) != nullptr;
  if (adult_ != nullptr && !on_target) corner_.feed(finger, now);
  if (adult_is_here()) return touch_adult(finger, now);
  const auto target = gate_.feed(finger, frame_, now);
  constexpr Millis kGlance{1200};
  if (const auto at = gate_.shown().at) glance_ = {*at, now + kGlance};
  if (finger.phase != FingerPhase::move || gate_.held(now)) touched_ = now;
  if (paused_) return;
  // Any touch says "yes, I am here".
  if (asking_since_ && finger.phase == FingerPhase::down) return tap("idle/yes", now);
  if (target) tap(*target, now);
}

void Kiosk::tap_home(Instant now) {
  if (const auto* playing = std::get_if<Playing>(&state_)) {
    if (!playing->step) return end_visit(VisitEnd::home, now);
    const auto index = playing->pack;
    leave_activity(now);
    const bool one_step = path(index).size() == 1;
    return go(one_step ? KioskState(Menu{}) : KioskState(PathMap{index}), now);
  }
  if (std::holds_alternative<PathMap>(state_) && !workshop_) return go(Menu{}, now);
  if (std::holds_alternative<Farewell>(state_)) return end_visit(VisitEnd::farewell, now);
  end_visit(VisitEnd::home, now);
}

void Kiosk::choose_language(const Lang& lang, Instant now) {
  if (catalogs_.count(lang) == 0) return;
  stale_ = true;
  if (!visit_) {
    lang_ = lang;
    return;
  }
  tap_language(lang, now);
}

void Kiosk::tap_language(const Lang& lang, Instant now) {
  const auto& known = setup_.languages;
  if (std::find(known.begin(), known.end(), lang) == known.end()) return;
  const bool other = lang != lang_;
  lang_ = lang;
  if (std::holds_alternative<Attract>(state_)) return start_visit(now);
  if (!other) return;
  out_.count(LanguageChosen{lang_});
  if (auto* playing = std::get_if<Playing>(&state_)) {
    playing->activity->language_changed(show(), now, out_);
    return;
  }
  speak(now);
}

void Kiosk::tap(const std::string& target, Instant now) {
  if (!workshop_) out_.taps.push_back(target);  // of a workshop nothing is recorded
  stale_ = true;
  const std::string_view t = target;
  const auto after = [&](std::string_view prefix) {
    return t.rfind(prefix, 0) == 0 ? std::optional(std::string(t.substr(prefix.size())))
                                   : std::nullopt;
  };
  if (asking_since_) return stay(now);
  if (const auto lang = after("language/")) return tap_language(Lang(*lang), now);
  if (t == "home") return tap_home(now);
  if (auto* playing = std::get_if<Playing>(&state_)) {
    playing->activity->tap(target, show(), now, out_);
    if (playing->activity->finished()) activity_ended(now);
    return;
  }
  if (t == "listen") return speak(now);
  if (t == "seats") return change_seats(now);
  if (tap_workshop(target, now)) return;
  if (t == "age/a") return choose_age(AgeBand::a, now);
  if (t == "age/b") return choose_age(AgeBand::b, now);
  if (t == "age/c") return choose_age(AgeBand::c, now);
  if (const auto topic = after("topic/")) {
    for (const auto i : offered()) {
      if (pack(i).id().str() == *topic) return open_pack(i, now);
    }
  }
  const auto* map = std::get_if<PathMap>(&state_);
  if (const auto step = after("activity/"); step && map != nullptr) {
    for (const auto i : path(map->pack)) {
      if (pack(map->pack).activities[i]->id.str() == *step) return play(map->pack, i, now);
    }
  }
}

}  // namespace nest
