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

  /// Whether there is a voice for the language.
  bool speaks(const Lang& lang);

  struct Sentence {
    Sound sound;
    Spoken spoken;
  };
  /// Levelled, with the time of each written word. Nothing if there is no voice for the language.
  std::optional<Sentence> speak(const Lang& lang, const std::string& text);

 private:
  Pronunciations known_;
  std::optional<Lang> voice_;  ///< set last: espeak-ng forgets some memory each time it is set
  int rate_;                   ///< samples a second; not above 0: there is no voice
};

}  // namespace nest::stage
