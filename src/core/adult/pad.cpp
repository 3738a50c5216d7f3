#include "core/adult/pad.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "core/view/theme.h"

namespace nest {
namespace {

constexpr std::size_t kKeyColumns = 3, kKeyRows = 4;
constexpr Colour kUnfilled = rgb(0xD4D0E8);

/// Typed digits lie in a row, and empty places up to `enough`.
void draw_dots(Frame& frame, const Rect& row, std::size_t typed, std::size_t enough) {
  constexpr float kSize = 30;
  const std::size_t count = std::max(typed, enough);
  const float pitch = std::min(row.w / static_cast<float>(count), kSize * 1.9F);
  const float left = row.centre().x - pitch * static_cast<float>(count) / 2;
  for (std::size_t i = 0; i < count; ++i) {
    const Point at{left + pitch * (static_cast<float>(i) + 0.5F), row.centre().y};
    frame.fill(Rect::around(at, kSize, kSize), kSize / 2, i < typed ? theme::kInk : kUnfilled);
  }
}

}  // namespace

void Pad::shuffle(Random& luck) {
  luck.shuffle(std::span<int>(order_));
}

bool Pad::tap(std::string_view target) {
  if (target == "delete") {
    if (!digits_.empty()) digits_.pop_back();
    return true;
  }
  const auto digit = behind(target, "digit/");
  if (!digit || digit->size() != 1) return false;
  if (digits_.size() < longest_) digits_ += *digit;
  return true;
}

std::string Pad::take() {
  std::string out = digits_;
  std::fill(digits_.begin(), digits_.end(), '0');
  digits_.clear();
  return out;
}

void Pad::draw(Frame& frame, const AdultView& view, const Rect& box, bool secret,
               std::size_t enough) const {
  const Sheet sheet(view.screen);
  const float shown = sheet.control;
  const Rect row{box.x, box.y, box.w, shown};
  frame.fill(row, 40, theme::kWhite);
  if (secret) {
    draw_dots(frame, row, digits_.size(), enough);
  } else {
    draw_text(frame, view, digits_, row, {sheet.type * 1.3F, true, theme::kInk}, Align::centre, 1);
  }
  const float above = shown + sheet.gap;
  const Rect keys{box.x, box.y + above, box.w, box.h - above};
  const auto cell = [&](std::size_t i) {
    return tile_of(keys, kKeyColumns, kKeyRows, sheet.gap, i);
  };
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const std::string digit = std::to_string(order_[i]);
    // The tenth stands in the middle of the last row.
    const auto place = i < 9 ? cell(i) : cell(10);
    const Rect face = card(frame, "adult/digit/" + digit, place, view.touch, sheet.slack);
    draw_text(frame, view, digit, face, {sheet.type * 1.5F, true, theme::kInk}, Align::centre, 1);
  }
  const Rect remove = card(frame, "adult/delete", cell(9), view.touch, sheet.slack);
  const float icon = std::min(remove.w, remove.h) * 0.8F;
  frame.picture("library:icon-delete", Rect::around(remove.centre(), icon, icon));
  if (digits_.size() < enough) return;
  draw_pill(frame, view, cell(11), {"ok", view.text("adult.ok")}, PillLook::main);
}

}  // namespace nest
