// Any bytes as a picture or sound of a pack: sniffed twice, then drawn.
#include <cstdint>
#include <span>

#include "core/base/media.h"
#include "stage/decode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::span<const unsigned char> all(bytes, size);
  nest::sniff(all, all, size);
  nest::stage::rasterise(all, {64, 64});
  return 0;
}
