#pragma once
// How the built-in voice says what stands on the screen: "112" as "vienas vienas du". The screen
// keeps what is written; each word of the voice leads back to the written word that it says.
// Not here: how a sentence becomes sound (stage/speech).
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/base/id.h"
#include "core/base/node.h"

namespace nest {

/// A sentence as it is to be said.
struct Respelt {
  /// From `spoken` on: the same letters as from `written` on, or other words for the word there.
  struct Piece {
    std::size_t spoken = 0, written = 0;  ///< byte offsets
    bool same = true;
  };
  std::string text;
  std::vector<Piece> pieces;

  /// Where the byte of the spoken text stands in the written one.
  std::size_t written_at(std::size_t spoken) const;
};

class Pronunciation {
 public:
  /// How one or more written words are said: as many parts between commas as there are words.
  struct Entry {
    std::vector<std::string> written, spoken;
  };
  Pronunciation() = default;
  explicit Pronunciation(std::vector<Entry> entries);

  Respelt respell(std::string_view text) const;

 private:
  std::vector<Entry> entries_;  ///< more words first: "116 111" before "116"
};

using Pronunciations = std::map<Lang, Pronunciation>;

/// The sentence as its language says it; as it is written if nothing else is known.
Respelt respell(const Pronunciations& known, const Lang& lang, std::string_view text);

/// From an object { "112": "vienas vienas du" }.
Pronunciation read_pronunciation(const Document& document, Diagnostics& out);

}  // namespace nest
