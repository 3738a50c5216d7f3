#include "core/view/damage.h"

#include <algorithm>

namespace nest {
namespace {

float area(const Rect& r) {
  return r.w * r.h;
}

/// A repaint costs about as much as 4 000 square units of extra area (one clip, one walk over the
/// ops), so boxes join when the union adds less than that to their sum.
constexpr float kJoinCost = 4000.0F;

float waste(const Rect& a, const Rect& b) {
  return area(united(a, b)) - area(a) - area(b);
}

}  // namespace

void join_boxes(std::vector<Rect>& boxes, std::size_t limit) {
  while (boxes.size() > 1) {
    std::size_t best_i = 0;
    std::size_t best_j = 1;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = i + 1; j < boxes.size(); ++j) {
        if (waste(boxes[i], boxes[j]) < waste(boxes[best_i], boxes[best_j])) {
          best_i = i;
          best_j = j;
        }
      }
    }
    if (boxes.size() <= limit && waste(boxes[best_i], boxes[best_j]) > kJoinCost) return;
    boxes[best_i] = united(boxes[best_i], boxes[best_j]);
    boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(best_j));
  }
}

std::vector<Rect> damage(const Frame& before, const Frame& after, std::size_t limit) {
  const auto& a = before.ops;
  const auto& b = after.ops;
  std::vector<Rect> boxes;
  const auto add = [&boxes](const DrawOp& op) {
    const Rect box = clipped(bounds(op), kCanvas);
    if (!box.empty()) boxes.push_back(box);
  };
  // Both lists keep their order, so a greedy match is enough: an op of `before` that does not
  // come again in `after` beyond the last match is gone, one of `after` that was skipped is new.
  std::size_t j = 0;
  for (const auto& op : a) {
    const auto found = std::find(b.begin() + static_cast<std::ptrdiff_t>(j), b.end(), op);
    if (found == b.end()) {
      add(op);
      continue;
    }
    const auto k = static_cast<std::size_t>(found - b.begin());
    for (; j < k; ++j) add(b[j]);
    j = k + 1;
  }
  for (; j < b.size(); ++j) add(b[j]);
  join_boxes(boxes, limit);
  return boxes;
}

}  // namespace nest
