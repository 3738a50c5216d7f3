#pragma once
// Recordings and other sounds of packs, decoded as the kiosk decodes them and judged.
#include <filesystem>

#include "core/packs/recordings.h"
#include "store/assets.h"

namespace nest::app {

/// A sound file and what lies beside it. It is read as it is found: a gap in the disk is broken.
Recorded listen(const std::filesystem::path& file);

/// Every recording and every other sound of a pack that was read. Costs nothing without sounds.
void check_sounds(const std::filesystem::path& folder, const PackFiles& files, const Pack& pack,
                  const Pronunciations& known, Diagnostics& out);

/// One sound of the kiosk's own.
void check_library_sound(const store::Assets& assets, const std::string& name, Diagnostics& out);

}  // namespace nest::app
