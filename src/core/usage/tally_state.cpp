#include "core/usage/tally_state.h"

#include <fmt/format.h>

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

std::vector<std::string> news(const TallyState& before, const TallyState& after) {
  std::vector<std::string> out;
  for (std::size_t i = before.set_aside.size(); i < after.set_aside.size(); ++i) {
    out.push_back(fmt::format(
        "The counters could not be read; their file is kept as {} and a fresh one begins.",
        after.set_aside[i]));
  }
  const auto* const was = std::get_if<NotCounting>(&before.now);
  const auto* const is = std::get_if<NotCounting>(&after.now);
  if (is && (!was || was->reason != is->reason)) {
    out.push_back(fmt::format("{} ({})", sentence(is->reason), is->detail));
  }
  if (was && std::holds_alternative<Counting>(after.now)) {
    out.emplace_back("Counting works again; what waited is written.");
  }
  if (before.lost == 0 && after.lost > 0) {
    out.emplace_back("Too many answers wait in memory; new ones are not counted any more.");
  }
  return out;
}

std::vector<std::string> last_news(const TallyState& state) {
  const auto lost = state.waiting + state.lost;
  if (lost == 0) return {};
  return {fmt::format("{} that waited could not be counted.",
                      lost == 1 ? "One event" : fmt::format("{} events", lost))};
}

}  // namespace nest
