#pragma once
// What the replies of all activities have in common: how many wordings they choose from, and how
// long the screen rests before it goes on by itself.
#include <cstddef>
#include <cstdint>

#include "core/base/time.h"

namespace nest {

inline constexpr std::uint32_t kPraises = 4;  ///< quiz.right.1 to .4
inline constexpr std::size_t kAlmosts = 3;    ///< quiz.almost.1 to .3
/// After the last sentence, time to look at what was made before the screen goes on by itself.
inline constexpr Millis kLinger{2500};

}  // namespace nest
