#pragma once
// The calendar on the wall: the one place where the clock is looked at that an adult, a network or
// an empty battery may set. Only a workshop's day and what is old enough to be deleted come from
// here; all that lasts (a time limit, cards, the adult code's delay) is measured on a clock that
// only goes forward.
#include "core/adult/facts.h"

namespace nest::app {

/// Where the machine stands (its time zone), now.
WallTime wall_time();
inline Day today() {
  return wall_time().day;
}

/// No clock can be right that tells a year before this program was built, nor one that is ten years
/// ahead, as an empty battery or a wrong hand sets it: by such a clock every workshop would be old.
bool plausible(const Day& day);

}  // namespace nest::app
