#pragma once
// What the program knows of languages, one row each: what authors are told and how lines are set.
// A language without a row is read, shown and spoken all the same. Not here: the texts themselves
// (packs, locales/) and the voice, which espeak-ng knows by the tag.
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/id.h"

namespace nest {

/// More in one pack or on one kiosk are a mistake.
inline constexpr std::size_t kMostLanguages = 12;

struct Language {
  std::string_view tag;
  std::string_view name;                       ///< in messages to authors, which are English
  bool required;                               ///< stands in every text of every pack
  std::string_view opening, closing;           ///< quotation marks
  std::span<const std::string_view> clinging;  ///< words that may not end a line
};

/// The row of that language, or none.
const Language* find_language(const Lang& lang);
/// The languages that no pack may leave out.
std::vector<Lang> required_languages();

}  // namespace nest
