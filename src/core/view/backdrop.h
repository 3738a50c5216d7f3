#pragma once
// What stands behind a screen. The kiosk's own meadows lie on a sky of shades, with sun and clouds
// of their own, because rasterising half a screen of sky costs more than all the rest of a start.
// Not here: what grows on a meadow (assets/art), which screen stands where.
#include <string_view>

#include "core/view/frame.h"

namespace nest {

/// Fills the canvas: a meadow of the library, or any other picture as it is.
void backdrop(Frame& frame, std::string_view picture);

}  // namespace nest
