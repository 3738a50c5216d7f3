#pragma once
// What is said, and how long it takes. A voice's length is not known in advance: until the stage
// reports it, it is estimated from the text, and a length that arrives later than the first moment
// of its sentence (see Narrator) moves nothing. Not here: sound.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"

namespace nest {

/// One sentence to be spoken. `recording` is a media key ("hands:media/soap.pl.ogg") or empty, and
/// then the built-in voice speaks `text`.
struct Utterance {
  Lang lang;
  std::string text;
  std::string recording;
  auto operator<=>(const Utterance&) const = default;
};

/// When a word begins: `begin` and `end` are byte offsets into the utterance's text.
struct WordTime {
  std::size_t begin = 0, end = 0;
  Millis start{0};
  bool operator==(const WordTime&) const = default;
};

struct Spoken {
  Millis length{0};
  std::vector<WordTime> words;
};

/// The file of a recording among those there are, by its name without the ending; empty if there is
/// none. A file from a studio (.wav, .ogg) comes before one that the built-in voice made (.opus).
std::string recording_of(const std::set<std::string>& files, const std::string& stem);

/// 70 ms a character plus 400 ms, words in proportion to their letters. Source: house rule,
/// measured on the built-in voices at their set speed.
Spoken estimate(const std::string& text);
/// The estimate's words, stretched to the length that a recording really has.
Spoken stretched(const std::string& text, Millis length);

/// The lengths that are known so far.
class VoiceBook {
 public:
  void learn(const Utterance& utterance, Spoken spoken);
  bool knows(const Utterance& utterance) const { return known_.contains(utterance); }
  /// The true length and word times, or the estimate.
  Spoken expected(const Utterance& utterance) const;

 private:
  std::map<Utterance, Spoken> known_;
};

}  // namespace nest
