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
  if (setup_.bigger_letters) screen_.letters = kBigger;
  gate_.set_screen(screen_);
  corner_.set_screen(screen_);
  if (adult_ != nullptr) adult_->set_screen(screen);
}

/// In every language, since a visit changes it at any time.
bool Kiosk::fits(const ActivitySpec& spec, AgeBand age) const {
  return std::all_of(setup_.languages.begin(), setup_.languages.end(), [&](const Lang& lang) {
    Show there = show();
    there.age = age;
    there.lang = lang;
    return spec.fits(there);
  });
}

/// Leaves out steps that have nothing for a band (all items may await review) or no room on this
/// screen, steps named twice, and packs that are for nobody who can come.
void Kiosk::keep_playable(std::vector<Pack> packs) {
  packs_.clear();
  for (auto& pack : packs) {
    pack.content.show_pending = setup_.show_pending;
    bool any = false;
    for (const auto band : kBands) {
      std::set<std::size_t> met;
      auto& path = pack.paths[static_cast<std::size_t>(band)];
      std::erase_if(path, [&](std::size_t step) {
        const auto& spec = *pack.activities[step];
        return !spec.offers(pack.content, band) || !fits(spec, band) || !met.insert(step).second;
      });
      any = any || (setup_.age.value_or(band) == band && pack.ages.has(band) && !path.empty());
    }
    if (any) packs_.push_back(std::move(pack));
  }
}

void Kiosk::set_packs(std::vector<Pack> packs, const std::string& code, Instant now) {
  const bool first = packs_.empty();
  // Packs that are replaced under a child's hands end the visit; the first ones only appear.
  if (!first) end_visit(VisitEnd::home, now);
  keep_playable(std::move(packs));
  code_ = code;
  stale_ = true;
  if (packs_.empty()) {
    end_visit(VisitEnd::home, now);
    return go(Trouble{code}, now);
  }
  if (std::holds_alternative<Trouble>(state_)) go(Attract{}, now);
  if (first && visit_) speak(now);
}

/// Whether a visit need not end because this pack is gone.
bool Kiosk::can_go_on(std::size_t lost) const {
  const auto* playing = std::get_if<Playing>(&state_);
  const auto* map = std::get_if<PathMap>(&state_);
  if ((playing != nullptr && playing->pack == lost) || (map != nullptr && map->pack == lost)) {
    return false;
  }
  if (std::holds_alternative<Menu>(state_)) return !offered().empty();
  return std::any_of(packs_.begin(), packs_.end(), [](const Pack& p) { return !p.ages.empty(); });
}

void Kiosk::lose_pack(const PackId& id, Instant now) {
  const auto lost =
      std::find_if(packs_.begin(), packs_.end(), [&](const Pack& p) { return p.id() == id; });
  if (lost == packs_.end() || lost->ages.empty()) return;
  lost->ages = {};
  stale_ = true;
  if (!visit_) return forget_lost(now);
  if (std::holds_alternative<Farewell>(state_)) return;
  if (can_go_on(static_cast<std::size_t>(lost - packs_.begin()))) return;
  leave_activity(now);
  go(Farewell{}, now);
  mila_.play("wave", now);
}

void Kiosk::forget_lost(Instant now) {
  const auto lost = std::erase_if(packs_, [](const Pack& p) { return p.ages.empty(); });
  if (lost > 0 && packs_.empty()) go(Trouble{code_}, now);
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
          gate_.shown(),
          setup_.reach};
}

Outbox Kiosk::take_outbox() {
  auto out = std::exchange(out_, {});
  out.usage = counted(std::move(out.usage));
  return out;
}

std::vector<std::size_t> Kiosk::offered() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < packs_.size(); ++i) {
    if (packs_[i].ages.has(visit_->age) && !packs_[i].path(visit_->age).empty()) out.push_back(i);
  }
  return out;
}

bool Kiosk::offers(AgeBand age) const {
  // While packs are still being read nobody knows.
  return packs_.empty() || std::any_of(packs_.begin(), packs_.end(), [&](const Pack& p) {
           return p.ages.has(age) && !p.path(age).empty();
         });
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
  forget_lost(now);
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
  const auto& path = pack(index).path(visit_->age);
  bool over = true;
  for (std::size_t i = 0; i < path.size(); ++i) over = over && visit_->done.count({index, i}) > 0;
  if (over || pack(index).activities[path[*playing.step]]->closes()) {
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
