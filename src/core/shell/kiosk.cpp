#include "core/shell/kiosk.h"

#include <algorithm>

#include "core/base/overloaded.h"
#include "core/base/wording.h"

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

void Kiosk::set_screen(const ScreenMetrics& screen) {
  constexpr float kBigger = 1.25F;
  screen_ = screen;
  screen_.letters = 1;
  if (adult_ != nullptr) adult_->set_screen(screen_);
  if (setup_.bigger_letters) screen_.letters = kBigger;
  gate_.set_screen(screen_);
  corner_.set_screen(screen_);
  choose_steps();
}

Show Kiosk::show() const {
  const auto texts = catalogs_.find(lang_);
  const auto* playing = std::get_if<Playing>(&state_);
  const bool in_turns = playing != nullptr && playing->step && visit_;
  return {lang_,
          visit_ ? visit_->age : AgeBand::a,
          texts == catalogs_.end() ? nullptr : &texts->second,
          &measure_,
          screen_,
          &voices_,
          &rigs_,
          setup_.calm,
          gate_.shown(),
          setup_.reach,
          in_turns ? visit_->seats : 1,
          setup_.languages};
}

Show Kiosk::shown(Instant now) const {
  auto out = show();
  if (!out.touch.at && glance_ && now < glance_->until) out.touch.at = glance_->at;
  return out;
}

Outbox Kiosk::take_outbox() {
  auto out = std::exchange(out_, {});
  out.usage = counted(std::move(out.usage));
  return out;
}

ActivityRef Kiosk::ref(const Playing& playing) const {
  return {pack(playing.pack).id(), playing.id};
}

void Kiosk::go(KioskState state, Instant now) {
  state_ = std::move(state);
  asking_since_.reset();
  touched_ = now;
  stale_ = true;
  speak(now);
}

void Kiosk::start_visit(Instant now) {
  visit_ = Visit{};
  together_ = false;
  out_.count(VisitStarted{});
  out_.count(LanguageChosen{lang_});
  if (workshop_) return begin_topic(now) ? void() : choose_age(visit_->age, now);
  if (setup_.age) return choose_age(*setup_.age, now);
  go(AgeChoice{}, now);
  mila_.play("wave", now);
}

void Kiosk::end_visit(VisitEnd how, Instant now) {
  if (!visit_) return;
  leave_activity(now);
  out_.count(VisitEnded{how});
  visit_.reset();
  narrator_.stop(out_.cues);
  narrator_ = {};
  mila_ = {};
  lang_ = setup_.languages.front();
  go(Attract{}, now);
  call_staff(now);
}

void Kiosk::choose_age(AgeBand age, Instant now) {
  visit_->age = age;
  out_.count(AgeChosen{age});
  go(Menu{}, now);
}

void Kiosk::open_pack(std::size_t index, Instant now) {
  if (path(index).size() == 1) return play(index, path(index).front(), now);
  go(PathMap{index}, now);
  mila_.play("point", now);
}

void Kiosk::play(std::size_t index, std::size_t step, Instant now) {
  const auto& spec = *pack(index).activities[step];
  auto activity = spec.start(pack(index).content, visit_->age, Random(luck_.next()));
  if (!activity) return;
  go(Playing{index, step, spec.id, std::move(activity)}, now);
  auto& playing = std::get<Playing>(state_);
  out_.count(ActivityStarted{ref(playing)});
  if (visit_->seats > 1) out_.count(PlayedTogether{visit_->seats});
  playing.activity->enter(show(), now, out_);
}

/// One more child, up to four, then one again; the voice says how many.
void Kiosk::change_seats(Instant now) {
  visit_->seats = visit_->seats % kMostSeats + 1;
  together_ = visit_->seats > 1;
  stale_ = true;
  const auto n = static_cast<long>(visit_->seats);
  narrator_.start({{"seats", phrase(*show().texts, "seats.count", {{"n", n}})}}, now, voices_,
                  out_.cues);
}

void Kiosk::leave_activity(Instant) {
  auto* playing = std::get_if<Playing>(&state_);
  if (playing == nullptr) return;
  visit_->stars += playing->activity->stars();
  out_.count(ActivityAbandoned{ref(*playing)});
  if (!playing->step && workshop_) workshop_->leave(playing->ticket, out_.usage);
  out_.cues.emplace_back(Hush{});
  state_ = Menu{};
}

void Kiosk::activity_ended(Instant now) {
  auto& playing = std::get<Playing>(state_);
  visit_->stars += playing.activity->stars();
  out_.count(ActivityCompleted{ref(playing)});
  if (!playing.step) return round_ended(playing, now);
  visit_->done.emplace(playing.pack, *playing.step);
  if (playing.activity->helped()) out_.count(ActivityHelped{ref(playing)});
  const auto index = playing.pack;
  bool over = true;
  for (const auto step : path(index)) over = over && visit_->done.count({index, step}) > 0;
  if (over || pack(index).activities[*playing.step]->closes()) {
    go(Farewell{}, now);
    mila_.play("cheer", now);
    return;
  }
  go(PathMap{index}, now);
  mila_.play("point", now);
}

bool Kiosk::narrating() const {
  if (const auto* playing = std::get_if<Playing>(&state_)) return playing->activity->narrating();
  return narrator_.speaking();
}

/// The child is still there: what was on the screen is said again.
void Kiosk::stay(Instant now) {
  asking_since_.reset();
  speak(now);
  if (auto* playing = std::get_if<Playing>(&state_)) {
    playing->activity->tap("listen", show(), now, out_);
  }
}

void Kiosk::advance_idle(Instant now) {
  if (!visit_) return;
  if (asking_since_) {
    if (now - *asking_since_ >= setup_.countdown) end_visit(VisitEnd::idle, now);
    return;
  }
  const bool farewell = std::holds_alternative<Farewell>(state_);
  if (farewell && now - touched_ >= setup_.farewell) return end_visit(VisitEnd::farewell, now);
  if (now - touched_ < idle()) return;
  asking_since_ = now;
  if (const auto* playing = std::get_if<Playing>(&state_)) {
    playing->activity->tap("pause", show(), now, out_);
  }
  narrator_.start({{"title", show().phrase("idle.question")}}, now, voices_, out_.cues);
}

/// What is due at `now`, and nothing later.
void Kiosk::advance_at(Instant now) {
  stale_ = true;
  if (workshop_) workshop_->advance(now);
  advance_adult(now);
  if (held_still()) {
    if (const auto target = gate_.advance(now)) tap_adult(*target, now);
    return;
  }
  if (narrating() || gate_.held(now)) touched_ = now;
  if (const auto target = gate_.advance(now)) tap(*target, now);
  narrator_.advance(now, voices_, out_.cues);
  if (auto* playing = std::get_if<Playing>(&state_); playing != nullptr && !asking_since_) {
    playing->activity->advance(show(), now, out_);
    if (playing->activity->finished()) activity_ended(now);
  }
  advance_idle(now);
}

void Kiosk::advance(Instant now) {
  // Each thing at its own time, also after a long sleep.
  for (auto due = next_due(); due && *due <= now; due = next_due()) advance_at(*due);
}

std::optional<Instant> Kiosk::next_due() const {
  std::optional<Instant> due = gate_.next_due();
  const auto sooner = [&due](std::optional<Instant> other) {
    if (other) due = due ? std::min(*due, *other) : *other;
  };
  if (workshop_) sooner(workshop_->next_due());
  if (adult_ != nullptr) {
    sooner(corner_.next_due());
    sooner(adult_->next_due());
  }
  if (held_still()) return due;
  sooner(narrator_.next_due());
  if (const auto* playing = std::get_if<Playing>(&state_); playing != nullptr && !asking_since_) {
    sooner(playing->activity->next_due());
  }
  if (visit_ && asking_since_) sooner(*asking_since_ + setup_.countdown);
  if (visit_ && !asking_since_) {
    const bool farewell = std::holds_alternative<Farewell>(state_);
    sooner(touched_ + (farewell ? setup_.farewell : idle()));
  }
  return due;
}

}  // namespace nest
