#include "core/scene/word_times.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {

const std::string kFourWords = "Mila myje\u00A0ręce – dobrze.";  // four words
constexpr Millis kLength{2000};

std::vector<long> starts(std::string_view file) {
  const auto timed = timed_words(file, kFourWords, kLength);
  CAPTURE(timed.fault);
  REQUIRE(timed.fault.empty());
  CHECK(timed.spoken.length == kLength);
  std::vector<long> out;
  for (const auto& word : timed.spoken.words) out.push_back(word.start.count());
  return out;
}

void refuse(std::string_view file, std::string_view why, std::size_t line) {
  CAPTURE(file);
  const auto timed = timed_words(file, kFourWords, kLength);
  CHECK(timed.fault.find(why) != std::string::npos);
  CHECK(timed.line == line);
  CHECK(timed.spoken.words == stretched(kFourWords, kLength).words);
}

}  // namespace

TEST_CASE("word times: one line a word, as an editor, a hand or Audacity writes them") {
  const std::vector<long> expected{100, 450, 900, 1500};
  CHECK(starts("0.1 Mila\n0.45 myje\n0.9 ręce\n1.5 dobrze\n") == expected);
  CHECK(starts("0,1\n0,45\n0,9\n1,5") == expected);
  CHECK(starts("0.100000\t0.4\tMila\r\n0.450000\t0.8\tmyje\r\n\r\n0.9\t1\t\r\n1.5\t2\tx\r\n") ==
        expected);
  CHECK(starts("\xEF\xBB\xBF"
               "0.1\n0.45\n0.9\n1.5\n") == expected);
}

TEST_CASE("word times: what does not fit is told with its line, and the estimate stays") {
  refuse("", "has 4 words, and here are 0 times", 0);
  refuse("0.1\n0.2\n0.3\n", "and here are 3 times", 0);
  refuse("0.1\n0.2\n0.3\n0.4\n0.5\n", "and here are 5 times", 0);
  refuse("0.1\nmyje 0.2\n0.3\n0.4\n", "does not begin with seconds", 2);
  refuse("0.1\n0.2\n0.2\n0.4\n", "before the one above", 3);
  refuse("0.1\n0.2\n0.3\n2\n", "has ended", 4);
  refuse("0.1\n0.2\n0.3\n1e300\n", "has ended", 4);
  for (const auto* odd : {"-1", "nan", "inf", "0x1", "1.2.3", "\xFF", "0.1s"}) {
    refuse(std::string(odd) + "\n0.2\n0.3\n0.4\n", "does not begin with seconds", 1);
  }
}

TEST_CASE("word times: their file lies beside the recording") {
  CHECK(words_file("media/voice/pl/soap.prompt.ogg") == "media/voice/pl/soap.prompt.words.txt");
  CHECK(words_file("hands:media/voice/pl/soap.prompt.opus") ==
        "hands:media/voice/pl/soap.prompt.words.txt");
  CHECK(words_file("library:voice/pl") == "");
  CHECK(is_words_file("media/voice/pl/soap.words.txt"));
  CHECK_FALSE(is_words_file("media/voice/pl/soap.txt"));
}
