// The kiosk's own sounds: whatever the code plays is there, short, soft and under the voice.
#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "content/words.h"
#include "stage/sound_file.h"
#include "store/assets.h"

namespace nest::test {
namespace {

/// Keys that stand in a PlaySound of the sources: "library:drop".
std::set<std::string> played() {
  const std::string begin = "\"library:";
  std::set<std::string> keys;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot / "src/core")) {
    if (entry.path().extension() != ".cpp") continue;
    const auto code = store::read_file(entry.path(), 1U << 20U).value();
    for (auto at = code.find("PlaySound{"); at != std::string::npos;
         at = code.find("PlaySound{", at + 1)) {
      const auto end = code.find(';', at);
      for (auto key = code.find(begin, at); key < end; key = code.find(begin, key + 1)) {
        keys.insert(code.substr(key + 1, code.find('"', key + 1) - key - 1));
      }
    }
  }
  return keys;
}

TEST_CASE("sounds: each that the code plays is in the library") {
  const store::Assets assets{kRoot};
  const auto keys = played();
  CHECK(keys.size() >= 4);
  for (const auto& key : keys) {
    CHECK_MESSAGE(!assets.open(key).empty(), key << " is played but not there");
    CHECK_MESSAGE(assets.sounds().count(key.substr(key.find(':') + 1)) == 1, key);
  }
}

TEST_CASE("sounds: those of the library are short, begin and end softly and lie under the voice") {
  const store::Assets assets{kRoot};
  REQUIRE_FALSE(assets.sounds().empty());
  for (const auto& name : assets.sounds()) {
    CAPTURE(name);
    const auto file = stage::read_sound(assets.open("library:" + name));
    REQUIRE(file);
    const auto heard = stage::measure(file->sound);
    CHECK(heard.length >= house::kShort);  // else there is no loudness to keep to
    CHECK(heard.length <= Millis(1200));
    CHECK(heard.loudness >= house::kLoudness - house::tolerance(heard.length));
    CHECK(heard.loudness <= house::kLoudness - 1);
    CHECK(heard.peak <= -6);
    const auto& samples = file->sound.samples;
    for (std::size_t i = 0; i < 20; ++i) {  // half a millisecond: a step there is a click
      CHECK(std::abs(samples[i]) < 330);    // -40 dBFS
      CHECK(std::abs(samples[samples.size() - 1 - i]) < 330);
    }
  }
}

}  // namespace
}  // namespace nest::test
