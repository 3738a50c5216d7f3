#pragma once
// The bundled packs, characters and interface texts, read as the kiosk reads them, for tests that
// play the real thing without a screen.
#include <stdexcept>

#include "core/shell/kiosk.h"
#include "store/assets.h"
#include "store/library.h"
#include "support/fakes.h"

namespace nest::test {

class Bundled {
 public:
  Bundled() {
    Diagnostics faults;
    rigs = assets_.rigs(faults);
    catalogs = assets_.catalogs(faults);
    if (faults.has_errors()) throw std::runtime_error(to_text(faults.list().front()));
  }
  std::vector<Pack> packs() { return packs(assets_.packs()); }
  std::vector<Pack> packs(const std::filesystem::path& folder) {
    Surroundings around;
    around.library_pictures = assets_.pictures();
    around.library_sounds = assets_.sounds();
    around.rigs = &rigs;
    auto library = store::load_library({folder}, assets_, around);
    if (library.packs.empty()) throw std::runtime_error("no pack can be played");
    return std::move(library.packs);
  }
  store::Assets& assets() { return assets_; }

  std::map<Lang, Catalog> catalogs;
  std::map<std::string, Rig, std::less<>> rigs;
  FixedMeasure measure;

 private:
  store::Assets assets_{STORKNEST_SOURCE_DIR};
};

/// What was started and what was ended, visits and activities.
struct Balance {
  long visits = 0, visits_ended = 0, started = 0, ended = 0, shown = 0, answered = 0;

  void take(const std::vector<UsageEvent>& events) {
    for (const auto& event : events) {
      visits += std::holds_alternative<VisitStarted>(event);
      visits_ended += std::holds_alternative<VisitEnded>(event);
      started += std::holds_alternative<ActivityStarted>(event);
      ended += std::holds_alternative<ActivityCompleted>(event) ||
               std::holds_alternative<ActivityAbandoned>(event);
      shown += std::holds_alternative<ItemShown>(event);
      answered += std::holds_alternative<ItemAnswered>(event);
    }
  }
  bool even() const { return visits == visits_ended && started == ended && answered <= shown; }
};

}  // namespace nest::test
