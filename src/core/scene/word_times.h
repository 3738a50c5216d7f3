#pragma once
// When the words of a recording begin, as a person has marked them: one line a word, its seconds
// first, as Audacity exports a track of labels. Without such a file the times are estimated.
#include <string>
#include <string_view>

#include "core/scene/voice.h"

namespace nest {

inline constexpr std::string_view kWordsEnding = ".words.txt";

inline bool is_words_file(std::string_view path) {
  return path.size() > kWordsEnding.size() &&
         path.substr(path.size() - kWordsEnding.size()) == kWordsEnding;
}

/// The file beside a recording that holds them: "…/soap.prompt.words.txt"; empty for a name without
/// an ending.
std::string words_file(const std::string& recording);

struct TimedWords {
  Spoken spoken;         ///< estimated if there is a fault
  std::string fault;     ///< what is wrong with the file; empty: it holds
  std::size_t line = 0;  ///< where; 0: in the file as a whole
};

/// "0.35 mydło" or "0,35": the number counts, what stands behind it is for people. There is one
/// line for each word of the text, each later than the one before and before the sound ends.
TimedWords timed_words(std::string_view file, const std::string& text, Millis length);

}  // namespace nest
