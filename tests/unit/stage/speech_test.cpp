#include "stage/speech.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace nest;
using namespace nest::stage;

namespace {

Sound tone(double amplitude, Millis length) {
  Sound sound;
  for (int i = 0; i < Sound::kRate * length.count() / 1000; ++i) {
    const double at = 2 * 3.14159265 * 440 * i / Sound::kRate;
    sound.samples.push_back(static_cast<std::int16_t>(amplitude * 32767 * std::sin(at)));
  }
  return sound;
}

double root_mean_square(const Sound& sound) {
  double sum = 0;
  for (const double sample : sound.samples) sum += sample * sample;
  return std::sqrt(sum / static_cast<double>(sound.samples.size()));
}

int peak(const Sound& sound) {
  int highest = 0;
  for (const int sample : sound.samples) highest = std::max(highest, std::abs(sample));
  return highest;
}

}  // namespace

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
}

TEST_CASE("speech: quiet and loud sentences come out equally loud") {
  auto quiet = tone(0.02, Millis(3500));
  auto loud = tone(0.9, Millis(3500));
  level(quiet);
  level(loud);
  CHECK(root_mean_square(quiet) == doctest::Approx(root_mean_square(loud)).epsilon(0.02));
  // A sine of 440 Hz at -23 LUFS on one channel: K-weighting is about -0.7 dB there.
  CHECK(root_mean_square(loud) / 32768 == doctest::Approx(0.077).epsilon(0.1));
}

TEST_CASE("speech: a blip is brought to its peak, silence stays silence") {
  auto blip = tone(0.1, Millis(100));
  level(blip);
  CHECK(peak(blip) == doctest::Approx(0.891 * 32768).epsilon(0.01));
  Sound silence{std::vector<std::int16_t>(1000, 0)};
  level(silence);
  CHECK(peak(silence) == 0);
}

TEST_CASE("speech: another rate keeps the length") {
  const auto sound = at_house_rate(std::vector<std::int16_t>(22050, 0), 22050);
  CHECK(sound.length().count() == doctest::Approx(1000).epsilon(0.01));
}
