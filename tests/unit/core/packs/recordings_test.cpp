#include "core/packs/recordings.h"

#include <doctest/doctest.h>

#include <cmath>

#include "support/builders.h"

using namespace nest;
using namespace nest::test;

namespace {

constexpr const char* kText = "Mydło zmywa brud i zarazki z rąk.";  // about 2.8 s

Take take(Recorded recorded, const std::string& text = kText) {
  auto out = take_of({kPl, "soap.why", text, "mila", "media/voice/pl/soap.why.ogg", false}, {});
  out.recorded = std::move(recorded);
  return out;
}

Recorded sound(Millis length, double loudness = -23, double peak = -6) {
  return {Heard{length, loudness, peak}, "", "", std::nullopt};
}

std::vector<std::string> found(const Take& judged) {
  Diagnostics out;
  judge_recording("hands", judged, out);
  CHECK(out.errors() == 0);  // the kiosk plays the pack all the same
  return rules(out);
}
using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("recordings: a voice that fits is told nothing") {
  CHECK(found(take(sound(Millis(2800)))).empty());
  CHECK(found(take(sound(Millis(1500), -25))).empty());
  CHECK(found(take(sound(Millis(6000), -24))).empty());
  CHECK(found(take(sound(Millis(390), -60), "tak")).empty());  // too short to have a loudness
}

TEST_CASE("recordings: length, loudness and peak have limits") {
  CHECK(found(take(sound(Millis(1300)))) == Rules{"recording-length"});
  CHECK(found(take(sound(Millis(6700)))) == Rules{"recording-length"});
  CHECK(found(take(sound(Millis(2800), -20.9))) == Rules{"sound-level"});
  CHECK(found(take(sound(Millis(2800), -25.1))) == Rules{"sound-level"});
  CHECK(found(take(sound(Millis(3000), -21.9))) == Rules{"sound-level"});
  CHECK(found(take(sound(Millis(2800), -HUGE_VAL))) == Rules{"silent-sound"});
  CHECK(found(take(sound(Millis(2800), -71))) == Rules{"silent-sound"});  // an encoder's dither
  CHECK(found(take(sound(Millis(2800), -23, -0.9))) == Rules{"sound-peak"});
  CHECK(found(take({})) == Rules{"broken-sound"});
}

TEST_CASE("recordings: times of words are judged where they stand") {
  auto recorded = sound(Millis(2800));
  recorded.words = "0.1\n0.5\n";
  CHECK(found(take(recorded)) == Rules{"word-times"});
  recorded.words = "0\n0.4\n0.8\n1.2\n1.4\n2\n2.2\n";
  CHECK(found(take(recorded)).empty());
}

TEST_CASE("recordings: a number is judged by the words in which it is said") {
  const Pronunciations known{
      {kLt, Pronunciation({{{"116", "111"}, {"vienas vienas šeši", "vienas vienas vienas"}}})}};
  const auto short_text = take_of({kLt, "a", "116\u00A0111", "mila", "", false}, {});
  const auto long_text = take_of({kLt, "a", "116\u00A0111", "mila", "", false}, known);
  CHECK(long_text.expected > short_text.expected * 2);
  CHECK(long_text.said.text == "vienas vienas šeši, vienas vienas vienas");
}

TEST_CASE("recordings: what the built-in voice made is known, and known to be old") {
  auto recorded = sound(Millis(2800));
  CHECK(state_of(take(recorded)) == TakeState::recorded);
  recorded.artist = kBuiltInVoice;
  recorded.title = kText;
  CHECK(state_of(take(recorded)) == TakeState::built_in);
  recorded.title = "Mydło.";
  CHECK(state_of(take(recorded)) == TakeState::outdated);
  CHECK(found(take(recorded)) == Rules{"outdated-recording"});
  CHECK(state_of(take({})) == TakeState::broken);
  auto gap = take({});
  gap.recorded.reset();
  CHECK(state_of(gap) == TakeState::gap);
  CHECK(is_open(TakeState::outdated));
  CHECK_FALSE(is_open(TakeState::built_in));
}
