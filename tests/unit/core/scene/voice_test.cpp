#include "core/scene/voice.h"

#include <doctest/doctest.h>

#include "support/builders.h"

using namespace nest;
using namespace nest::test;

namespace {
std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& word : estimate(text).words) {
    out.push_back(text.substr(word.begin, word.end - word.begin));
  }
  return out;
}
}  // namespace

TEST_CASE("voice: the words of a sentence are found between spaces, hard ones too") {
  CHECK(words("Weź mydło i\u00A0wodę.") == std::vector<std::string>{"Weź", "mydło", "i", "wodę."});
  CHECK(words("Mydło – to dobre") == std::vector<std::string>{"Mydło", "to", "dobre"});
  CHECK(words("  ").empty());
  CHECK(words("").empty());
}

TEST_CASE("voice: an estimate grows by letters, not by bytes") {
  CHECK(estimate("").length == Millis(400));
  CHECK(estimate("oko").length == Millis(400 + 4 * 70));
  CHECK(estimate("żół").length == estimate("zol").length);
}

TEST_CASE("voice: words follow each other within the sentence") {
  const auto spoken = estimate("Ala ma kota.");
  REQUIRE(spoken.words.size() == 3);
  CHECK(spoken.words[0].start == Millis(0));
  CHECK(spoken.words[1].start == Millis(4 * 70));
  CHECK(spoken.words[2].start == Millis(7 * 70));
  CHECK(spoken.words[2].start < spoken.length);
}

TEST_CASE("voice: broken bytes are a sound like any other") {
  CHECK(estimate("\xff\xfe").words.size() == 1);
}

TEST_CASE("voice: a length that was learnt replaces the estimate of that very utterance") {
  VoiceBook book;
  const Utterance built_in{kPl, "Ala", ""};
  const Utterance recorded{kPl, "Ala", "hands:media/voice/pl/ala.ogg"};
  book.learn(recorded, {Millis(900), {}});
  CHECK(book.expected(recorded).length == Millis(900));
  CHECK(book.expected(built_in).length == estimate("Ala").length);
  CHECK(book.expected({kLt, "Ala", recorded.recording}).length == estimate("Ala").length);
  book.learn(recorded, {Millis(800), {}});
  CHECK(book.expected(recorded).length == Millis(800));
}
