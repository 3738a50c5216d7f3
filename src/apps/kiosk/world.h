#pragma once
// What the kiosk is made of before a window exists: texts, fonts, characters, packs.
#include <cstdint>

#include "apps/kiosk/options.h"
#include "core/shell/kiosk.h"
#include "stage/fonts.h"
#include "store/assets.h"
#include "store/library.h"

namespace nest::app {

struct World {
  explicit World(const Options& options);

  /// Reads packs and characters; slower than the first frame may wait for.
  store::Library load_packs(const Options& options);
  /// What staff reads when there is nothing to play.
  static std::string trouble_code(const store::Library& library);

  store::Assets assets;
  std::map<Lang, Catalog> catalogs;
  stage::Fonts fonts;
};

/// Millimetres from the configured diagonal over the display's mode.
ScreenMetrics metrics(float diagonal, int display_w, int display_h, float scale);

/// A seed from the system, or the one that was given.
std::uint64_t seed_of(const Options& options);

/// The user's folder for counters.
std::filesystem::path data_folder(const Options& options);

}  // namespace nest::app
