// What stands out from its ground for everybody: text 7:1, marks that carry meaning 3:1, and no
// difference that is one of colour alone. Sources: product figures; WCAG 2.2, 1.4.1 and 1.4.6.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "walk/eyes.h"
#include "walk/rules.h"

namespace nest::walk {
namespace {

constexpr float kText = 7;
constexpr float kMark = 3;

/// The colours that flat fills leave under `box`, before op `upto`; nothing if a picture or a shade
/// decides, and then pixels must tell.
std::optional<std::vector<Colour>> flat_ground(const Frame& frame, std::size_t upto,
                                               const Rect& box) {
  std::vector<Colour> grounds;
  bool known = false;
  for (std::size_t i = 0; i < upto; ++i) {
    if (!bounds(frame.ops[i]).overlaps(box)) continue;
    const auto* fill = std::get_if<FillOp>(&frame.ops[i]);
    if (fill == nullptr || fill->low) {
      // A line of text between is not a ground.
      if (!std::holds_alternative<TextOp>(frame.ops[i])) known = false;
      continue;
    }
    const bool whole = inside(box, fill->box);
    if (whole && fill->colour.a == 255) {
      grounds = {fill->colour};
      known = true;
      continue;
    }
    const auto before = grounds;
    if (whole) grounds.clear();
    for (const auto& ground : before) grounds.push_back(blended(fill->colour, ground));
  }
  if (!known) return std::nullopt;
  return grounds;
}

/// What is painted over the line afterwards, as a veil on ink and ground alike.
Colour veiled(const Frame& frame, std::size_t op, const Rect& box, Colour colour) {
  for (std::size_t i = op + 1; i < frame.ops.size(); ++i) {
    const auto* fill = std::get_if<FillOp>(&frame.ops[i]);
    if (fill != nullptr && fill->box.overlaps(box)) colour = blended(fill->colour, colour);
  }
  return colour;
}

void judge_text(const Look& look, std::size_t op, const TextOp& text, const Complain& complain) {
  const Rect ink = ink_box(text);
  auto grounds = flat_ground(look.frame, op, ink);
  if (!grounds) grounds = look.ground.under(look.frame, op, clipped(ink, kCanvas));
  for (const auto eyes : kEyes) {
    for (const auto& ground : *grounds) {
      const Colour behind = veiled(look.frame, op, ink, ground);
      const Colour letters = veiled(look.frame, op, ink, blended(text.style.colour, ground));
      const float found = contrast(letters, behind, eyes);
      if (found + 0.005F >= kText) continue;
      return complain(
          fmt::format("\"{}\" has {:.1f}:1 with {}, not 7:1", text.text, found, name(eyes)));
    }
  }
}

bool is_mark(const PictureOp& picture) {
  for (const auto* prefix : {"library:icon-", "library:badge-", "library:star"}) {
    if (picture.picture.rfind(prefix, 0) == 0) return true;
  }
  return false;
}

/// Whether the shape can be seen: two of the colours that make up mark and ground, each with a part
/// of it that an eye finds, differ enough.
bool shows(const std::vector<Ground::Share>& colours, Eyes eyes) {
  constexpr float kFound = 0.04F;
  for (const auto& a : colours) {
    for (const auto& b : colours) {
      if (a.share < kFound || b.share < kFound) continue;
      if (contrast(a.colour, b.colour, eyes) >= kMark) return true;
    }
  }
  return false;
}

}  // namespace

void text_stands_out(const Look& look, const Complain& complain) {
  for (std::size_t i = first_seen(look.frame); i < look.frame.ops.size(); ++i) {
    const auto* text = std::get_if<TextOp>(&look.frame.ops[i]);
    if (text != nullptr && text->style.colour.a > 0) judge_text(look, i, *text, complain);
  }
}

void marks_stand_out(const Look& look, const Complain& complain) {
  for (std::size_t i = first_seen(look.frame); i < look.frame.ops.size(); ++i) {
    const auto* mark = std::get_if<PictureOp>(&look.frame.ops[i]);
    if (mark == nullptr || !is_mark(*mark)) continue;
    const Rect middle = Rect::around(mark->box.centre(), mark->box.w / 4, mark->box.h / 4);
    auto grounds = flat_ground(look.frame, i, middle);
    if (!grounds) grounds = look.ground.under(look.frame, i, middle);
    for (const auto eyes : kEyes) {
      for (const auto& ground : *grounds) {
        if (shows(look.ground.colours(mark->picture, ground), eyes)) continue;
        return complain(fmt::format("{} is not seen with {}", mark->picture, name(eyes)));
      }
    }
  }
}

namespace {

/// The faces and marks of a target, laid at the origin; pictures and words of content are not
/// compared.
std::vector<DrawOp> looks_of(const Frame& frame, const Target& target) {
  std::vector<DrawOp> out;
  const Rect around = target.box.grown(40);
  for (const auto& op : frame.ops) {
    if (!inside(bounds(op), around)) continue;
    if (const auto* fill = std::get_if<FillOp>(&op)) {
      auto moved = *fill;
      moved.box = fill->box.moved(Point{} - Point{target.box.x, target.box.y});
      out.emplace_back(moved);
    } else if (const auto* picture = std::get_if<PictureOp>(&op)) {
      if (is_mark(*picture)) out.emplace_back(PictureOp{picture->picture, {}, 0, 1, false});
    }
  }
  return out;
}

bool same_place(const Rect& a, const Rect& b) {
  return inside(a, b) && inside(b, a);
}

/// The weakest difference of two looks that differ in colours only; nothing if shapes differ too.
std::optional<float> colour_difference(const std::vector<DrawOp>& a, const std::vector<DrawOp>& b) {
  std::optional<float> strongest;
  if (a.size() != b.size()) return std::nullopt;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    const auto* x = std::get_if<FillOp>(&a[i]);
    const auto* y = std::get_if<FillOp>(&b[i]);
    if (x == nullptr || y == nullptr || !same_place(x->box, y->box)) return std::nullopt;
    if (x->colour == y->colour) continue;
    const Colour white = rgb(0xFFFFFF);
    const float found = least_contrast(blended(x->colour, white), blended(y->colour, white));
    strongest = std::max(strongest.value_or(1), found);
  }
  return strongest;
}

std::string_view kind(const Target& target) {
  return std::string_view(target.id).substr(0, target.id.find('/'));
}

}  // namespace

/// Targets of one kind, such as two answers, that differ in colour differ in shape or badge too, or
/// so much in lightness that everybody sees it (3:1: WCAG technique G183).
void twins_differ_by_shape(const Look& look, const Complain& complain) {
  const auto& targets = look.frame.targets;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    for (std::size_t j = i + 1; j < targets.size(); ++j) {
      if (kind(targets[i]) != kind(targets[j])) continue;
      const auto found =
          colour_difference(looks_of(look.frame, targets[i]), looks_of(look.frame, targets[j]));
      if (!found || *found >= kMark) continue;
      complain(fmt::format("{} and {} differ in colour only, by {:.1f}:1", targets[i].id,
                           targets[j].id, *found));
    }
  }
}

}  // namespace nest::walk
