// Turn mode: how many children play, and whose turn it is.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/activities/places.h"
#include "core/shell/screens.h"
#include "core/view/theme.h"

namespace nest {
namespace {

/// Seats differ in colour and in shape, as the picture cards' badges do.
constexpr std::array<const char*, kMostSeats> kSeatBadges{
    "library:badge-red-circle", "library:badge-blue-square", "library:badge-green-triangle",
    "library:badge-yellow-star"};

}  // namespace

void draw_seats_button(Frame& frame, const ScreenView& view, std::size_t seats) {
  disc_button(frame, "seats", Places(view.show).button(2), theme::kTeal,
              fmt::format("library:icon-seats-{}", seats), view.show.touch,
              view.show.screen.slack());
}

void draw_seats(Frame& frame, const ScreenView& view, std::size_t turn) {
  const auto seats = std::min(view.show.seats, kMostSeats);
  if (seats < 2 || frame.screen == "lesson") return;
  const Rect box = Places(view.show).seats();
  const auto others = static_cast<float>(seats - 1);
  const float large = std::min(box.h, box.w * 0.42F);
  const float small = std::min(box.h * 0.6F, (box.w - large) / others);
  float x = box.x + (box.w - large - small * others) / 2;
  for (std::size_t i = 0; i < seats; ++i) {
    const bool now = i == turn % seats;
    const float cell = now ? large : small;
    const Point at{x + cell / 2, box.centre().y};
    // A disc of its own: green and blue are lost on the meadow.
    const float disc = cell - 4;
    frame.fill(Rect::around(at, disc, disc), disc / 2, theme::kWhite);
    frame.picture(kSeatBadges.at(i), Rect::around(at, disc * 0.8F, disc * 0.8F));
    x += cell;
  }
}

}  // namespace nest
