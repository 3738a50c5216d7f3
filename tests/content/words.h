#pragma once
// Every text that children and adults meet, as shipped: of the packs and of the interface.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/text.h"
#include "store/files.h"
#include "store/json.h"

namespace nest::test {

inline const std::filesystem::path kRoot = STORKNEST_SOURCE_DIR;

struct Shipped {
  Place place;
  Lang lang;
  std::string text;  ///< without marks
};

inline std::unique_ptr<Document> json_of(const std::filesystem::path& file) {
  Diagnostics out;
  auto document = store::parse_json(file.lexically_relative(kRoot).string(),
                                    store::read_file(file, 64U << 20U).value(), out);
  return out.empty() ? std::move(document) : nullptr;
}

/// The languages of the interface: a file in locales/ is one.
inline std::vector<Lang> interface_languages() {
  std::vector<Lang> languages;
  for (const auto& entry : std::filesystem::directory_iterator(kRoot / "locales")) {
    if (entry.path().extension() == ".json") languages.emplace_back(entry.path().stem().string());
  }
  return languages;
}

/// All values of keys that are such a language, wherever they stand.
inline void collect(const Node& node, const std::vector<Lang>& languages,
                    std::vector<Shipped>& out) {
  node.each([&](Node child) {
    const Lang lang(std::string(child.key()));
    const bool known = std::find(languages.begin(), languages.end(), lang) != languages.end();
    if (known && child.kind() == NodeKind::text) {
      out.push_back({child.place(), lang, parse_marks(child.text()).text.plain});
    }
    collect(child, languages, out);
  });
}

inline std::vector<Shipped> pack_texts() {
  std::vector<Shipped> out;
  const auto languages = interface_languages();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot / "assets/packs")) {
    if (entry.path().extension() != ".json") continue;
    collect(*json_of(entry.path())->root(), languages, out);
  }
  return out;
}

inline std::vector<Shipped> interface_texts(const Lang& lang) {
  std::vector<Shipped> out;
  for (const auto* folder :
       {"locales", "locales/adult", "locales/report", "locales/sheet", "locales/speech"}) {
    const auto document = json_of(kRoot / folder / (lang.str() + ".json"));
    document->root()->each([&](Node n) {
      out.push_back({n.place(), lang, std::string(n.text())});
    });
  }
  return out;
}

}  // namespace nest::test
