#pragma once
// --play: a script against the whole kiosk, without a display.
#include "apps/kiosk/options.h"

namespace nest::app {

/// 0: every expectation held; 1: one failed; 2: the script cannot be run.
int play(const Options& options);

}  // namespace nest::app
