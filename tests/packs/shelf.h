#pragma once
// Reads the packs of the fixtures the way storknest-pack check does, with the real font, a small
// library and a small character, so that neither new art nor a new clip changes a message.
#include <filesystem>
#include <string>

#include "apps/pack/recordings.h"
#include "core/packs/read_pack.h"
#include "stage/fonts.h"
#include "store/folder_source.h"

namespace nest::test {

inline const std::filesystem::path kFixtures =
    std::filesystem::path(STORKNEST_SOURCE_DIR) / "tests/fixtures/packs";

class Shelf {
 public:
  Shelf() {
    Rig mila;
    mila.id = "mila";
    for (const auto* clip : {"cheer", "point", "talk", "wave"}) mila.clips[clip] = {};
    mila.parts.push_back({"body", "", {}, {}, {}, false});
    mila.parts.push_back({"wing", "", {}, {}, {}, false});
    rigs_.emplace("mila", std::move(mila));
  }

  std::optional<Pack> read(const std::filesystem::path& folder, Diagnostics& out,
                           AskedKeys* asked = nullptr) const {
    const Surroundings around{
        {"meadow-morning", "soap", "towel"}, {"drop", "splash"}, &rigs_, &fonts_, {}, false};
    const auto before = out.errors();
    const auto files = store::read_folder(folder, out);
    auto pack = read_pack(files, around, out, asked);
    if (pack) app::check_sounds(folder, files, *pack, known_, out);
    if (out.errors() > before) return std::nullopt;
    return pack;
  }

 private:
  Pronunciations known_;
  std::map<std::string, Rig, std::less<>> rigs_;
  stage::Fonts fonts_;
};

/// Sorted, one a line, with paths from the fixtures' folder.
inline std::string told(Diagnostics out, const std::filesystem::path& above) {
  out.sort();
  std::string text;
  for (const auto& d : out.list()) text += to_text(d) + "\n";
  const std::string prefix = above.string() + "/";
  for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at)) {
    text.erase(at, prefix.size());
  }
  return text;
}

}  // namespace nest::test
