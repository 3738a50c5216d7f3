#pragma once
// storknest-pack list: what packs hold, and what the kiosk's library offers to authors.
#include <filesystem>
#include <vector>

#include "apps/pack/kit.h"

namespace nest::app {

/// Without folders: the packs that were installed with the kiosk. 1 if a pack is refused.
int list_packs(std::vector<std::filesystem::path> folders, Kit& kit);

int list_library(const Kit& kit);

}  // namespace nest::app
