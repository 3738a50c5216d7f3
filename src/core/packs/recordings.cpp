#include "core/packs/recordings.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

#include "core/scene/word_times.h"

namespace nest {
namespace {

double seconds_of(Millis length) {
  return static_cast<double>(length.count()) / 1000;
}

/// Half to double the estimate, and a second of silence: a lively speaker and a slow one are
/// within, another sentence or a forgotten tail is not. The estimate holds for the built-in voice
/// (voice.h).
void judge_length(const Place& place, Millis length, Millis expected, Diagnostics& out) {
  const bool low = length < expected / 2;
  const bool high = length > expected * 2 + Millis(1000);
  if (!low && !high) return;
  out.warn("recording-length", place,
           fmt::format("it lasts {:.1f} s; its sentence takes about {:.1f} s.", seconds_of(length),
                       seconds_of(expected)),
           low ? "Is it another sentence, or cut off?"
               : "Is it another sentence, or is there silence to cut away?");
}

void judge_words(const std::string& folder, const Sentence& sentence, const Recorded& recorded,
                 Diagnostics& out) {
  if (!recorded.words) return;
  const auto timed = timed_words(*recorded.words, sentence.text, recorded.heard->length);
  if (timed.fault.empty()) return;
  const Place place{folder + "/" + words_file(sentence.recording), timed.line,
                    timed.line > 0 ? std::size_t{1} : 0, ""};
  out.warn("word-times", place, timed.fault,
           "One line for each word, with the seconds at which it begins: 0.35 soap.");
}

}  // namespace

bool outdated(const Recorded& recorded, const Sentence& sentence) {
  return recorded.built_in() && recorded.title != sentence.text;
}

Take take_of(Sentence sentence, const Pronunciations& known) {
  auto said = respell(known, sentence.lang, sentence.text);
  const auto expected = estimate(said.text).length;
  return {std::move(sentence), std::move(said), expected, std::nullopt};
}

TakeState state_of(const Take& take) {
  if (!take.recorded) return TakeState::gap;
  if (!take.recorded->heard) return TakeState::broken;
  if (outdated(*take.recorded, take.sentence)) return TakeState::outdated;
  return take.recorded->built_in() ? TakeState::built_in : TakeState::recorded;
}

const char* state_name(TakeState state) {
  constexpr std::array<const char*, 5> kNames{"gap", "recorded", "built-in", "outdated", "broken"};
  return kNames[static_cast<std::size_t>(state)];
}

void judge_sound(const Place& place, const std::optional<Heard>& heard, Diagnostics& out) {
  if (!heard) {
    return out.warn("broken-sound", place, "this sound cannot be decoded, so nobody hears it.",
                    "Export it again as Ogg Opus, Ogg Vorbis or 16-bit WAV.");
  }
  const double tolerance = house::tolerance(heard->length);
  const double off = heard->loudness - house::kLoudness;
  if (heard->length >= house::kShort && heard->loudness < house::kSilence) {
    out.warn("silent-sound", place, "this sound is silent.", "Record it again.");
  } else if (heard->length >= house::kShort && std::abs(off) > tolerance) {
    out.warn("sound-level", place,
             fmt::format("it is {} by {:.1f} dB: {:.1f} LUFS instead of {:.0f} ±{:.0f}.",
                         off > 0 ? "too loud" : "too quiet", std::abs(off), heard->loudness,
                         house::kLoudness, tolerance),
             fmt::format("Amplify it by {:+.1f} dB.", -off));
  }
  if (heard->peak > house::kPeak) {
    out.warn(
        "sound-peak", place,
        fmt::format("its peak is {:.1f} dBTP; at most {:.0f} is clean.", heard->peak, house::kPeak),
        "Record it with less gain, or lower it.");
  }
}

void judge_recording(const std::string& folder, const Take& take, Diagnostics& out) {
  if (!take.recorded) return;
  const auto& sentence = take.sentence;
  const auto& recorded = *take.recorded;
  const Place place{folder + "/" + sentence.recording, 0, 0, ""};
  judge_sound(place, recorded.heard, out);
  if (!recorded.heard) return;
  if (outdated(recorded, sentence)) {
    out.warn("outdated-recording", place,
             "the built-in voice says here what the text was before it was changed.",
             "storknest-pack narration --synthesise makes it anew.");
  }
  judge_length(place, recorded.heard->length, take.expected, out);
  judge_words(folder, sentence, recorded, out);
}

}  // namespace nest
