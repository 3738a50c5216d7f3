// Any bytes as locales/<tag>.json, then every text with and without numbers.
#include <cstdint>

#include "core/i18n/catalog.h"
#include "store/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace nest;
  Diagnostics out;
  const auto document =
      store::parse_json("pl.json", std::string(reinterpret_cast<const char*>(bytes), size), out);
  const auto catalog = read_catalog(Lang("pl"), *document, out);
  std::size_t shown = 0;
  for (const auto& [key, pattern] : catalog.patterns()) {
    catalog.text(key, {{"n", 12}, {"total", 5}});
    if (++shown > 50) break;
  }
  return 0;
}
