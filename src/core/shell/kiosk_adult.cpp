// The adult at the screen: while the adult area is open, and while all are paused, the visit below
// holds still and then goes on where it was.
#include <algorithm>

#include "core/base/overloaded.h"
#include "core/shell/kiosk.h"

namespace nest {

void Kiosk::set_adult(AdultArea& adult) {
  adult_ = &adult;
  adult_->set_screen(screen_);
}

void Kiosk::change_setup(KioskSetup setup, Instant now) {
  const auto& known = setup.languages;
  if (std::find(known.begin(), known.end(), lang_) == known.end()) {
    end_visit(VisitEnd::home, now);
    lang_ = known.front();
  }
  if (!visit_) lang_ = known.front();
  setup_ = std::move(setup);
  set_screen(screen_);
  leave_if_empty(now);
  stale_ = true;
}

/// Whatever tells by itself stops telling; nothing is lost.
void Kiosk::hold_still(Instant now) {
  stale_ = true;
  asking_since_.reset();
  narrator_.stop(out_.cues);
  if (const auto* playing = std::get_if<Playing>(&state_)) {
    playing->activity->tap("pause", show(), now, out_);
  }
  out_.cues.emplace_back(Hush{});
}

void Kiosk::go_on(Instant now) {
  stale_ = true;
  touched_ = now;
  if (visit_) stay(now);
}

void Kiosk::touch_adult(const Finger& finger, Instant now) {
  adult_->touched(now);
  if (const auto target = gate_.feed(finger, frame_, now)) tap_adult(*target, now);
}

void Kiosk::tap_adult(const std::string& target, Instant now) {
  stale_ = true;
  if (!adult_is_here()) return;
  adult_->tap(target, now);
  for (auto& command : adult_->take_commands()) obey(std::move(command), now);
  if (!held_still()) go_on(now);
}

void Kiosk::advance_adult(Instant now) {
  if (adult_ == nullptr) return;
  if (corner_.advance(now) && !adult_is_here()) {
    if (!held_still()) hold_still(now);
    adult_->open(now);
  }
  if (!adult_is_here()) return;
  adult_->advance(now);
  for (auto& command : adult_->take_commands()) obey(std::move(command), now);
  if (!held_still()) go_on(now);
}

void Kiosk::obey(AdultCommand command, Instant now) {
  std::visit(Overloaded{[&](const NextStage&) { next_stage(now); },
                        [&](const CloseWorkshop&) {
                          close_workshop(now);
                          commands_.push_back(CloseWorkshop{});
                        },
                        [&](const PauseAll& pause) { pause_all(pause.on, now); },
                        [&](const DoNotCount& order) { do_not_count(order.on); },
                        [&](auto other) { commands_.push_back(std::move(other)); }},
             std::move(command));
}

}  // namespace nest
