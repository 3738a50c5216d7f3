#include "core/base/language.h"

#include <algorithm>
#include <array>

namespace nest {
namespace {

/// Quotation marks: the usage of each country; in English the double ones, which children's books
/// keep apart from the apostrophe. Words: health-facts.md, typography table; English has no such
/// rule.
const std::array<Language, 3>& languages() {
  static const std::array<Language, 3> kLanguages{{
      {"pl",
       "Polish",
       true,
       "„",
       "”",
       {"a", "i", "o", "u", "w", "z", "A", "I", "O", "U", "W", "Z", "nr", "np.", "tel."}},
      {"lt", "Lithuanian", true, "„", "“", {"o", "O", "į", "Į", "nr", "pvz.", "tel."}},
      {"en", "English", false, "“", "”", {}},
  }};
  return kLanguages;
}

}  // namespace

const Language* find_language(const Lang& lang) {
  const auto& all = languages();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Language& l) { return l.tag == lang.str(); });
  return found == all.end() ? nullptr : &*found;
}

std::vector<Lang> required_languages() {
  std::vector<Lang> required;
  for (const auto& language : languages()) {
    if (language.required) required.emplace_back(std::string(language.tag));
  }
  return required;
}

}  // namespace nest
