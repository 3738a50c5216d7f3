#pragma once
// The kiosk in its window.
#include "apps/kiosk/options.h"

namespace nest::app {

/// Runs until the window is closed. Throws with one sentence if there is no display.
int live(const Options& options);

}  // namespace nest::app
