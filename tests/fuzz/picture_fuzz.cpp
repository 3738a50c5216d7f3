// Any bytes as a picture or sound of a pack: sniffed, then drawn. Not SVG: it is taken from the
// kiosk's own packs only, and nanosvg loses a few bytes over a broken one.
#include <cstdint>
#include <span>

#include "core/base/media.h"
#include "stage/decode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::span<const unsigned char> all(bytes, size);
  nest::sniff(all, all, size);
  if (nest::stage::sniff_picture(all) == nest::stage::PictureKind::svg) return 0;
  nest::stage::rasterise(all, {64, 64});
  return 0;
}
