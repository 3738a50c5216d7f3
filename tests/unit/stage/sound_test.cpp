#include <doctest/doctest.h>

#include <cmath>

#include "stage/sound_file.h"

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

std::optional<SoundFile> read_back(const std::string& bytes) {
  return read_sound({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
}

std::string little_endian(unsigned value, int count) {
  std::string bytes;
  for (int i = 0; i < count; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
  return bytes;
}

/// 16-bit WAV in which each channel holds one constant value.
std::string wav(int rate, const std::vector<int>& channels, std::size_t frames) {
  const auto n = static_cast<unsigned>(channels.size());
  std::string samples;
  for (std::size_t f = 0; f < frames; ++f) {
    for (const int value : channels) samples += little_endian(static_cast<unsigned>(value), 2);
  }
  const auto hz = static_cast<unsigned>(rate);
  const auto size = static_cast<unsigned>(samples.size());
  return "RIFF" + little_endian(36 + size, 4) + "WAVEfmt " + little_endian(16, 4) +
         little_endian(1, 2) + little_endian(n, 2) + little_endian(hz, 4) +
         little_endian(hz * n * 2, 4) + little_endian(n * 2, 2) + little_endian(16, 2) + "data" +
         little_endian(size, 4) + samples;
}

}  // namespace

TEST_CASE("sound: quiet and loud sounds come out at the house level") {
  for (const double amplitude : {0.02, 0.3, 0.9}) {
    for (const Millis length : {Millis(700), Millis(3500)}) {
      CAPTURE(amplitude);
      auto sound = tone(amplitude, length);
      level(sound);
      CHECK(measure(sound).loudness == doctest::Approx(-23).epsilon(0.01));
      CHECK(measure(sound).peak < -15);
    }
  }
}

TEST_CASE("sound: a full-scale sine of 3.5 s is measured as the standard says") {
  // K-weighting is about -0.7 dB at 440 Hz: -3.01 - 0.7 + 0.0 for one channel.
  const auto heard = measure(tone(1, Millis(3500)));
  CHECK(heard.loudness == doctest::Approx(-3.7).epsilon(0.1));
  CHECK(heard.peak == doctest::Approx(0).scale(1).epsilon(0.1));
  CHECK(heard.length == Millis(3500));
}

TEST_CASE("sound: a blip is brought to its peak, silence stays silence") {
  auto blip = tone(0.1, Millis(100));
  level(blip);
  CHECK(measure(blip).peak == doctest::Approx(-6).epsilon(0.03));
  Sound silence{std::vector<std::int16_t>(1000, 0)};
  level(silence);
  CHECK(measure(silence).peak == -HUGE_VAL);
  CHECK(measure(silence).loudness == -HUGE_VAL);
}

TEST_CASE("sound: another rate keeps the length") {
  const auto sound = at_house_rate(std::vector<std::int16_t>(22050, 0), 22050);
  CHECK(sound.length().count() == doctest::Approx(1000).epsilon(0.01));
}

TEST_CASE("sound file: what is written as Opus is read back as long, as loud and with its tags") {
  auto sound = tone(0.3, Millis(1234));
  level(sound);
  const auto bytes = write_opus(sound, {"Mydło zmywa zarazki.", "somebody"});
  CHECK(bytes == write_opus(sound, {"Mydło zmywa zarazki.", "somebody"}));
  CHECK(bytes.size() < 12000);
  const auto back = read_back(bytes);
  REQUIRE(back);
  CHECK(back->tags.title == "Mydło zmywa zarazki.");
  CHECK(back->tags.artist == "somebody");
  CHECK(back->sound.length().count() == doctest::Approx(1234).epsilon(0.01));
  CHECK(measure(back->sound).loudness == doctest::Approx(-23).epsilon(0.02));
}

TEST_CASE("sound file: WAV of any rate and number of channels becomes one channel") {
  const auto back = read_back(wav(48000, {3000, -1000}, 24000));
  REQUIRE(back);
  CHECK(back->sound.length().count() == doctest::Approx(500).epsilon(0.01));
  CHECK(back->sound.samples[10000] == doctest::Approx(1000).epsilon(0.01));
}

TEST_CASE("sound file: what is broken, foreign or endless is no sound") {
  const auto good = write_opus(tone(0.3, Millis(500)), {"x", "y"});
  CHECK_FALSE(read_back(""));
  CHECK_FALSE(read_back("OggS"));
  CHECK_FALSE(read_back(good.substr(0, 60)));
  CHECK_FALSE(
      read_back("FORM\0\0\0\x1E"
                "AIFF"));  // libsndfile would know this kind
  CHECK_FALSE(read_back(wav(4000, {0}, 4000)));
  CHECK_FALSE(read_back(wav(8000, {0}, 8000 * 181)));
  for (std::size_t at = 0; at < good.size(); at += 7) {  // whatever it is, it does not crash
    auto spoilt = good;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 0x55);
    read_back(spoilt);
    read_back(good.substr(0, at));
  }
}
