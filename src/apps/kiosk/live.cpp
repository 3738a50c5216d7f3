#include "apps/kiosk/live.h"

#include <stdexcept>

namespace nest::app {

int live(const Options&) { throw std::runtime_error("no window yet."); }

}  // namespace nest::app
