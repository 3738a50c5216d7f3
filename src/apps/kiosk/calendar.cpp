#include "apps/kiosk/calendar.h"

#include <chrono>
#include <ctime>

namespace nest::app {

WallTime wall_time() {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  ::localtime_r(&now, &local);
  const Day day{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
  return {day, local.tm_hour, local.tm_min};
}

bool plausible(const Day& day) {
  constexpr int kBuilt = 2026;
  return day.year >= kBuilt && day.year < kBuilt + 10;
}

}  // namespace nest::app
