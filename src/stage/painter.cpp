#include "stage/painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/base/overloaded.h"
#include "core/view/damage.h"

namespace nest::stage {
namespace {

constexpr std::size_t kMostBoxes = 8;

int radius_px(const FillOp& op, const PxRect& at, float scale) {
  const int wanted = static_cast<int>(std::lround(op.radius * scale));
  return std::max(0, std::min({wanted, at.w / 2, at.h / 2}));
}

std::int64_t area(const PxRect& box) {
  return std::int64_t{box.w} * box.h;
}

/// The larger of the two boxes that a round one fills to their corners, within `box`.
PxRect filled(const PxRect& at, int radius, const PxRect& box) {
  const PxRect tall = clipped({at.x + radius, at.y, at.w - 2 * radius, at.h}, box);
  const PxRect broad = clipped({at.x, at.y + radius, at.w, at.h - 2 * radius}, box);
  return area(tall) > area(broad) ? tall : broad;
}

/// What is left of `box` around `hole`, which lies in it.
std::array<PxRect, 4> around(const PxRect& hole, const PxRect& box) {
  return {{{box.x, box.y, box.w, hole.y - box.y},
           {box.x, hole.bottom(), box.w, box.bottom() - hole.bottom()},
           {box.x, hole.y, hole.x - box.x, hole.h},
           {hole.right(), hole.y, box.right() - hole.right(), hole.h}}};
}

float opacity_of(const DrawOp& op) {
  if (const auto* picture = std::get_if<PictureOp>(&op)) return picture->opacity;
  if (const auto* text = std::get_if<TextOp>(&op)) {
    return static_cast<float>(text->style.colour.a) / 255.0F;
  }
  return 1;
}

}  // namespace

Painter::Painter(Canvas& canvas, Sprites& sprites, Images& images)
    : canvas_(canvas), sprites_(sprites), images_(images), viewport_(canvas.size()) {}

void Painter::refresh() {
  viewport_ = Viewport(canvas_.size());
  whole_ = true;
}

bool Painter::paint(const Frame& frame) {
  Frame snapped;
  snapped.next = frame.next;
  snapped.soon = frame.soon;
  snapped.ops.reserve(frame.ops.size());
  for (const auto& op : frame.ops) snapped.ops.push_back(viewport_.snap(op));
  return paint_snapped(std::move(snapped), false);
}

void Painter::settle() {
  do {
    paint_snapped(shown_, true);
  } while (images_.wait());
}

bool Painter::paint_snapped(Frame frame, bool exact) {
  const auto ready = sprites_.collect();
  painted_ = damaged(frame, ready);
  const bool asks = exact || sprites_.rough() || frame.soon != shown_.soon;
  if (painted_.empty() && !asks) return false;
  const auto all = pieces(frame, exact);
  const std::size_t shown = paint_boxes(all);
  if (whole_) {
    for (const auto& bar : viewport_.bars()) {
      canvas_.begin(bar);
      canvas_.fill(bar, kBarColour);
      painted_.push_back(bar);
    }
  }
  whole_ = false;
  shown_ = std::move(frame);
  if (!painted_.empty()) canvas_.end(std::span(painted_).subspan(shown));
  if (!exact) make_ahead(shown_);
  sprites_.end_round();
  return !painted_.empty();
}

/// Much to paint takes some milliseconds: then the small boxes come first, among them what the
/// finger has just touched, and are shown at once. How many were.
std::size_t Painter::paint_boxes(std::span<const Piece> pieces) {
  std::sort(painted_.begin(), painted_.end(),
            [](const PxRect& a, const PxRect& b) { return area(a) < area(b); });
  std::int64_t all = 0;
  for (const auto& box : painted_) all += area(box);
  const bool much = all > area(viewport_.stage()) / 8;
  for (const auto& box : painted_) {
    repaint(box, pieces);
    if (much) canvas_.hurry(box);
  }
  return much ? painted_.size() : 0;
}

std::vector<PxRect> Painter::damaged(const Frame& frame, const std::set<std::string>& ready) const {
  if (whole_) return {viewport_.stage()};
  auto boxes = damage(shown_, frame, kMostBoxes);
  if (!ready.empty()) {
    for (const auto& op : frame.ops) {
      const auto* picture = std::get_if<PictureOp>(&op);
      if (picture != nullptr && ready.contains(picture->picture)) boxes.push_back(bounds(op));
    }
    join_boxes(boxes, kMostBoxes);
  }
  std::vector<PxRect> px;
  for (const auto& box : boxes) px.push_back(viewport_.cover(box));
  std::erase_if(px, [](const PxRect& box) { return box.empty(); });
  return px;
}

/// A picture that had this size in the frame before, too, is worth its own raster.
bool Painter::steady(const PictureOp& op) const {
  const PxRect px = viewport_.picture_box(op.box);
  return std::any_of(shown_.ops.begin(), shown_.ops.end(), [&](const DrawOp& before) {
    const auto* picture = std::get_if<PictureOp>(&before);
    if (picture == nullptr || picture->picture != op.picture) return false;
    const PxRect at = viewport_.picture_box(picture->box);
    return at.w == px.w && at.h == px.h;
  });
}

std::vector<Painter::Piece> Painter::pieces(const Frame& frame, bool exact) {
  sprites_.begin_round();
  std::vector<Piece> all;
  all.reserve(frame.ops.size());
  for (const auto& op : frame.ops) all.push_back(piece(op, exact || !frame.next));
  return all;
}

/// After the picture is on the screen, so that nobody waits for it.
void Painter::make_ahead(const Frame& frame) {
  for (const auto& op : frame.soon) {
    if (const auto* text = std::get_if<TextOp>(&op)) piece(*text, false);
    const auto* picture = std::get_if<PictureOp>(&op);
    if (picture == nullptr) continue;
    const PxRect px = viewport_.picture_box(picture->box);
    if (!px.empty()) sprites_.prefetch({picture->picture, {px.w, px.h}});
  }
}

Painter::Piece Painter::piece(const DrawOp& op, bool exact) {
  Piece made{&op, viewport_.cover(bounds(op)), nullptr, {}};
  std::visit(Overloaded{[&](const FillOp& fill) { made.at = viewport_.fill_box(fill.box); },
                        [&](const PictureOp& picture) {
                          made.at = viewport_.picture_box(picture.box);
                          const PxSize box{made.at.w, made.at.h};
                          if (box.empty()) return;
                          made.sprite =
                              sprites_.picture({picture.picture, box, picture.turn, picture.flip},
                                               exact || steady(picture));
                        },
                        [&](const TextOp& text) {
                          made.at = viewport_.pixel(text.at);
                          made.sprite =
                              sprites_.line(text.text, text.style.size * viewport_.scale(),
                                            text.style.bold, text.style.colour);
                        }},
             op);
  if (made.sprite != nullptr) {
    made.at = {made.at.x + made.sprite->left(), made.at.y + made.sprite->top(),
               made.sprite->size().w, made.sprite->size().h};
  }
  return made;
}

/// The part of `box` that nothing shines through where this piece lies.
PxRect Painter::hidden_by(const Piece& piece, const PxRect& box) const {
  if (opacity_of(*piece.op) < 1) return {};
  const auto* fill = std::get_if<FillOp>(piece.op);
  if (fill == nullptr) {
    return piece.sprite != nullptr && piece.sprite->opaque() ? clipped(piece.at, box) : PxRect{};
  }
  if (fill->colour.a != 255) return {};
  return filled(piece.at, radius_px(*fill, piece.at, viewport_.scale()), box);
}

/// Nothing below a piece that hides the box needs painting; a box of which a piece hides much is
/// painted in parts.
void Painter::repaint(const PxRect& box, std::span<const Piece> pieces) {
  if (box.empty()) return;
  constexpr std::int64_t kWorthIt = 128 * 128;
  std::size_t first = pieces.size();
  PxRect hidden;
  while (first > 0 && hidden.empty()) {
    hidden = hidden_by(pieces[--first], box);
    if (hidden != box && area(hidden) < std::max(kWorthIt, area(box) / 8)) hidden = {};
  }
  if (!hidden.empty() && hidden != box) {
    for (const auto& rest : around(hidden, box)) repaint(rest, pieces);
    return repaint(hidden, pieces);
  }
  canvas_.begin(box);
  if (hidden.empty()) canvas_.fill(box, kBarColour);
  for (; first < pieces.size(); ++first) lay(pieces[first], box);
}

void Painter::lay(const Piece& piece, const PxRect& box) {
  if (!piece.cover.overlaps(box)) return;
  if (const auto* fill = std::get_if<FillOp>(piece.op)) {
    return fill->low ? fill_shade(*fill, piece.at, box) : fill_round(*fill, piece.at);
  }
  if (piece.sprite == nullptr || piece.sprite->empty()) return;
  canvas_.blit(piece.sprite, piece.at.x, piece.at.y, opacity_of(*piece.op));
}

/// Row by row; rows of one colour together.
void Painter::fill_shade(const FillOp& op, const PxRect& at, const PxRect& box) {
  const int end = std::min(at.bottom(), box.bottom());
  const auto colour_of = [&](int y) {
    return mixed(op.colour, *op.low,
                 (static_cast<float>(y - at.y) + 0.5F) / static_cast<float>(at.h));
  };
  for (int y = std::max(at.y, box.y); y < end;) {
    const Colour colour = colour_of(y);
    const int from = y++;
    while (y < end && colour_of(y) == colour) ++y;
    canvas_.fill({at.x, from, at.w, y - from}, colour);
  }
}

void Painter::fill_round(const FillOp& op, const PxRect& at) {
  const int r = radius_px(op, at, viewport_.scale());
  if (r == 0) return canvas_.fill(at, op.colour);
  canvas_.fill({at.x + r, at.y, at.w - 2 * r, at.h}, op.colour);
  canvas_.fill({at.x, at.y + r, r, at.h - 2 * r}, op.colour);
  canvas_.fill({at.right() - r, at.y + r, r, at.h - 2 * r}, op.colour);
  const float opacity = static_cast<float>(op.colour.a) / 255.0F;
  for (const unsigned corner : {0U, 1U, 2U, 3U}) {
    canvas_.blit(sprites_.corner(r, op.colour, corner), (corner & 1U) != 0 ? at.right() - r : at.x,
                 (corner & 2U) != 0 ? at.bottom() - r : at.y, opacity);
  }
}

}  // namespace nest::stage
