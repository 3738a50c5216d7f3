#pragma once
// What every command of storknest-pack works with: the kiosk's own art, characters and type, so
// that a pack is judged by what the kiosk will do with it.
#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "stage/fonts.h"
#include "store/assets.h"

namespace nest::app {

struct Kit {
  Kit()
      : assets(store::find_shared_folder("/proc/self/exe")),
        rigs(assets.rigs(faults)),
        pronunciations(assets.pronunciations(faults)) {}

  Surroundings around() const {
    return {assets.pictures(), assets.sounds(), &rigs, &fonts, ScreenMetrics{}, false};
  }

  Diagnostics faults;  ///< of the characters and pronunciations
  store::Assets assets;
  std::map<std::string, Rig, std::less<>> rigs;
  Pronunciations pronunciations;
  stage::Fonts fonts;
};

}  // namespace nest::app
