#pragma once
// Everything that is heard, sentence by sentence, with the file of its recording: of a pack, and of
// the interface. Not here: how recordings are judged (recordings), how they are made (apps/pack).
#include <map>
#include <string>
#include <vector>

#include "core/i18n/catalog.h"
#include "core/packs/pack.h"

namespace nest {

struct Sentence {
  Lang lang;
  std::string id;
  std::string text;
  std::string by;         ///< a character's id; empty: a teller who is not seen
  std::string recording;  ///< "media/voice/pl/soap.prompt.ogg"; empty: none yet
  bool timed = false;     ///< someone has corrected when its words begin
};

struct Narration {
  std::string
      voices;  ///< the folder of recordings: "media/voice", with one folder a language in it
  std::vector<Sentence> sentences;  ///< by language, in the order in which children meet them
};

/// The pack's texts that are heard, in the order of its activities, then of its items.
std::vector<SpokenText> spoken_texts(const Pack& pack);

Narration narration(const Pack& pack);

/// Of the interface; a text with a number in it once for each number up to twelve.
Narration narration(const std::map<Lang, Catalog>& catalogs);

/// Where the recording of a sentence lies, without its ending: "media/voice/pl/soap.prompt".
std::string recording_stem(const Narration& narration, const Sentence& sentence);

}  // namespace nest
