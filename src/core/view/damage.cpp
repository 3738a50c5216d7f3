#include "core/view/damage.h"

#include <algorithm>
#include <limits>

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

constexpr auto kNobody = std::numeric_limits<std::size_t>::max();

/// The box behind a box with which it joins at the least waste. Kept from one join to the next:
/// forty moving pictures are eighty boxes in every frame.
struct Partner {
  std::size_t at = kNobody;
  float waste = std::numeric_limits<float>::infinity();
};

constexpr bool less_waste(const Partner& a, const Partner& b) {
  return a.waste < b.waste;
}

Partner partner(const std::vector<Rect>& boxes, std::size_t i) {
  Partner best;
  for (std::size_t j = i + 1; j < boxes.size(); ++j) {
    best = std::min(best, {j, waste(boxes[i], boxes[j])}, less_waste);
  }
  return best;
}

}  // namespace

void join_boxes(std::vector<Rect>& boxes, std::size_t limit) {
  std::vector<Partner> best;
  for (std::size_t i = 0; i < boxes.size(); ++i) best.push_back(partner(boxes, i));
  while (boxes.size() > 1) {
    const auto cheapest = std::min_element(best.begin(), best.end(), less_waste);
    const auto i = static_cast<std::size_t>(cheapest - best.begin());
    const auto j = cheapest->at;
    if (boxes.size() <= limit && cheapest->waste > kJoinCost) return;
    boxes[i] = united(boxes[i], boxes[j]);
    boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(j));
    best.erase(best.begin() + static_cast<std::ptrdiff_t>(j));
    best[i] = partner(boxes, i);
    for (std::size_t k = 0; k < boxes.size(); ++k) {
      if (k == i) continue;
      if (best[k].at == i || best[k].at == j) {
        best[k] = partner(boxes, k);
        continue;
      }
      if (best[k].at > j && best[k].at != kNobody) --best[k].at;
      if (k < i) best[k] = std::min(best[k], {i, waste(boxes[k], boxes[i])}, less_waste);
    }
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
