#include "core/shell/kiosk.h"

#include <algorithm>
#include <array>

#include "core/base/overloaded.h"

namespace nest {

Kiosk::Kiosk(KioskSetup setup, const std::map<Lang, Catalog>& catalogs, const TextMeasure& measure,
             ScreenMetrics screen)
    : setup_(std::move(setup)),
      catalogs_(catalogs),
      measure_(measure),
      screen_(screen),
      luck_(setup_.seed),
      lang_(setup_.languages.front()) {
  set_screen(screen);
}

void Kiosk::set_screen(ScreenMetrics screen) {
  screen_ = screen;
  gate_.set_screen(screen);
}

void Kiosk::set_packs(std::vector<Pack> packs, const std::string& code, Instant now) {
  // Packs that are replaced under a child's hands end the visit; the first ones only appear.
  if (visit_ && !packs_.empty()) end_visit(VisitEnd::home, now);
  packs_ = std::move(packs);
  for (auto& pack : packs_) pack.content.show_pending = setup_.show_pending;
  if (packs_.empty()) return go(Trouble{code}, now);
  if (std::holds_alternative<Trouble>(state_)) go(Attract{}, now);
  if (std::holds_alternative<Menu>(state_)) speak(now);
}

Show Kiosk::show() const {
  const auto texts = catalogs_.find(lang_);
  return {lang_,
          visit_ ? visit_->age : AgeBand::a,
          texts == catalogs_.end() ? nullptr : &texts->second,
          &measure_,
          screen_,
          &voices_,
          &rigs_,
          setup_.calm,
          {gate_.pressed()}};
}

Outbox Kiosk::take_outbox() {
  return std::exchange(out_, {});
}

std::vector<std::size_t> Kiosk::offered() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < packs_.size(); ++i) {
    if (visit_ && packs_[i].ages.has(visit_->age) && !packs_[i].path(visit_->age).empty()) {
      out.push_back(i);
    }
  }
  return out;
}

ActivityRef Kiosk::ref(const Playing& playing) const {
  const auto& p = pack(playing.pack);
  return {p.id(), p.activities[p.path(visit_->age)[playing.step]]->id};
}

void Kiosk::go(KioskState state, Instant now) {
  state_ = std::move(state);
  asking_since_.reset();
  touched_ = now;
  speak(now);
}

void Kiosk::start_visit(Instant now) {
  visit_ = Visit{};
  out_.count(VisitStarted{});
  out_.count(LanguageChosen{lang_});
  if (setup_.age) return choose_age(*setup_.age, now);
  go(AgeChoice{}, now);
  mila_.play("wave", now);
}

void Kiosk::end_visit(VisitEnd how, Instant now) {
  if (!visit_) return;
  leave_activity(now);
  out_.count(VisitEnded{how});
  visit_.reset();
  lang_ = setup_.languages.front();
  go(Attract{}, now);
}

void Kiosk::choose_age(AgeBand age, Instant now) {
  visit_->age = age;
  out_.count(AgeChosen{age});
  go(Menu{}, now);
}

void Kiosk::open_pack(std::size_t index, Instant now) {
  const auto steps = pack(index).path(visit_->age).size();
  if (steps == 1) return play(index, 0, now);
  go(PathMap{index}, now);
  mila_.play("point", now);
}

void Kiosk::play(std::size_t index, std::size_t step, Instant now) {
  const auto& p = pack(index);
  const auto& spec = *p.activities[p.path(visit_->age)[step]];
  auto activity = spec.start(p.content, visit_->age, Random(luck_.next()));
  if (!activity) return;
  go(Playing{index, step, std::move(activity)}, now);
  auto& playing = std::get<Playing>(state_);
  out_.count(ActivityStarted{ref(playing)});
  playing.activity->enter(show(), now, out_);
}

void Kiosk::leave_activity(Instant) {
  auto* playing = std::get_if<Playing>(&state_);
  if (playing == nullptr) return;
  visit_->stars += playing->activity->stars();
  out_.count(ActivityAbandoned{ref(*playing)});
  out_.cues.emplace_back(Hush{});
  state_ = Menu{};
}

void Kiosk::activity_ended(Instant now) {
  auto& playing = std::get<Playing>(state_);
  visit_->stars += playing.activity->stars();
  visit_->done.emplace(playing.pack, playing.step);
  out_.count(ActivityCompleted{ref(playing)});
  if (playing.activity->helped()) out_.count(ActivityHelped{ref(playing)});
  const auto index = playing.pack;
  const auto steps = pack(index).path(visit_->age).size();
  bool all = true;
  for (std::size_t i = 0; i < steps; ++i) all = all && visit_->done.count({index, i}) > 0;
  if (all) {
    go(Farewell{now}, now);
    mila_.play("cheer", now);
    return;
  }
  go(PathMap{index}, now);
  mila_.play("point", now);
}

void Kiosk::tap_home(Instant now) {
  if (std::holds_alternative<Playing>(state_)) {
    const auto index = std::get<Playing>(state_).pack;
    leave_activity(now);
    const bool one_step = pack(index).path(visit_->age).size() == 1;
    return go(one_step ? KioskState(Menu{}) : KioskState(PathMap{index}), now);
  }
  if (std::holds_alternative<PathMap>(state_)) return go(Menu{}, now);
  if (std::holds_alternative<Farewell>(state_)) return end_visit(VisitEnd::farewell, now);
  end_visit(VisitEnd::home, now);
}

void Kiosk::choose_language(const Lang& lang, Instant now) {
  if (catalogs_.count(lang) == 0) return;
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
  out_.taps.push_back(target);
  const std::string_view t = target;
  const auto after = [&](std::string_view prefix) {
    return t.rfind(prefix, 0) == 0 ? std::optional(std::string(t.substr(prefix.size())))
                                   : std::nullopt;
  };
  if (asking_since_) {
    asking_since_.reset();
    return speak(now);
  }
  if (const auto lang = after("language/")) return tap_language(Lang(*lang), now);
  if (t == "home") return tap_home(now);
  if (auto* playing = std::get_if<Playing>(&state_)) {
    playing->activity->tap(target, show(), now, out_);
    if (playing->activity->finished()) activity_ended(now);
    return;
  }
  if (t == "listen") return speak(now);
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
    const auto& p = pack(map->pack);
    const auto& path = p.path(visit_->age);
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (p.activities[path[i]]->id.str() == *step) return play(map->pack, i, now);
    }
  }
}

void Kiosk::touch(const Finger& finger, Instant now) {
  touched_ = now;
  if (finger.phase == FingerPhase::down && asking_since_ && hit(frame_, finger.at) == nullptr) {
    asking_since_.reset();  // any touch says "yes, I am here"
  }
  if (const auto target = gate_.feed(finger, frame_, now)) tap(*target, now);
}

bool Kiosk::narrating() const {
  if (const auto* playing = std::get_if<Playing>(&state_)) return playing->activity->narrating();
  return narrator_.speaking();
}

bool Kiosk::idle_counts() const {
  return visit_.has_value();
}

void Kiosk::advance_idle(Instant now) {
  if (!idle_counts()) return;
  if (asking_since_) {
    if (now - *asking_since_ >= setup_.countdown) end_visit(VisitEnd::idle, now);
    return;
  }
  if (narrating() || gate_.held(now)) touched_ = now;
  if (now - touched_ < setup_.idle) return;
  asking_since_ = now;
  if (const auto* playing = std::get_if<Playing>(&state_)) {
    playing->activity->tap("pause", show(), now, out_);
  }
  narrator_.start({{"title", {lang_, show().texts->text("idle.question"), ""}}}, now, voices_,
                  out_.cues);
}

void Kiosk::advance(Instant now) {
  // Each thing at its own time, also after a long sleep.
  while (const auto due = next_due()) {
    if (*due > now) break;
    const Instant at = *due;
    if (const auto target = gate_.advance(at)) tap(*target, at);
    narrator_.advance(at, voices_, out_.cues);
    if (auto* playing = std::get_if<Playing>(&state_); playing != nullptr && !asking_since_) {
      playing->activity->advance(show(), at, out_);
      if (playing->activity->finished()) activity_ended(at);
    }
    const auto* farewell = std::get_if<Farewell>(&state_);
    if (farewell != nullptr && at - farewell->since >= setup_.farewell) {
      end_visit(VisitEnd::farewell, at);
    }
    advance_idle(at);
  }
}

std::optional<Instant> Kiosk::next_due() const {
  std::optional<Instant> due = gate_.next_due();
  const auto sooner = [&due](std::optional<Instant> other) {
    if (other) due = due ? std::min(*due, *other) : *other;
  };
  sooner(narrator_.next_due());
  if (const auto* playing = std::get_if<Playing>(&state_); playing != nullptr && !asking_since_) {
    sooner(playing->activity->next_due());
  }
  if (const auto* farewell = std::get_if<Farewell>(&state_)) {
    sooner(farewell->since + setup_.farewell);
  }
  if (idle_counts()) {
    sooner(asking_since_ ? *asking_since_ + setup_.countdown : touched_ + setup_.idle);
  }
  return due;
}

}  // namespace nest
