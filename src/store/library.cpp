#include "store/library.h"

#include <fmt/format.h>

#include <set>

#include "store/folder_source.h"

namespace nest::store {

Library load_library(const std::vector<std::filesystem::path>& folders, Assets& assets,
                     Surroundings around) {
  Library library;
  std::set<PackId> known;
  for (const auto& parent : folders) {
    const auto found = find_packs(parent);
    if (found.empty()) {
      library.faults.warn("no-pack", {parent.string(), 0, 0, ""}, "there is no pack here.",
                          "A pack is a folder with a pack.json; is the drive plugged in?");
    }
    for (const auto& folder : found) {
      const auto before = library.faults.errors();
      const auto files = read_folder(folder, library.faults);
      around.own_svg = assets.owns(folder);
      auto pack = read_pack(files, around, library.faults);
      if (!pack || library.faults.errors() > before) {
        ++library.refused;
        continue;
      }
      if (!known.insert(pack->id()).second) {
        library.faults.warn(
            "same-pack", {folder.string(), 0, 0, ""},
            fmt::format("another pack with the id \"{}\" was found before this one.",
                        pack->id().str()),
            "Take one of the two out.");
        continue;
      }
      assets.add_pack(pack->id().str(), folder);
      library.packs.push_back(std::move(*pack));
    }
  }
  return library;
}

}  // namespace nest::store
