#include "walk/film.h"

#include <SDL2/SDL_surface.h>
#include <fmt/format.h>

#include <algorithm>

#include "core/base/overloaded.h"
#include "walk/eyes.h"

namespace nest::walk {
namespace {

constexpr int kCellPixels = 8;
/// A third of the screen each way: 341 x 256 of 1024 x 768.
constexpr int kFieldColumns = FlashMeter::kColumns / 3, kFieldRows = FlashMeter::kRows / 3;

FlashMeter::Cell cell_of(const SDL_Surface& picture, int column, int row) {
  FlashMeter::Cell out;
  float red = 0;
  const auto* bytes = static_cast<const unsigned char*>(picture.pixels);
  for (int y = row * kCellPixels; y < (row + 1) * kCellPixels; ++y) {
    const auto* line =
        reinterpret_cast<const std::uint32_t*>(bytes + std::ptrdiff_t{y} * picture.pitch);
    for (int x = column * kCellPixels; x < (column + 1) * kCellPixels; ++x) {
      const Light l = light(rgb(line[x] & 0xFFFFFFU));
      out.luminance += 0.2126F * l.r + 0.7152F * l.g + 0.0722F * l.b;
      const bool saturated = l.r > 0 && l.r >= 0.8F * (l.r + l.g + l.b);
      if (saturated) red += std::max(0.0F, 320 * (l.r - l.g - l.b));
    }
  }
  constexpr float kPixels = kCellPixels * kCellPixels;
  out.luminance /= kPixels;
  out.red = red / kPixels;
  return out;
}

}  // namespace

/// Whether more than three flashes lie within the last second. A flash is two turns.
bool FlashMeter::Track::follow(float value, float step, long now) {
  if (direction > 0 ? value > extreme : value < extreme) extreme = value;
  const bool turned = direction > 0 ? value <= extreme - step : value >= extreme + step;
  if (turned && std::min(value, extreme) < low) {
    direction = -direction;
    extreme = value;
    turns.push_back(now);
  }
  std::erase_if(turns, [now](long at) { return at <= now - kFramesPerSecond; });
  return turns.size() > 2 * kMostFlashes;
}

void FlashMeter::judge(std::span<const std::uint8_t> flashing, const char* what) {
  if (!fault_.empty()) return;
  for (int top = 0; top + kFieldRows <= kRows; ++top) {
    for (int left = 0; left + kFieldColumns <= kColumns; ++left) {
      int count = 0;
      for (int y = top; y < top + kFieldRows; ++y) {
        const auto line = flashing.subspan(static_cast<std::size_t>(y * kColumns + left),
                                           static_cast<std::size_t>(kFieldColumns));
        count += static_cast<int>(std::count(line.begin(), line.end(), std::uint8_t{1}));
      }
      if (count * 4 < kFieldColumns * kFieldRows) continue;
      fault_ = fmt::format("more than {} {} in the second before {:.1f} s", kMostFlashes, what,
                           static_cast<float>(now_) / kFramesPerSecond);
      return;
    }
  }
}

void FlashMeter::add(std::span<const Cell> cells) {
  constexpr float kLuminanceStep = 0.1F, kDark = 0.8F, kRedStep = 20;
  ++now_;
  if (light_.empty()) {
    light_.resize(cells.size());
    red_.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      light_[i].extreme = cells[i].luminance;
      light_[i].low = kDark;
      red_[i].extreme = cells[i].red;
      red_[i].low = 321;
    }
  }
  std::vector<std::uint8_t> light(cells.size()), red(cells.size());
  bool any = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    light[i] = light_[i].follow(cells[i].luminance, kLuminanceStep, now_);
    red[i] = red_[i].follow(cells[i].red, kRedStep, now_);
    any = any || light[i] != 0 || red[i] != 0;
  }
  if (!any) return;
  judge(light, "flashes");
  judge(red, "red flashes");
}

void FlashMeter::add(const SDL_Surface& picture) {
  std::vector<Cell> cells;
  cells.reserve(std::size_t{kColumns} * kRows);
  for (int row = 0; row < kRows; ++row) {
    for (int column = 0; column < kColumns; ++column) {
      cells.push_back(cell_of(picture, column, row));
    }
  }
  add(cells);
}

namespace {

std::optional<Colour> colour_of(const DrawOp& op) {
  return std::visit(Overloaded{[](const FillOp& o) { return std::optional(o.colour); },
                               [](const TextOp& o) { return std::optional(o.style.colour); },
                               [](const PictureOp&) { return std::optional<Colour>(); }},
                    op);
}

std::string without_colours(Frame frame) {
  for (auto& op : frame.ops) {
    if (auto* fill = std::get_if<FillOp>(&op)) fill->colour = {};
    if (auto* text = std::get_if<TextOp>(&op)) text->style.colour = {};
  }
  return frame.to_text();
}

}  // namespace

std::optional<std::string> States::add(const Frame& frame) {
  constexpr float kSeen = 3;
  const auto [known, fresh] = seen_.try_emplace(without_colours(frame), frame);
  if (fresh) return std::nullopt;
  float strongest = 1;
  bool differs = false;
  const Colour white = rgb(0xFFFFFF);
  for (std::size_t i = 0; i < frame.ops.size(); ++i) {
    const auto a = colour_of(frame.ops[i]);
    const auto b = colour_of(known->second.ops[i]);
    if (!a || !b || a == b) continue;
    differs = true;
    strongest = std::max(strongest, least_contrast(blended(*a, white), blended(*b, white)));
  }
  if (!differs || strongest >= kSeen) return std::nullopt;
  return fmt::format("two states differ in colour only, by {:.1f}:1", strongest);
}

}  // namespace nest::walk
