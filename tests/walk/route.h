#pragma once
// The way through the kiosk: a child's finger on a Kiosk whose clock is moved by hand, from the
// attract screen to the farewell, and every screen of every activity on the way.
#include <functional>

#include "walk/world.h"

namespace nest::walk {

class Route {
 public:
  /// Gets each screen: its name, the frame, and for whom it is.
  using Visit = std::function<void(const std::string& name, const Frame& frame, AgeBand age)>;

  Route(World& world, KioskSetup setup, const ScreenMetrics& screen);
  /// Everything in the first of the setup's languages, for every age.
  void walk(Visit visit);
  const ScreenMetrics& screen() const { return kiosk_.screen(); }

 private:
  void walk_shell(AgeBand age);
  void walk_workshop(AgeBand age);
  void walk_packs(AgeBand age);
  void walk_seats(AgeBand age);
  void walk_activities(const Show& show);
  Show shown(AgeBand age) const;
  void walk_farewells(const Show& show);
  void keep(const std::string& name, AgeBand age) { visit_(name, kiosk_.frame(now_), age); }
  void tap(const std::string& target);
  /// Until the kiosk asks whether somebody is there.
  void fall_silent();
  void pass(Millis span);

  World& world_;
  KioskSetup setup_;
  ScreenMetrics screen_;
  Visit visit_;
  const VoiceBook voices_;
  Kiosk kiosk_;
  std::vector<Pack> packs_;
  Instant now_{};
};

/// The middle of the target, through the touch gate as a finger would; throws if it is not there.
void touch(Kiosk& kiosk, const std::string& target, Instant& now);

}  // namespace nest::walk
