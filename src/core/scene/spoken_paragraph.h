#pragma once
// Words in step with the voice: the one that is being said lies on a sun-yellow patch.
// Not here: what is said and when (narrator), how lines break (view/layout).
#include <string_view>

#include "core/scene/narrator.h"
#include "core/view/layout.h"

namespace nest {

/// The paragraph in the middle of `box`; its words are those that are said under `tag`. An empty
/// tag is never said.
void draw_spoken(Frame& frame, const Paragraph& paragraph, const Rect& box,
                 const TextMeasure& measure, const Narrator& narrator, std::string_view tag,
                 Instant now);

}  // namespace nest
