#include "stage/sound.h"

#include <SDL2/SDL.h>
#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

namespace nest::stage {
namespace {

struct Close {
  void operator()(ebur128_state* state) const noexcept { ebur128_destroy(&state); }
};

double decibels(double ratio) {
  return 20 * std::log10(ratio);  // minus infinity for silence
}

}  // namespace

Sound at_house_rate(const std::vector<std::int16_t>& samples, int rate) {
  SDL_AudioCVT convert;
  if (SDL_BuildAudioCVT(&convert, AUDIO_S16SYS, 1, rate, AUDIO_S16SYS, 1, Sound::kRate) < 0) {
    return {};
  }
  if (convert.needed == 0) return {samples};
  const auto bytes = samples.size() * sizeof(std::int16_t);
  std::vector<Uint8> room(bytes * static_cast<std::size_t>(std::max(convert.len_mult, 1)));
  if (bytes != 0) std::memcpy(room.data(), samples.data(), bytes);
  convert.buf = room.data();
  convert.len = static_cast<int>(bytes);
  if (SDL_ConvertAudio(&convert) != 0) return {};
  Sound sound;
  sound.samples.resize(static_cast<std::size_t>(convert.len_cvt) / sizeof(std::int16_t));
  if (!sound.samples.empty()) std::memcpy(sound.samples.data(), room.data(), sound.bytes());
  return sound;
}

Heard measure(const Sound& sound) {
  Heard heard{sound.length(), -HUGE_VAL, -HUGE_VAL};
  const std::unique_ptr<ebur128_state, Close> state(
      ebur128_init(1, Sound::kRate, EBUR128_MODE_I | EBUR128_MODE_M | EBUR128_MODE_TRUE_PEAK));
  if (!state) return heard;
  constexpr std::size_t kHop = Sound::kRate / 10;
  for (std::size_t at = 0; at < sound.samples.size(); at += kHop) {
    const auto count = std::min(kHop, sound.samples.size() - at);
    if (ebur128_add_frames_short(state.get(), &sound.samples[at], count) != EBUR128_SUCCESS) break;
    double now = -HUGE_VAL;
    if (ebur128_loudness_momentary(state.get(), &now) == EBUR128_SUCCESS) {
      heard.loudness = std::max(heard.loudness, now);
    }
  }
  double whole = -HUGE_VAL;
  if (sound.length() >= house::kLong) ebur128_loudness_global(state.get(), &whole);
  if (std::isfinite(whole)) heard.loudness = whole;
  double peak = 0;
  if (ebur128_true_peak(state.get(), 0, &peak) == EBUR128_SUCCESS) heard.peak = decibels(peak);
  return heard;
}

void level(Sound& sound) {
  const auto heard = measure(sound);
  if (!std::isfinite(heard.peak)) return;
  const bool brief = sound.length() < house::kShort || !std::isfinite(heard.loudness);
  const double gain = brief
                          ? house::kShortPeak - heard.peak
                          : std::min(house::kPeak - heard.peak, house::kLoudness - heard.loudness);
  const double factor = std::pow(10.0, gain / 20);
  for (auto& sample : sound.samples) {
    sample = static_cast<std::int16_t>(std::clamp(std::lround(sample * factor), -32768L, 32767L));
  }
}

}  // namespace nest::stage
