#pragma once
// The built-in voice: espeak-ng makes a sentence into sound and tells when each word begins.
// espeak-ng is global and single-threaded, so there is one Speech and one thread that uses it.
// Not here: when something is said, recordings, the loudspeaker (see Mixer).
#include <optional>
#include <string>

#include "core/scene/pronunciation.h"
#include "core/scene/voice.h"
#include "stage/sound.h"

namespace nest::stage {

class Speech {
 public:
  /// Opens espeak-ng's data; without them it has no languages.
  explicit Speech(Pronunciations known = {});

  /// Whether it can say that: there is a voice for the language, and there are words.
  bool speaks(const Lang& lang, const std::string& text) const;

  struct Sentence {
    Sound sound;
    Spoken spoken;
  };
  /// Levelled, with the time of each written word. Nothing if there is no voice for the language.
  std::optional<Sentence> speak(const Lang& lang, const std::string& text);

 private:
  Pronunciations known_;
  int rate_;  ///< samples a second; not above 0: there is no voice
};

}  // namespace nest::stage
