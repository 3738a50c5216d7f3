#pragma once
// storknest-pack narration: every sentence that is heard, whether it is recorded, sheets for a
// studio, and files by the built-in voice for what nobody has recorded.
#include <filesystem>
#include <optional>
#include <vector>

#include "apps/pack/kit.h"

namespace nest::app {

struct NarrationOptions {
  std::vector<std::filesystem::path> folders;   ///< packs, or folders that hold packs
  bool interface = false;                       ///< also what the kiosk itself says
  std::optional<std::filesystem::path> script;  ///< folder for recording sheets
  bool synthesise = false;
  bool json = false;
};

/// 0: every sentence has a good recording or file, 1: gaps or faults. Throws if it cannot run.
int narrate(const NarrationOptions& options, Kit& kit);

}  // namespace nest::app
