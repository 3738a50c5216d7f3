#include "core/base/language.h"

#include <algorithm>
#include <iterator>

namespace nest {
namespace {

/// Quotation marks: the usage of each country; in English the double ones, which children's books
/// keep apart from the apostrophe. Words: health-facts.md, typography table; English has no such
/// rule.
/// Constants without destructors: workers still read packs while the process ends.
constexpr std::string_view kPolishClinging[] = {"a", "i", "o", "u", "w",  "z",   "A",   "I",
                                                "O", "U", "W", "Z", "nr", "np.", "tel."};
constexpr std::string_view kLithuanianClinging[] = {"o", "O", "į", "Į", "nr", "pvz.", "tel."};
constexpr Language kLanguages[] = {
    {"pl", "Polish", true, "„", "”", kPolishClinging},
    {"lt", "Lithuanian", true, "„", "“", kLithuanianClinging},
    {"en", "English", false, "“", "”", {}},
};

}  // namespace

const Language* find_language(const Lang& lang) {
  const auto* const found = std::find_if(std::begin(kLanguages), std::end(kLanguages),
                                         [&](const Language& l) { return l.tag == lang.str(); });
  return found == std::end(kLanguages) ? nullptr : found;
}

std::vector<Lang> required_languages() {
  std::vector<Lang> required;
  for (const auto& language : kLanguages) {
    if (language.required) required.emplace_back(std::string(language.tag));
  }
  return required;
}

}  // namespace nest
