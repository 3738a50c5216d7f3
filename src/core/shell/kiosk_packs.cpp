// Which packs there are, and what of them can be played as the kiosk is set up now.
#include <algorithm>

#include "core/base/wording.h"
#include "core/shell/kiosk.h"

namespace nest {

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
/// screen, and steps named twice. The packs keep all of them: the adult may change what is allowed.
void Kiosk::choose_steps() {
  paths_.assign(packs_.size(), {});
  for (std::size_t i = 0; i < packs_.size(); ++i) {
    auto& pack = packs_[i];
    pack.content.show_pending = setup_.show_pending;
    for (const auto band : kBands) {
      std::set<std::size_t> met;
      auto& path = paths_[i][static_cast<std::size_t>(band)];
      for (const auto step : pack.path(band)) {
        const auto& spec = *pack.activities[step];
        if (!spec.offers(pack.content, band) || !fits(spec, band)) continue;
        if (met.insert(step).second) path.push_back(step);
      }
    }
  }
}

/// Whether any pack has something for anybody who can come.
bool Kiosk::anything() const {
  return std::any_of(kBands.begin(), kBands.end(), [this](AgeBand band) {
    return setup_.age.value_or(band) == band && offers(band);
  });
}

void Kiosk::set_packs(std::vector<Pack> packs, const std::string& code, Instant now) {
  const bool first = packs_.empty();
  // Packs that are replaced under a child's hands end the visit; the first ones only appear.
  if (!first) end_visit(VisitEnd::home, now);
  packs_ = std::move(packs);
  choose_steps();
  code_ = code;
  stale_ = true;
  if (packs_.empty() || !anything()) {
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
  return anything();
}

void Kiosk::lose_pack(const PackId& id, Instant now) {
  const auto lost =
      std::find_if(packs_.begin(), packs_.end(), [&](const Pack& p) { return p.id() == id; });
  if (lost == packs_.end() || lost->ages.empty()) return;
  lost->ages = {};
  stale_ = true;
  if (!visit_) return call_staff(now);
  if (std::holds_alternative<Farewell>(state_)) return;
  if (can_go_on(static_cast<std::size_t>(lost - packs_.begin()))) return;
  leave_activity(now);
  go(Farewell{}, now);
  mila_.play("wave", now);
}

/// Ends a visit whose screen has nothing to choose from any more; then staff is called, or no more.
void Kiosk::leave_if_empty(Instant now) {
  if (packs_.empty()) return;  // they are still being read
  const auto* map = std::get_if<PathMap>(&state_);
  const bool empty = (map != nullptr && path(map->pack).empty()) ||
                     (std::holds_alternative<Menu>(state_) && offered().empty()) ||
                     (std::holds_alternative<AgeChoice>(state_) && !anything());
  if (empty) end_visit(VisitEnd::home, now);
  call_staff(now);
}

/// While nobody is there: with nothing to play a picture and a code, else the languages.
void Kiosk::call_staff(Instant now) {
  if (visit_ || packs_.empty()) return;
  const bool called = std::holds_alternative<Trouble>(state_);
  if (anything() == !called) return;
  go(called ? KioskState(Attract{}) : KioskState(Trouble{code_}), now);
}

std::vector<std::size_t> Kiosk::offered() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < packs_.size(); ++i) {
    if (packs_[i].ages.has(visit_->age) && !path(i).empty()) out.push_back(i);
  }
  return out;
}

bool Kiosk::offers(AgeBand age) const {
  if (packs_.empty()) return true;  // while packs are still being read nobody knows
  for (std::size_t i = 0; i < packs_.size(); ++i) {
    if (packs_[i].ages.has(age) && !paths_[i][static_cast<std::size_t>(age)].empty()) return true;
  }
  return false;
}

}  // namespace nest
