#pragma once
// How the kiosk opens its counters, and what a technician reads on standard error when they are in
// trouble. Not here: what staff sees on the screen; children see nothing of it.
#include <functional>

#include "apps/kiosk/options.h"
#include "store/tally_store.h"

namespace nest::app {

/// The counters in `folder`; each piece of news about them goes to standard error as one sentence.
std::unique_ptr<store::SqliteTally> open_counters(std::filesystem::path folder, Random luck,
                                                  std::function<Instant()> clock);

}  // namespace nest::app
