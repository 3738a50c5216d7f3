#pragma once
// A pack that lies in a folder: pack.json, items/*.json, media/… . Links that lead out of the
// folder, special files and giants are refused with a diagnostic.
#include <filesystem>

#include "core/packs/pack.h"

namespace nest::store {

struct FolderLimits {
  std::size_t manifest_bytes = 8UL << 20U;
  std::size_t all_bytes = 64UL << 20U;  ///< pack.json and items/*.json together
  std::size_t files = 4096;
};

/// Reads and parses the JSON and looks into the media's first bytes.
PackFiles read_folder(const std::filesystem::path& folder, Diagnostics& out,
                      const FolderLimits& limits = {});

/// Folders below `parent` that hold a pack.json, by name; `parent` itself if it holds one.
std::vector<std::filesystem::path> find_packs(const std::filesystem::path& parent);

}  // namespace nest::store
