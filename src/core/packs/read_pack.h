#pragma once
// From parsed files to a playable pack: reads everything, applies all rules, reports all faults at
// once. A pack with an error is refused; warnings do not matter to the children.
#include <optional>
#include <set>
#include <string>

#include "core/base/reader.h"
#include "core/packs/pack.h"

namespace nest {

/// What a pack may lean on.
struct Surroundings {
  std::set<std::string> library_pictures;  ///< "soap" for library:soap
  std::set<std::string> library_sounds;
  const std::map<std::string, Rig, std::less<>>* rigs = nullptr;
  const TextMeasure* measure = nullptr;  ///< nullptr: glyphs and fit are not judged
  ScreenMetrics screen;
  bool own_svg = true;  ///< SVG is taken from the kiosk's own packs only
};

std::optional<Pack> read_pack(const PackFiles& files, const Surroundings& around, Diagnostics& out,
                              AskedKeys* asked = nullptr);

}  // namespace nest
