#pragma once
// Whether a topic's round (the questions before the lesson, or those after it) may be told question
// by question. The same children and answers stand in many other places: rooms, pairs, means,
// goals, children who were there once, who left half-way. Whatever is kept in one of them could be
// worked out from the questions; so these are told where nothing is kept, else not at all.
#include <set>
#include <string>
#include <string_view>

#include "core/usage/report.h"

namespace nest::reports {

/// What the kiosk counts a round as, among the activities: nothing for others.
std::string_view round_of_activity(std::string_view activity);

/// Packs whose rounds of this phase ("before" or "after") may not be told.
std::set<std::string> kept_rounds(const Figures& figures, std::string_view phase);

}  // namespace nest::reports
