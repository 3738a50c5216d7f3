#pragma once
// What stands behind the adult area in the live kiosk: the code, settings and places on disk, the
// facts that its screens show, and what is done when an adult asks for it.
// Not here: the screens (core/adult), the workshop itself (core/workshop).
#include <functional>
#include <memory>

#include "apps/kiosk/options.h"
#include "apps/kiosk/records.h"
#include "apps/kiosk/world.h"
#include "core/adult/adult_area.h"
#include "core/adult/earlier.h"
#include "store/adult_code.h"
#include "store/clerk.h"
#include "store/locked_vault.h"

namespace nest::app {

class Office {
 public:
  struct Hooks {
    std::function<void()> bell;                     ///< something can be fetched; any thread
    std::function<void(const Settings&)> settings;  ///< were changed
    std::function<void()> test_sound;
    std::function<void()> quit;
  };
  /// `world` outlives it.
  Office(const World& world, std::filesystem::path folder, Hooks hooks, Random luck, Instant now);

  AdultArea& area() { return area_; }
  bool first_start() const { return code_.status().state == CodeState::none; }
  const Settings& settings() const { return settings_; }
  /// The setup with what the adult has set; what the command line says stands above it.
  KioskSetup setup(const Options& options) const;

  /// Tells the screens how things stand; cheap, and only of use while the area is open.
  void tell(const Kiosk& kiosk, const TallyState& tally, std::vector<PackFact> packs,
            std::uint64_t dropped_frames);
  /// Does what was asked for. `tally` outlives the office.
  void carry_out(const std::vector<AdultCommand>& commands, Kiosk& kiosk, store::SqliteTally& tally,
                 Instant now);
  /// The first frame is on the screen: it is noted that the kiosk runs.
  void started();
  /// The kiosk ends: what has been kept for long enough is deleted. So it is whenever an adult
  /// comes; a start is not to wait for it.
  void close(store::SqliteTally& tally);
  /// The counters are closed, and stood so: it is noted that the kiosk ended in order.
  void ended(const TallyState& tally);

 private:
  void forget_old(store::SqliteTally& tally);
  void start(const StartWorkshop& order, Kiosk& kiosk, Instant now);
  void change(const Settings& settings);
  std::optional<RunningWorkshop> running(const Kiosk& kiosk) const;

  std::filesystem::path folder_;
  Hooks hooks_;
  Random luck_;
  std::map<Lang, Catalog> texts_;
  Settings settings_;
  LastStop last_stop_;
  Undated undated_;  ///< as of the last time that the workshops were looked through
  std::vector<Venue> venues_;
  std::vector<Lang> languages_;
  bool was_open_ = false;
  store::LockedVault vault_;
  store::AdultCode code_;
  AdultArea area_;
  Records records_;
  std::optional<WorkshopPlan> plan_;
  std::optional<Instant> ends_;
  store::Clerk clerk_;  ///< writes the small files
};

/// What the adult area tells of a pack.
PackFact fact_of(const Pack& pack);

}  // namespace nest::app
