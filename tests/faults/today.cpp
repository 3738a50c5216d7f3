// Prints the day that a workshop would be dated with, as the kiosk finds it, for clock.py.
#include <fmt/format.h>

#include "apps/kiosk/calendar.h"

int main() {
  const auto day = nest::app::today();
  fmt::print("{} {}\n", nest::iso(day), nest::app::plausible(day) ? "plausible" : "lost");
}
