#pragma once
// How long the adult code makes one wait. The first tries are free; then each wrong one costs more,
// up to a quarter of an hour, and never for good: a child gets tired, an adult only has to wait.
// Told the time on the kiosk's own monotonic line, so that no clock that is put forward helps.
// Not here: keeping the number of wrong tries (store/adult_code), the check itself (secret.h).
#include <cstddef>

#include "core/base/time.h"

namespace nest {

/// Tries that cost nothing, in a row.
inline constexpr std::size_t kFreeTries = 3;

/// What must pass between the last of `failed` wrong tries in a row and the next try: nothing up to
/// two, then 30 s, 60 s, 2, 4, 8 and from then on 15 minutes.
Millis code_delay(std::size_t failed);

/// The delay that is running, if one is.
class CodeDelay {
 public:
  CodeDelay() = default;
  /// As the kiosk starts: whoever pulls the plug waits the full current delay anew.
  CodeDelay(std::size_t failed, Instant now) : failed_(failed), since_(now) {}

  bool may_try(Instant now) const { return left(now) == Millis(0); }
  /// Until the next try; 0 if one may try.
  Millis left(Instant now) const;
  /// The try was wrong. There are `failed` in a row now.
  void wrong(std::size_t failed, Instant now);
  /// The try was right.
  void right() { failed_ = 0; }
  std::size_t failed() const { return failed_; }

 private:
  std::size_t failed_ = 0;
  Instant since_{};
};

}  // namespace nest
