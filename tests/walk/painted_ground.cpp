#include "walk/painted_ground.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace nest::walk {
namespace {

/// Eight steps a channel: neighbours on a shade or an edge count as one colour.
constexpr unsigned kStep = 16;

std::span<const std::uint32_t> row(const SDL_Surface& surface, int y, int from, int to) {
  const auto* bytes = static_cast<const unsigned char*>(surface.pixels);
  const auto* first =
      reinterpret_cast<const std::uint32_t*>(bytes + std::ptrdiff_t{y} * surface.pitch);
  return {first + from, first + to};
}

/// Each colour within the box, in coarse steps, with the number of its pixels.
std::map<std::uint32_t, std::size_t> counted(const SDL_Surface& surface, const Rect& box) {
  constexpr float kScale = static_cast<float>(kQuarter.w) / kCanvasWidth;
  std::map<std::uint32_t, std::size_t> out;
  const int left = std::max(0, static_cast<int>(box.x * kScale));
  const int right = std::min(kQuarter.w, static_cast<int>(box.right() * kScale) + 1);
  const int top = std::max(0, static_cast<int>(box.y * kScale));
  const int bottom = std::min(kQuarter.h, static_cast<int>(box.bottom() * kScale) + 1);
  for (int y = top; y < bottom; ++y) {
    for (const auto pixel : row(surface, y, left, right)) ++out[pixel / kStep * kStep & 0xF0F0F0U];
  }
  return out;
}

Colour middle_of(std::uint32_t step) {
  return rgb(step | 0x080808U);
}

}  // namespace

std::vector<Colour> PaintedGround::under(const Frame& frame, std::size_t ops, const Rect& box) {
  Frame ground;
  for (std::size_t i = 0; i < ops; ++i) {
    if (bounds(frame.ops[i]).overlaps(box)) ground.ops.push_back(frame.ops[i]);
  }
  const auto key =
      fmt::format("{:.0f} {:.0f} {:.0f} {:.0f}\n{}", box.x, box.y, box.w, box.h, ground.to_text());
  const auto [known, fresh] = under_.try_emplace(key);
  if (!fresh) return known->second;
  const auto found = counted(canvas_.render(ground), box);
  std::size_t all = 0;
  for (const auto& [step, count] : found) all += count;
  // A speck is not what a letter stands on.
  for (const auto& [step, count] : found) {
    if (count * 50 >= all) known->second.push_back(middle_of(step));
  }
  return known->second;
}

std::vector<Ground::Share> PaintedGround::colours(const std::string& picture, Colour ground) {
  const auto key = fmt::format("{} {:02x}{:02x}{:02x}", picture, ground.r, ground.g, ground.b);
  const auto [known, fresh] = colours_.try_emplace(key);
  if (!fresh) return known->second;
  Frame alone;
  const Rect box{460, 40, 1000, 1000};
  alone.fill(kCanvas, 0, ground);
  alone.picture(picture, box);
  const auto found = counted(canvas_.render(alone), box);
  std::size_t all = 0;
  for (const auto& [step, count] : found) all += count;
  for (const auto& [step, count] : found) {
    known->second.push_back({middle_of(step), static_cast<float>(count) / static_cast<float>(all)});
  }
  return known->second;
}

}  // namespace nest::walk
