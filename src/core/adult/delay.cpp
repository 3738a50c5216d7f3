#include "core/adult/delay.h"

#include <algorithm>
#include <array>

namespace nest {

Millis code_delay(std::size_t failed) {
  using std::chrono::minutes;
  using std::chrono::seconds;
  constexpr std::array<Millis, 6> kDelays{seconds(30), seconds(60), minutes(2),
                                          minutes(4),  minutes(8),  minutes(15)};
  if (failed < kFreeTries) return Millis(0);
  return kDelays[std::min(failed - kFreeTries, kDelays.size() - 1)];
}

Millis CodeDelay::left(Instant now) const {
  return std::max(Millis(0), code_delay(failed_) - (now - since_));
}

void CodeDelay::wrong(std::size_t failed, Instant now) {
  failed_ = failed;
  since_ = now;
}

}  // namespace nest
