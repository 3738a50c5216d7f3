#include "core/activities/places.h"

#include <algorithm>

#include "core/view/theme.h"

namespace nest {
namespace {

/// Letters from this size on (em in canvas units) leave no height for a row of languages below the
/// field: 10.1" for all ages, 15.6" for the youngest.
constexpr float kLargeType = 66;
constexpr float kMilaWidth = 600, kMilaHeight = 800;  ///< rig units
constexpr float kTail = 66;                           ///< the bubble's tail, before the cards begin
constexpr float kBubbleSide = 34;                     ///< free at the bubble's sides
constexpr float kHeading = 80;                        ///< em of a heading
constexpr float kStarsHigh = 64;
constexpr float kFieldLeft = 490;   ///< beside a large Mila
constexpr float kSeatsLeast = 240;  ///< width for the badges of those who take turns
constexpr float kLowWayOn = 900;    ///< its middle, among controls that lie low
/// A language's name at that type size is no wider than this, in em, with its round ends.
constexpr float kPillEm = 4.05F, kRoomyPillEm = 4.7F;

}  // namespace

Places::Places(const Show& show) : show_(show) {
  const float type = show.screen.type(show.age);
  compact_ = type > kLargeType;
  edge_ = compact_ ? 20.0F : 30.0F;
  control_ = std::max(120.0F, show.screen.control(show.age));
  gap_ = std::max(20.0F, show.screen.gap());
  pill_width_ = std::max(250.0F, (compact_ ? kPillEm : kRoomyPillEm) * type);
  pill_height_ = std::max({92.0F, show.screen.control(show.age), 1.3F * type});
  lesson_button_ = std::max(124.0F, show.screen.units(25));
}

/// For left hands everything moves to the other side; what lies inside a region does not.
Rect Places::placed(Rect box) const {
  if (show_.reach.mirrored) box.x = kCanvasWidth - box.right();
  return box;
}

float Places::button_x(std::size_t index) const {
  return rim() + static_cast<float>(index) * (control_ + gap_);
}

/// As many as the buttons beside them leave room for.
std::size_t Places::languages_in_row(bool in_lesson) const {
  const bool low = show_.reach.controls_low;
  float from = kFieldLeft + control_ + gap_;  // Mila, the way on
  if (low) from = button_x(4);                // home, listen, hint, way on
  if (low && compact_ && show_.seats > 1) from += kSeatsLeast;
  if (in_lesson) from = button_x(1) + (in_bar() ? 0 : 3 * (lesson_button_ + gap_));
  const float room = std::max(0.0F, languages_x(0) - from);
  return std::clamp<std::size_t>(static_cast<std::size_t>(room / (pill_width_ + gap_)), 1,
                                 std::max<std::size_t>(show_.languages.size(), 1));
}

/// Those that lie in a column with Mila, since cards need the height of another row.
std::size_t Places::languages_beside() const {
  if (!compact_) return 0;
  const auto count = show_.languages.size();
  return show_.reach.controls_low ? count - std::min(count, languages_in_row(false)) : count;
}

float Places::beside_high() const {
  return static_cast<float>(languages_beside()) * (pill_height_ + gap_);
}

/// Elsewhere what has no room in a row begins another one.
float Places::languages_high(bool in_lesson) const {
  const auto columns = languages_in_row(in_lesson);
  const auto count = show_.languages.size() - (in_lesson ? 0 : languages_beside());
  const std::size_t rows = std::max<std::size_t>((count + columns - 1) / columns, 1);
  return static_cast<float>(rows) * (pill_height_ + gap_) - gap_;
}

/// Where a row of so many begins.
float Places::languages_x(std::size_t in_row) const {
  const float right = kCanvasWidth - (compact_ ? 24.0F : 70.0F) + gap_;
  return right - static_cast<float>(in_row) * (pill_width_ + gap_);
}

/// Its middle, before the languages.
float Places::way_on(float usual) const {
  return std::min(usual, languages_x(languages_in_row(false)) - gap_ - control_ / 2);
}

/// Where the languages lie, and the buttons if they lie low.
Rect Places::bottom_row() const {
  const float pills = languages_high(false);
  const float high = show_.reach.controls_low ? std::max(control_, pills) : pills;
  return {0, kCanvasHeight - 24 - high, kCanvasWidth, high};
}

Rect Places::button(std::size_t index) const {
  const float top = show_.reach.controls_low ? bottom_row().bottom() - control_ : edge_;
  return placed({button_x(index), top, control_, control_});
}

/// Below Mila; above her if the controls lie low; between the buttons and the way on if there is no
/// room at the top either.
Rect Places::seats() const {
  constexpr float kWide = 300, kHigh = 124;
  const bool low = show_.reach.controls_low;
  if (compact_ && low) {
    const Rect row = bottom_row();
    const float left = button_x(3);
    const float high = std::min(kHigh, row.h);
    return placed({left, row.bottom() - (control_ + high) / 2,
                   std::min(kWide, way_on(kLowWayOn) - control_ / 2 - gap_ - left), high});
  }
  return placed(
      {rim(), low ? edge_ : kCanvasHeight - 24 - kHigh, compact_ ? pill_width_ : kWide, kHigh});
}

Rect Places::language(std::size_t index, bool in_lesson) const {
  const bool low = show_.reach.controls_low;
  const auto beside = in_lesson ? 0 : languages_beside();
  if (const auto first = show_.languages.size() - beside; index >= first) {
    const float from = low ? bottom_row().y - beside_high() : edge_ + control_ + gap_;
    const auto down = static_cast<float>(index - first) * (pill_height_ + gap_);
    return placed({rim(), from + down, pill_width_, pill_height_});
  }
  const auto columns = languages_in_row(in_lesson);
  const std::size_t line = index / columns;
  const auto in_row = std::min(columns, show_.languages.size() - beside - line * columns);
  const auto down = static_cast<float>(line) * (pill_height_ + gap_);
  const float top = in_lesson && !low ? edge_ : bottom_row().bottom() - languages_high(in_lesson);
  const auto across = static_cast<float>(index % columns) * (pill_width_ + gap_);
  return placed({languages_x(in_row) + across, top + down, pill_width_, pill_height_});
}

Lettering Places::lettering(const std::vector<const std::string*>& texts, float usual, bool bold,
                            float width) const {
  Lettering out;
  out.least = show_.screen.type(show_.age);
  if (compact_) out.lines = 1;  // the cards need the height
  out.style = {show_.screen.type(show_.age, usual), bold, theme::kInk};
  for (const auto* text : texts) {
    out.lines = std::max(out.lines,
                         line_count(*text, *show_.measure, {out.least, bold, theme::kInk}, width));
  }
  if (out.lines > 2) out.style.size = out.least;
  return out;
}

/// As wide as there is room, without its height.
Rect Places::bubble_place(const Plan& plan) const {
  const bool low = show_.reach.controls_low;
  const float stars = plan.stars && low ? kStarsHigh + 20 : 0;
  if (compact_ && low) return {24, edge_ + stars, kCanvasWidth - 48, 0};
  if (plan.large_mila && !compact_) return {468, low ? edge_ + stars : edge_ + control_, 1364, 0};
  float left = low ? 380.0F : button_x(plan.buttons);
  if (compact_) left = std::max(left, rim() + pill_width_ + gap_);  // the languages lie beside it
  return {left, compact_ ? edge_ : 24.0F, kCanvasWidth - left - (compact_ ? 24.0F : 40.0F), 0};
}

Rect Places::field_place(const Plan& plan, const Rect& bubble) const {
  const bool low = show_.reach.controls_low;
  const float row = bottom_row().y - std::max(plan.large_mila ? 54.0F : 30.0F, gap_);
  if (!compact_) {
    const float top = bubble.bottom() + (plan.large_mila ? kTail : 36.0F);
    return plan.large_mila ? Rect{kFieldLeft, top, 1360, row - top}
                           : Rect{350, top, kCanvasWidth - 350 - 36, row - top};
  }
  const float left = rim() + pill_width_ + gap_;
  const float top =
      low ? bubble.bottom() + 28 : std::max(bubble.bottom() + 28, edge_ + control_ + gap_);
  float bottom = low ? row : kCanvasHeight - edge_;
  if (plan.stars && !low) bottom -= control_ + gap_;
  return {left, top, kCanvasWidth - left - 12, bottom - top};
}

/// On the meadow at the left, as large as there is room.
Stand Places::mila_place(const Plan& plan, const Rect& bubble) const {
  const bool low = show_.reach.controls_low;
  Stand out{plan.large_mila ? Point{256, 964} : Point{190, 1016}, plan.large_mila ? 0.84F : 0.64F,
            0, 1, true};
  const float ground = show_.seats > 1 ? seats().y : kCanvasHeight;
  out.at.y = std::min(out.at.y, low ? bottom_row().y - 12 : ground);
  if (compact_) {
    const float above = low ? bubble.bottom() + 60 : edge_ + control_ + gap_ + beside_high();
    const float foot =
        low ? bottom_row().y - 12 - beside_high() : std::min(ground, kCanvasHeight - 24);
    out.at = {rim() + pill_width_ / 2, foot};
    out.scale = std::min(pill_width_ / kMilaWidth, (foot - above) / kMilaHeight);
  }
  if (show_.reach.mirrored) {
    out.at.x = kCanvasWidth - out.at.x;
    out.flip = !out.flip;
  }
  return out;
}

Laid Places::lay(const Plan& plan, const std::vector<const std::string*>& texts,
                 bool with_picture) const {
  const float usual = plan.large_mila ? 62.0F : 56.0F;
  const float rim = compact_ ? 14.0F : (plan.large_mila ? 30.0F : 18.0F);
  Laid out;
  Rect bubble = bubble_place(plan);
  const float least = plan.large_mila && !compact_ ? 234.0F : control_ + (compact_ ? 0.0F : 12.0F);
  const float side = with_picture ? least - 30 : 0;
  const float width = bubble.w - 2 * kBubbleSide - side;
  out.lettering = lettering(texts, usual, true, width);
  const float heading = plan.heading ? show_.screen.type(show_.age, kHeading) * kLineHeight : 0;
  bubble.h = std::max(heading + out.lettering.height() + 2 * rim, least);
  const Rect field = field_place(plan, bubble);
  out.bubble = placed(bubble);
  out.heading = {out.bubble.x + kBubbleSide + side, bubble.y + rim, width, heading};
  out.words = {out.heading.x, out.heading.bottom(), width, bubble.h - heading - 2 * rim};
  if (with_picture) {
    out.picture = Rect{out.bubble.x + 30, bubble.y + (bubble.h - side) / 2, side, side};
  }
  out.field = placed(field);
  out.mila = mila_place(plan, bubble);
  if (plan.stars) lay_progress(out, field);
  return out;
}

/// Stars in the top row and the way on below the field, or both below it.
void Places::lay_progress(Laid& out, const Rect& field) const {
  const bool low = show_.reach.controls_low;
  const Rect row = compact_ && !low
                       ? Rect{field.x, kCanvasHeight - edge_ - control_, field.w, control_}
                       : bottom_row();
  const float middle =
      low ? way_on(kLowWayOn) : (compact_ ? row.x + control_ : way_on(field.x + field.w / 2 - 160));
  out.way_on = placed({middle - control_ / 2, row.y + (row.h - control_) / 2, control_, control_});
  const float left = button_x(3);
  out.stars = low        ? Rect{left, edge_, kCanvasWidth - left - 60, kStarsHigh}
              : compact_ ? Rect{row.x + row.w / 2, row.y, row.w / 2, row.h}
                         : Rect{left, edge_, kCanvasWidth - left - 90, control_};
  out.stars = placed(out.stars);
}

/// Buttons at the ends of the bar, or in the row of home and languages where the bar needs its
/// width.
Caption Places::caption(const std::vector<const std::string*>& texts) const {
  constexpr float kRim = 12;
  const bool low = show_.reach.controls_low;
  const float side = lesson_button_;
  const bool inside = in_bar();
  const float before = inside ? 16 + 2 * side + gap_ + 36 : 40;
  const float after = inside ? 16 + side + 36 : 40;
  const float width = kCanvasWidth - 48 - before - after;
  Caption out;
  out.lettering = lettering(texts, 52, false, width);
  const float high =
      std::max(out.lettering.height() + 2 * kRim, inside ? std::max(side + 24, 168.0F) : 0.0F);
  const float row = bottom_row().bottom() - side;
  const float controls = std::max(side, languages_high(true));
  const float bottom = low ? bottom_row().bottom() - controls - gap_ : kCanvasHeight - 16;
  out.bar = {24, bottom - high, kCanvasWidth - 48, high};
  const float x = inside ? out.bar.x + 16 : button_x(1);
  const float y = inside ? out.bar.y + (high - side) / 2 : low ? row : edge_;
  const Rect first{x, y, side, side};
  const Rect last{inside ? out.bar.right() - 16 - side : x + 2 * (side + gap_), y, side, side};
  const float above =
      low ? 0 : edge_ + std::max({control_, languages_high(true), inside ? 0 : side});
  out.free = {0, above + gap_, kCanvasWidth, out.bar.y - above - 2 * gap_};
  out.words = placed({out.bar.x + before, out.bar.y + kRim, width, high - 2 * kRim});
  out.pause = placed(first);
  out.replay = placed(first.moved({side + gap_, 0}));
  out.skip = placed(last);
  return out;
}

}  // namespace nest
