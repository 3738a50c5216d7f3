#include "core/scene/voice.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/utf8.h"

namespace nest {
namespace {

struct Word {
  std::size_t begin, end, letters;
};

/// Words are what stands between spaces (ordinary or U+00A0); a dash alone is no word.
std::vector<Word> words_of(const std::string& text) {
  std::vector<Word> words;
  std::optional<Word> open;
  for (std::size_t next = 0; next < text.size();) {
    const auto at = next;
    const char32_t c = next_code_point(text, next);
    const bool gap = c == U' ' || c == 0xA0 || c == 0x2013;
    if (gap && open) words.push_back(*std::exchange(open, std::nullopt));
    if (gap) continue;
    if (!open) open = Word{at, at, 0};
    open->end = next;
    ++open->letters;
  }
  if (open) words.push_back(*open);
  return words;
}

}  // namespace

Spoken estimate(const std::string& text) {
  Spoken spoken;
  Millis at{0};
  for (const auto& word : words_of(text)) {
    spoken.words.push_back({word.begin, word.end, at});
    at += Millis(70 * static_cast<Millis::rep>(word.letters + 1));
  }
  spoken.length = at + Millis(400);
  return spoken;
}

Spoken stretched(const std::string& text, Millis length) {
  auto spoken = estimate(text);
  for (auto& word : spoken.words) {
    word.start = word.start * length.count() / std::max<Millis::rep>(spoken.length.count(), 1);
  }
  spoken.length = length;
  return spoken;
}

std::string recording_of(const std::set<std::string>& files, const std::string& stem) {
  for (const auto* ending : {".wav", ".ogg", ".opus"}) {
    if (files.count(stem + ending) > 0) return stem + ending;
  }
  return {};
}

void VoiceBook::learn(const Utterance& utterance, Spoken spoken) {
  known_.insert_or_assign(utterance, std::move(spoken));
}

Spoken VoiceBook::expected(const Utterance& utterance) const {
  const auto found = known_.find(utterance);
  return found == known_.end() ? estimate(utterance.text) : found->second;
}

}  // namespace nest
