#pragma once
// What the kiosk tells a technician, on standard error. It never throws: where the log is full or
// closed the words are lost and the visit goes on. Not here: what staff and children see.
#include <string>

#include "core/base/diagnostic.h"

namespace nest::app {

/// "storknest: " and the sentence.
void say(const std::string& sentence);
/// Each fault as it stands: file:line:column, what, what to do.
void say(const Diagnostics& faults);

}  // namespace nest::app
