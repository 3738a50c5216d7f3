#include "store/assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <string_view>

#include "store/files.h"
#include "store/json.h"

namespace nest::store {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kTextBytes = 4UL << 20U;

/// Constants without destructors: workers still read them while the process ends.
using Endings = std::span<const std::string_view>;
constexpr std::array<std::string_view, 2> kPictures{".svg", ".png"};
constexpr std::array<std::string_view, 3> kSounds{".wav", ".ogg", ".opus"};

std::set<fs::path> files_in(const fs::path& folder, Endings endings) {
  std::set<fs::path> out;
  std::error_code failed;
  fs::directory_iterator it(folder, failed);
  for (; !failed && it != fs::directory_iterator(); it.increment(failed)) {
    const auto ending = it->path().extension().string();
    if (std::find(endings.begin(), endings.end(), ending) != endings.end()) {
      out.insert(it->path().filename());
    }
  }
  return out;
}

std::set<std::string> stems(const fs::path& folder, Endings endings) {
  std::set<std::string> out;
  for (const auto& file : files_in(folder, endings)) out.insert(file.stem().string());
  return out;
}

std::set<std::string> names(const std::set<fs::path>& files) {
  return {files.begin(), files.end()};
}

bool plain_relative(std::string_view name) {
  return !name.empty() && name.front() != '/' && name.find("..") == std::string_view::npos &&
         name.find('\\') == std::string_view::npos && name.find('\0') == std::string_view::npos;
}

}  // namespace

fs::path find_shared_folder(const fs::path& program) {
  const fs::path bin = fs::weakly_canonical(program).parent_path();
  const std::vector<fs::path> candidates{bin / "../share/storknest", bin / "../../..", bin / ".."};
  for (const auto& candidate : candidates) {
    std::error_code failed;
    if (fs::exists(candidate / "locales/pl.json", failed)) return fs::weakly_canonical(candidate);
  }
  throw std::runtime_error(
      "The folders \"assets\" and \"locales\" are not beside the program; "
      "install it again or run it from its build folder.");
}

bool Assets::owns(const fs::path& pack) const {
  std::error_code failed;
  const auto inside =
      fs::weakly_canonical(pack, failed).lexically_relative(fs::weakly_canonical(packs(), failed));
  return !failed && !inside.empty() && *inside.begin() != "..";
}

std::set<std::string> Assets::pictures() const {
  return stems(shared_ / "assets/art", kPictures);
}
std::set<std::string> Assets::sounds() const {
  return stems(shared_ / "assets/sounds", kSounds);
}

std::map<std::string, Rig, std::less<>> Assets::rigs(Diagnostics& out) const {
  std::map<std::string, Rig, std::less<>> rigs;
  std::error_code failed;
  fs::directory_iterator it(shared_ / "assets/characters", failed);
  for (; !failed && it != fs::directory_iterator(); it.increment(failed)) {
    auto text = read_file(it->path() / "rig.json", kTextBytes);
    if (!text) continue;
    const auto name = it->path().filename().string();
    const auto document = parse_json("characters/" + name + "/rig.json", std::move(*text), out);
    if (auto rig = read_rig(*document, out)) rigs.emplace(name, std::move(*rig));
  }
  return rigs;
}

/// Calls `read(lang, document)` for each "<lang>.json" of a folder.
template <class Read>
void Assets::each_language(const char* folder, Diagnostics& out, Read read) const {
  std::error_code failed;
  fs::directory_iterator it(shared_ / folder, failed);
  for (; !failed && it != fs::directory_iterator(); it.increment(failed)) {
    if (it->path().extension() != ".json") continue;
    auto text = read_file(it->path(), kTextBytes);
    if (!text) continue;
    const auto name = std::string(folder) + "/" + it->path().filename().string();
    read(Lang(it->path().stem().string()), *parse_json(name, std::move(*text), out));
  }
}

std::map<Lang, Catalog> Assets::catalogs(Diagnostics& out) const {
  std::map<Lang, Catalog> catalogs;
  each_language("locales", out, [&](const Lang& lang, const Document& document) {
    auto catalog = read_catalog(lang, document, out);
    catalog.set_recordings(names(files_in(shared_ / "assets/sounds/voice" / lang.str(), kSounds)));
    catalogs.emplace(lang, std::move(catalog));
  });
  return catalogs;
}

std::map<Lang, Catalog> Assets::adult_texts(Diagnostics& out) const {
  return plain_texts("locales/adult", out);
}

std::map<Lang, Catalog> Assets::sheet_texts(Diagnostics& out) const {
  return plain_texts("locales/sheet", out);
}

std::map<Lang, Catalog> Assets::plain_texts(const char* folder, Diagnostics& out) const {
  std::map<Lang, Catalog> catalogs;
  each_language(folder, out, [&](const Lang& lang, const Document& document) {
    catalogs.emplace(lang, read_catalog(lang, document, out));
  });
  return catalogs;
}

Pronunciations Assets::pronunciations(Diagnostics& out) const {
  Pronunciations all;
  each_language("locales/speech", out, [&](const Lang& lang, const Document& document) {
    all.emplace(lang, read_pronunciation(document, out));
  });
  return all;
}

void Assets::add_pack(const std::string& id, fs::path folder) {
  const std::lock_guard lock(guard_);
  packs_.insert_or_assign(id, std::move(folder));
}

std::vector<std::string> Assets::drop_lost_packs() {
  const std::lock_guard lock(guard_);
  std::vector<std::string> lost;
  std::erase_if(packs_, [&](const auto& pack) {
    std::error_code failed;
    if (fs::exists(pack.second / "pack.json", failed)) return false;
    lost.push_back(pack.first);
    return true;
  });
  return lost;
}

fs::path Assets::path_of(std::string_view key) const {
  constexpr std::string_view kLibrary = "library:";
  if (key.substr(0, kLibrary.size()) == kLibrary) {
    const auto name = key.substr(kLibrary.size());
    if (!plain_relative(name)) return {};
    for (const auto& [place, endings] :
         {std::pair("art/", Endings(kPictures)), std::pair("sounds/", Endings(kSounds))}) {
      for (const auto ending : endings) {
        fs::path path = shared_ / "assets" / fmt::format("{}{}{}", place, name, ending);
        std::error_code failed;
        if (fs::exists(path, failed)) return path;
      }
    }
    return {};
  }
  const auto colon = key.find(':');
  if (colon == std::string_view::npos) {
    return plain_relative(key) ? shared_ / "assets/characters" / key : fs::path();
  }
  const std::lock_guard lock(guard_);
  const auto pack = packs_.find(key.substr(0, colon));
  const auto name = key.substr(colon + 1);
  if (pack == packs_.end() || !plain_relative(name)) return {};
  return pack->second / name;
}

std::vector<unsigned char> Assets::open(std::string_view key) const {
  const auto path = path_of(key);
  if (path.empty()) return {};
  const auto bytes = read_file(path, kMediaBytes);
  if (!bytes) return {};
  return {bytes->begin(), bytes->end()};
}

}  // namespace nest::store
