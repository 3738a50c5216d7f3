#pragma once
// Sound as the loudspeaker takes it, and how loud it is by EBU R128, as libebur128 measures it.
// Not here: where sound comes from (Speech, sound_file), playing it (Mixer).
#include <cstdint>
#include <vector>

#include "core/base/loudness.h"

namespace nest::stage {

/// 16 bits, one channel, kRate samples a second.
struct Sound {
  static constexpr int kRate = 44100;
  std::vector<std::int16_t> samples;
  Millis length() const { return Millis(static_cast<Millis::rep>(samples.size()) * 1000 / kRate); }
  std::size_t bytes() const { return samples.size() * sizeof(std::int16_t); }
};

/// 16-bit sound of one channel at another rate, as kRate. Empty if it cannot be converted.
Sound at_house_rate(const std::vector<std::int16_t>& samples, int rate);

/// Clips of 3 s and more as a whole, shorter ones by their loudest 400 ms.
Heard measure(const Sound& sound);

/// Brings a sound to the house level; one under 0.4 s by its peak alone.
void level(Sound& sound);

}  // namespace nest::stage
