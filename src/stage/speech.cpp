#include "stage/speech.h"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/utf8.h"

namespace nest::stage {
namespace {

// Slow enough for a child of four, and within the estimate that a screen uses until the true
// length is known (voice.h): 70 ms a character. espeak-ng's own pace is 175 words a minute.
constexpr int kWordsPerMinute = 150;

/// What espeak-ng says of one sentence while it speaks.
struct Spoke {
  struct Word {
    int character;  ///< counted from 1
    int at;         ///< ms
  };
  std::vector<std::int16_t> samples;
  std::vector<Word> words;
};

int take(short* samples, int count, espeak_EVENT* event) {
  auto* spoke = static_cast<Spoke*>(event->user_data);
  if (spoke == nullptr) return 0;
  if (samples != nullptr) spoke->samples.insert(spoke->samples.end(), samples, samples + count);
  for (; event->type != espeakEVENT_LIST_TERMINATED; ++event) {
    if (event->type == espeakEVENT_WORD) {
      spoke->words.push_back({event->text_position, event->audio_position});
    }
  }
  return 0;
}

/// Bytes at which each character of a text begins, and the text's size.
std::vector<std::size_t> character_starts(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t next = 0; next < text.size(); next_code_point(text, next)) {
    starts.push_back(next);
  }
  starts.push_back(text.size());
  return starts;
}

/// The words of the screen at the times of the voice. The voice joins some ("z rąk") and says
/// several for another (112); a word of which it tells nothing begins with the one before it.
std::vector<WordTime> in_step(const std::string& text, const Respelt& said, const Spoke& spoke) {
  auto words = estimate(text).words;
  const auto starts = character_starts(said.text);
  Millis at{0};
  for (auto& word : words) {
    const auto heard =
        std::find_if(spoke.words.begin(), spoke.words.end(), [&](const Spoke::Word& candidate) {
          const auto index = static_cast<std::size_t>(std::max(candidate.character, 1) - 1);
          if (index >= starts.size()) return false;
          const auto written = said.written_at(starts[index]);
          return written >= word.begin && written < word.end;
        });
    if (heard != spoke.words.end()) at = std::max(at, Millis(heard->at));
    word.start = at;
  }
  return words;
}

/// Samples a second; not above 0 without espeak-ng's data. It is opened once and left to the end of
/// the process: espeak_Terminate() of 1.51 waits for ever now and then for a thread of its own.
int open_once() {
  static const int kRate =
      espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
  return kRate;
}

}  // namespace

Speech::Speech(Pronunciations known) : known_(std::move(known)), rate_(open_once()) {}

bool Speech::speaks(const Lang& lang) {
  if (voice_ == lang) return true;
  voice_.reset();
  if (rate_ <= 0 || espeak_SetVoiceByName(lang.str().c_str()) != EE_OK) return false;
  voice_ = lang;
  return true;
}

std::optional<Speech::Sentence> Speech::speak(const Lang& lang, const std::string& text) {
  if (estimate(text).words.empty() || !speaks(lang)) return std::nullopt;
  espeak_SetSynthCallback(take);
  espeak_SetParameter(espeakRATE, kWordsPerMinute, 0);
  Spoke spoke;
  const auto said = respell(known_, lang, text);
  const auto result = espeak_Synth(said.text.c_str(), said.text.size() + 1, 0, POS_CHARACTER, 0,
                                   espeakCHARS_UTF8, nullptr, &spoke);
  // No espeak_Synchronize(): in this mode the call above has waited, and it hangs at times.
  if (result != EE_OK) return std::nullopt;
  Sentence sentence{at_house_rate(spoke.samples, rate_), {}};
  if (sentence.sound.samples.empty()) return std::nullopt;
  level(sentence.sound);
  sentence.spoken = {sentence.sound.length(), in_step(text, said, spoke)};
  return sentence;
}

}  // namespace nest::stage
