#pragma once
// The kiosk that is walked: the bundled packs, characters and interface texts as the kiosk reads
// them, with the pseudo-language added to both, and the screens that it may stand behind.
#include <array>

#include "core/shell/kiosk.h"
#include "stage/fonts.h"
#include "store/assets.h"
#include "walk/promises.h"

namespace nest::walk {

/// A display, as a school may have it.
struct Display {
  const char* name;
  int w, h;  ///< pixels
  float inches;
  ScreenMetrics metrics() const;
};
inline constexpr std::array<Display, 4> kDisplays{{{"10.1\"", 1280, 800, 10.1F},
                                                   {"15.6\"", 1920, 1080, 15.6F},
                                                   {"21.5\"", 1920, 1080, 21.5F},
                                                   {"55\"", 3840, 2160, 55.0F}}};

class World {
 public:
  /// Throws std::runtime_error if anything that is bundled has a fault.
  World();
  std::vector<Pack> packs();
  /// What the packs and the interface promise in that language.
  Promises promises(const Lang& lang);
  const store::Assets& assets() const { return assets_; }

  std::map<Lang, Catalog> catalogs;
  std::map<std::string, Rig, std::less<>> rigs;
  stage::Fonts fonts;

 private:
  store::Assets assets_{STORKNEST_SOURCE_DIR};
};

}  // namespace nest::walk
