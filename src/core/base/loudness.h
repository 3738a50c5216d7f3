#pragma once
// How loud things are heard, and how loud the house wants them. Source: product figures after
// EBU R128; measured in stage/sound.
#include "core/base/time.h"

namespace nest {

/// What was measured of a sound.
struct Heard {
  Millis length{0};
  double loudness = 0;  ///< LUFS, as its length asks for; minus infinity for silence
  double peak = 0;      ///< dBTP: of the wave between the samples, too
};

namespace house {
inline constexpr double kLoudness = -23;  ///< LUFS
inline constexpr double kPeak = -1;       ///< dBTP
/// Where a sound too short to have a loudness is brought to: like the peaks of words that are
/// longer, and with room for what an encoder adds.
inline constexpr double kShortPeak = -6;  ///< dBTP
/// From here on the whole of a sound is measured, before it its loudest 400 ms.
inline constexpr Millis kLong{3000};
/// Shorter ones have no loudness; their peak alone is judged.
inline constexpr Millis kShort{400};

/// What is quieter counts as silence. Source: the absolute gate of ITU-R BS.1770-4.
inline constexpr double kSilence = -70;  ///< LUFS

/// LU above or below kLoudness that may be.
inline constexpr double tolerance(Millis length) {
  return length >= kLong ? 1 : 2;
}
}  // namespace house

}  // namespace nest
