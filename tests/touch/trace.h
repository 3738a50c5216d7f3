#pragma once
// A touch trace: what fingers do on the glass, and what the kiosk shall make of it. A file of
// tests/touch is one trace, line by line in the order of time:
//
//   # The first line says what the child does.
//   mm_per_unit 0.25                   canvas units are as large as this
//   target left 400 300 400 400        a target: name, x, y, width, height; its slack is 3 mm;
//                                      "from" behind it: can be carried, "to": takes what is
//   0 1 down 600 500                   time in ms, finger, down | move | up, x, y in canvas units …
//   20 1 move 604 500 14               … and the breadth of the contact in mm, if it is known
//   300 screen                         a new screen; the targets that follow are on it
//   310 lit left                       what shows itself pressed now; "nothing" if nothing does
//   310 held no                        whether a living finger lies on the glass: yes | no
//   expect 300 left                    a tap, and when; all of them, in their order
//   expect nothing                     no tap at all
//
// With the line "kiosk" in place of targets it is a whole kiosk that asks a question with three
// answers; a place is then a name: "answer/1" is where the first answer lay at the beginning, any
// other is where that target lies now. There "expect counted N" says how many tries are counted.
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/shell/touch_gate.h"

namespace nest::test {

struct TraceStep {
  Millis at{};
  std::string what;  ///< down, move, up, screen, lit, held
  Finger finger;     ///< of down, move and up
  std::string name;  ///< of lit and held, and a place by name
};

/// The targets of one screen, from a time on.
struct TraceScreen {
  Millis from{};
  std::vector<Target> targets;
};

struct Trace {
  std::string story;  ///< what the child does
  bool kiosk = false;
  ScreenMetrics metrics;
  std::vector<TraceScreen> screens{{}};
  std::vector<TraceStep> steps;
  std::vector<std::string> taps;  ///< expected: "300 left"
  std::optional<std::size_t> counted;
};

/// Throws std::runtime_error with file, line and reason.
Trace read_trace(const std::filesystem::path& file);

}  // namespace nest::test
