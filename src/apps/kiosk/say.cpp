#include "apps/kiosk/say.h"

#include <cstdio>

namespace nest::app {

void say(const std::string& sentence) {
  std::fputs(("storknest: " + sentence + "\n").c_str(), stderr);
}

void say(const Diagnostics& faults) {
  for (const auto& fault : faults.list()) std::fputs((to_text(fault) + "\n").c_str(), stderr);
}

}  // namespace nest::app
