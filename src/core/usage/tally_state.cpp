#include "core/usage/tally_state.h"

namespace nest {

std::string_view message_key(NotCountingReason reason) {
  switch (reason) {
    case NotCountingReason::other_kiosk:
      return "counting.other-kiosk";
    case NotCountingReason::locked:
      return "counting.locked";
    case NotCountingReason::disk_full:
      return "counting.disk-full";
    case NotCountingReason::read_only:
      return "counting.read-only";
    case NotCountingReason::io_error:
      break;
  }
  return "counting.io-error";
}

std::string_view sentence(NotCountingReason reason) {
  switch (reason) {
    case NotCountingReason::other_kiosk:
      return "Another kiosk is using this data folder; this one plays without counting.";
    case NotCountingReason::locked:
      return "Another program holds the database; answers wait in memory until it lets go.";
    case NotCountingReason::disk_full:
      return "The disk is full; answers wait in memory until there is room.";
    case NotCountingReason::read_only:
      return "The data folder cannot be written; answers wait in memory.";
    case NotCountingReason::io_error:
      break;
  }
  return "The disk reports an error; answers wait in memory until it works again.";
}

}  // namespace nest
