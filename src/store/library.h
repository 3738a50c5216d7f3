#pragma once
// All packs of some folders, read and judged: the good ones to play, the faults of the others.
#include <filesystem>
#include <vector>

#include "core/packs/read_pack.h"
#include "store/assets.h"

namespace nest::store {

struct Library {
  std::vector<Pack> packs;
  Diagnostics faults;
  std::size_t refused = 0;  ///< packs with errors
};

/// `folders` are packs or hold packs; SVG is taken from those that were installed with the kiosk.
/// Media of the good packs become reachable through `assets`. Of
/// two packs with one id the first counts.
Library load_library(const std::vector<std::filesystem::path>& folders, Assets& assets,
                     Surroundings around);

}  // namespace nest::store
