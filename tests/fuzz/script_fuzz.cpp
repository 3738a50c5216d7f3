// Any bytes as a script for --play.
#include <cstdint>

#include "core/shell/script.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace nest;
  Diagnostics out;
  parse_script("fuzz.play", std::string(reinterpret_cast<const char*>(bytes), size), out);
  for (const auto& d : out.list()) to_text(d);
  return 0;
}
