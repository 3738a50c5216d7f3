#pragma once
// Whether a recording fits its sentence and the house: its length, how loud it is, the times of its
// words. What it warns of never keeps a pack from being played: then the built-in voice speaks, or
// a sentence is too loud. Not here: decoding and measuring (stage/sound), names of files (watcher).
#include <optional>
#include <string>
#include <string_view>

#include "core/base/diagnostic.h"
#include "core/base/loudness.h"
#include "core/packs/narration.h"
#include "core/scene/pronunciation.h"

namespace nest {

/// What the built-in voice signs its files with, beside the sentence that it says.
inline constexpr std::string_view kBuiltInVoice = "Storknest, built-in voice";

/// A sound file as it was found. Nothing heard: it could not be decoded.
struct Recorded {
  std::optional<Heard> heard;
  std::string title, artist;         ///< tags of the file
  std::optional<std::string> words;  ///< the file of word times beside it

  bool built_in() const { return artist == kBuiltInVoice; }
};

/// A sentence, how long it takes if it is said kindly, and what there is of it.
struct Take {
  Sentence sentence;
  Respelt said;  ///< numbers as they are said
  Millis expected{0};
  std::optional<Recorded> recorded;
};
enum class TakeState { gap, recorded, built_in, outdated, broken };

Take take_of(Sentence sentence, const Pronunciations& known);
TakeState state_of(const Take& take);
/// As tools are told: "gap", "recorded", "built-in", "outdated", "broken".
const char* state_name(TakeState state);
/// Whether the sentence still is to be recorded or made.
inline bool is_open(TakeState state) {
  return state != TakeState::recorded && state != TakeState::built_in;
}

/// Made by the built-in voice for a text that has been changed since.
bool outdated(const Recorded& recorded, const Sentence& sentence);

/// Loudness and peak, of a voice or any other sound.
void judge_sound(const Place& place, const std::optional<Heard>& heard, Diagnostics& out);

/// All of it; `folder` is what messages call the place in which the recording lies.
void judge_recording(const std::string& folder, const Take& take, Diagnostics& out);

}  // namespace nest
