#pragma once
// storknest-pack check: every fault of packs, and of the kiosk's own art, at once.
#include <filesystem>
#include <string>
#include <vector>

#include "apps/pack/kit.h"

namespace nest::app {

struct CheckOptions {
  std::vector<std::filesystem::path> folders;  ///< packs, or folders that hold packs
  bool library = false;                        ///< also the kiosk's own pictures and characters
  bool json = false;
  bool no_limits = false;  ///< packs of any size, for measuring
};

/// 0: nothing found, 1: something found. Throws if a folder does not exist.
int check(const CheckOptions& options, Kit& kit);

}  // namespace nest::app
