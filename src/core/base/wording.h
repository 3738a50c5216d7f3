#pragma once
// How messages to authors name age bands, languages and kinds of values.
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/age.h"
#include "core/base/language.h"
#include "core/base/node.h"

namespace nest {

inline constexpr std::array kBands{AgeBand::a, AgeBand::b, AgeBand::c};

inline std::size_t band_index(AgeBand band) {
  return static_cast<std::size_t>(band);
}
/// As packs write it: "A".
inline const char* band_letter(AgeBand band) {
  constexpr std::array<const char*, 3> kLetters{"A", "B", "C"};
  return kLetters[band_index(band)];
}
/// The band of such a letter; none if it is another word.
inline std::optional<AgeBand> band_of(std::string_view letter) {
  for (const auto band : kBands) {
    if (letter == band_letter(band)) return band;
  }
  return std::nullopt;
}
inline const char* band_years(AgeBand band) {
  constexpr std::array<const char*, 3> kYears{"4-6", "7-9", "10-12"};
  return kYears[band_index(band)];
}
inline std::string language_name(const Lang& lang) {
  const auto* const known = find_language(lang);
  return known != nullptr ? std::string(known->name) : "\"" + lang.str() + "\"";
}

/// How a value of that kind is written.
inline std::string how_to_write(NodeKind kind) {
  switch (kind) {
    case NodeKind::text:
      return "Write it in double quotes: \"…\".";
    case NodeKind::number:
      return "Write it without quotes: 12.";
    case NodeKind::boolean:
      return "Write true or false, without quotes.";
    case NodeKind::list:
      return "Write it in square brackets: [ … ].";
    case NodeKind::object:
    case NodeKind::null:
      break;
  }
  return "Write it in braces: { … }.";
}

}  // namespace nest
