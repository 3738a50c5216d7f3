#pragma once
// What must be painted again to turn one frame into the next: a pure function of both.
#include <vector>

#include "core/view/frame.h"

namespace nest {

/// At most `limit` boxes, in canvas units, that cover every op that differs; empty if the frames
/// look the same.
std::vector<Rect> damage(const Frame& before, const Frame& after, std::size_t limit = 8);

/// Joins boxes that are near enough that one repaint is cheaper than two, until `limit` are left.
void join_boxes(std::vector<Rect>& boxes, std::size_t limit);

}  // namespace nest
