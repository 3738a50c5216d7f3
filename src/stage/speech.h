#pragma once
// The built-in voice: espeak-ng makes a sentence into sound and tells when each word begins.
// espeak-ng is global and single-threaded, so there is one Speech and one thread that uses it.
// Not here: when something is said, recordings, the loudspeaker (see Mixer).
#include <cstdint>
#include <optional>
#include <vector>

#include "core/scene/voice.h"

namespace nest::stage {

/// Sound ready for the loudspeaker: 16 bits, one channel, kRate samples a second.
struct Sound {
  static constexpr int kRate = 44100;
  std::vector<std::int16_t> samples;
  Millis length() const { return Millis(static_cast<Millis::rep>(samples.size()) * 1000 / kRate); }
  std::size_t bytes() const { return samples.size() * sizeof(std::int16_t); }
};

/// 16-bit sound of one channel at another rate, as kRate. Empty if it cannot be converted.
Sound at_house_rate(const std::vector<std::int16_t>& samples, int rate);

/// Brings a sound to the house level: clips of 3 s and more to -23 LUFS integrated, shorter ones to
/// -23 LUFS at their loudest 400 ms, under 0.4 s by their peak alone; no sample above -1 dBFS.
/// Source: product figures after EBU R128, measured by libebur128.
void level(Sound& sound);

class Speech {
 public:
  /// Opens espeak-ng's data; without them it has no languages.
  Speech();

  struct Sentence {
    Sound sound;
    Spoken spoken;
  };
  /// Levelled, with the time of each word. Nothing if there is no voice for the language.
  std::optional<Sentence> speak(const Lang& lang, const std::string& text);

 private:
  int rate_;  ///< samples a second; not above 0: there is no voice
};

}  // namespace nest::stage
