#pragma once
// Whether answers are being counted, for the adult area and for stderr. Children never see it.
// Not here: the words in Polish and Lithuanian (locales/), who finds out (store/tally_store.h).
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/time.h"

namespace nest {

enum class NotCountingReason {
  other_kiosk,  ///< another kiosk counts into the same data folder
  locked,       ///< another program holds the database
  disk_full,
  read_only,  ///< the folder or the file may not be written
  io_error    ///< anything else that the disk or the system refused
};

/// The database is still being opened; what is added meanwhile waits in memory.
struct CountingStarts {
  bool operator==(const CountingStarts&) const = default;
};
struct Counting {
  bool operator==(const Counting&) const = default;
};
/// What is added waits in memory and is written when the trouble ends.
struct NotCounting {
  Instant since;
  NotCountingReason reason = NotCountingReason::io_error;
  std::string detail;  ///< what the system said, for the technician
  bool operator==(const NotCounting&) const = default;
};

struct TallyState {
  std::variant<CountingStarts, Counting, NotCounting> now;
  std::uint64_t waiting = 0;  ///< additions that are not on the disk yet
  std::uint64_t lost = 0;     ///< additions for which memory had no room while not counting
  /// Files set aside because they were broken, since the kiosk started ("tally.broken-1.db").
  std::vector<std::string> set_aside;
};

/// "counting.disk-full": the message key of the reason.
std::string_view message_key(NotCountingReason reason);
/// One English sentence for stderr.
std::string_view sentence(NotCountingReason reason);

/// What a technician should know that was not so before: one English sentence each, none if there
/// is nothing new.
std::vector<std::string> news(const TallyState& before, const TallyState& after);
/// What is to say when the counters are closed in this state.
std::vector<std::string> last_news(const TallyState& state);

}  // namespace nest
