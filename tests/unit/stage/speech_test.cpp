#include "stage/speech.h"

#include <doctest/doctest.h>

using namespace nest;
using namespace nest::stage;

TEST_CASE("speech: both languages speak, and each word of the screen has its time") {
  Speech speech;
  const std::vector<std::pair<Lang, std::string>> sentences{
      {Lang("pl"), "Co najlepiej zmywa zarazki z\u00A0brudnych rąk?"},
      {Lang("lt"), "Kas geriausiai nuplauna mikrobus nuo nešvarių rankų?"}};
  for (const auto& [lang, text] : sentences) {
    CAPTURE(text);
    const auto made = speech.speak(lang, text);
    REQUIRE(made);
    CHECK(made->sound.length() > Millis(1500));
    CHECK(made->spoken.length == made->sound.length());
    const auto expected = estimate(text);
    REQUIRE(made->spoken.words.size() == expected.words.size());
    for (std::size_t i = 0; i < expected.words.size(); ++i) {
      CHECK(made->spoken.words[i].begin == expected.words[i].begin);
      if (i > 0) CHECK(made->spoken.words[i].start >= made->spoken.words[i - 1].start);
    }
    CHECK(made->spoken.words.back().start > made->spoken.length / 2);
    CHECK(made->spoken.words.back().start < made->spoken.length);
    CHECK_MESSAGE(made->spoken.length <= expected.length + Millis(250),
                  "the voice outlasts the estimate that a screen keeps to: ",
                  made->spoken.length.count(), " ms against ", expected.length.count());
  }
}

TEST_CASE("speech: a language without a voice is silent, and an empty sentence too") {
  Speech speech;
  CHECK_FALSE(speech.speak(Lang("xx-no-such"), "abc"));
  CHECK_FALSE(speech.speak(Lang("pl"), ""));
  CHECK_FALSE(speech.speaks(Lang("xx-no-such")));
  CHECK(speech.speaks(Lang("lt")));
  CHECK(speech.speaks(Lang("lt")));
}
