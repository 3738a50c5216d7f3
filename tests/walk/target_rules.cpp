// Where fingers go: how large, how far apart, and that nothing lies over it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "walk/rules.h"

namespace nest::walk {
namespace {

constexpr float kTolerance = 0.05F;  // mm: boxes are canvas units in float

/// What a child chooses among; all else are controls.
bool is_answer(const Target& target) {
  constexpr std::array<std::string_view, 11> kAnswers{"answer/",   "choice/",    "thing/", "topic/",
                                                      "activity/", "slot/",      "card/",  "again/",
                                                      "age/",      "favourite/", "idle/"};
  return std::any_of(kAnswers.begin(), kAnswers.end(),
                     [&](std::string_view prefix) { return target.id.rfind(prefix, 0) == 0; });
}

/// Between the nearest edges; negative if the boxes overlap.
float distance(const Rect& a, const Rect& b) {
  const float x = std::max(a.x - b.right(), b.x - a.right());
  const float y = std::max(a.y - b.bottom(), b.y - a.bottom());
  if (x > 0 && y > 0) return std::hypot(x, y);
  return std::max(x, y);
}

/// The op that paints the target's face; what was painted before lies below it.
std::size_t painted(const Frame& frame, const Target& target) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < frame.ops.size(); ++i) {
    if (std::holds_alternative<FillOp>(frame.ops[i]) &&
        inside(bounds(frame.ops[i]), target.box.grown(20))) {
      at = i;
    }
  }
  return at;
}

std::vector<const PictureOp*> seat_badges(const Frame& frame) {
  constexpr std::array<std::string_view, 4> kBadges{
      "library:badge-red-circle", "library:badge-blue-square", "library:badge-green-triangle",
      "library:badge-yellow-star"};
  std::vector<const PictureOp*> out;
  for (std::size_t i = first_seen(frame); i < frame.ops.size(); ++i) {
    const auto* picture = std::get_if<PictureOp>(&frame.ops[i]);
    if (picture == nullptr) continue;
    if (std::find(kBadges.begin(), kBadges.end(), picture->picture) != kBadges.end()) {
      out.push_back(picture);
    }
  }
  return out;
}

/// What a badge lies on and should not; empty if nothing.
std::string in_the_way(const DrawOp& op, const PictureOp& badge) {
  if (!bounds(op).grown(-4).overlaps(badge.box)) return {};
  if (const auto* text = std::get_if<TextOp>(&op)) return "\"" + text->text + "\"";
  if (const auto* picture = std::get_if<PictureOp>(&op)) {
    const bool other = picture->picture != badge.picture;
    const bool seat = other && picture->picture.rfind("library:badge-", 0) == 0;
    const bool mila = picture->picture.rfind("mila/", 0) == 0 &&
                      picture->picture.find("shadow") == std::string::npos;
    return seat || mila ? picture->picture : std::string();
  }
  const auto& fill = std::get<FillOp>(op);
  const bool own_disc = inside(badge.box, fill.box) && fill.box.w < badge.box.w * 1.5F;
  return fill.radius > 0 && fill.colour.a == 255 && !own_disc ? "a card, bubble or disc"
                                                              : std::string();
}

}  // namespace

// Answers at least 25 mm for the youngest and 20 mm else, other controls 20 mm and 15 mm.
void targets_are_large(const Look& look, const Complain& complain) {
  for (const auto& target : look.frame.targets) {
    const bool young = look.age == AgeBand::a;
    const float least = is_answer(target) ? (young ? 25.0F : 20.0F) : (young ? 20.0F : 15.0F);
    const float mm = std::min(target.box.w, target.box.h) * look.screen.mm_per_unit;
    if (mm + kTolerance < least) {
      complain(fmt::format("{} is {:.1f} mm, not {:.0f}", target.id, mm, least));
    }
    if (!inside(target.box, kCanvas)) complain(target.id + " leaves the screen");
  }
}

void targets_stand_apart(const Look& look, const Complain& complain) {
  constexpr float kGap = 5;  // mm
  const auto& targets = look.frame.targets;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    for (std::size_t j = i + 1; j < targets.size(); ++j) {
      const float mm = distance(targets[i].box, targets[j].box) * look.screen.mm_per_unit;
      if (mm + kTolerance >= kGap) continue;
      complain(
          mm < 0 ? fmt::format("{} and {} overlap by {:.1f} mm", targets[i].id, targets[j].id, -mm)
                 : fmt::format("{} and {} are {:.1f} mm apart", targets[i].id, targets[j].id, mm));
    }
  }
}

/// The badges of those who take turns lie on the meadow: on no target, card, words or Mila. They
/// differ in shape, and one stands out by its size: whose turn it is.
void seats_are_plain(const Look& look, const Complain& complain) {
  if (look.frame.screen == "badge") return;  // there they are what is chosen
  const auto badges = seat_badges(look.frame);
  std::set<std::string_view> shapes;
  float largest = 0;
  for (const auto* badge : badges) {
    shapes.insert(badge->picture);
    largest = std::max(largest, badge->box.w);
    if (!inside(badge->box, kCanvas)) complain(badge->picture + " leaves the screen");
    for (const auto& op : look.frame.ops) {
      const auto what = in_the_way(op, *badge);
      if (!what.empty()) complain(fmt::format("{} lies on {}", badge->picture, what));
    }
    for (const auto& target : look.frame.targets) {
      if (badge->box.overlaps(target.box)) {
        complain(fmt::format("{} lies on {}", badge->picture, target.id));
      }
    }
  }
  if (shapes.size() < badges.size()) complain("two seats have the same badge");
  const auto turns = std::count_if(badges.begin(), badges.end(), [&](const PictureOp* badge) {
    return badge->box.w > largest * 0.8F;
  });
  if (!badges.empty() && turns != 1) complain(fmt::format("{} seats stand out, not one", turns));
}

/// Cards, bubbles and Mila stand clear of what is touched: wholly on it, or not at all.
void nothing_covers_a_target(const Look& look, const Complain& complain) {
  constexpr float kPart = 0.02F;  // of the target's area; the box of a turned wing is generous
  for (std::size_t i = first_seen(look.frame); i < look.frame.ops.size(); ++i) {
    const auto& op = look.frame.ops[i];
    const auto* fill = std::get_if<FillOp>(&op);
    const auto* picture = std::get_if<PictureOp>(&op);
    const bool card = fill != nullptr && fill->colour.a == 255 && !fill->low && fill->radius > 0;
    const bool mila = picture != nullptr && picture->picture.rfind("mila/", 0) == 0;
    if (!card && !mila) continue;
    const Rect box = card ? fill->box : bounds(op);
    for (const auto& target : look.frame.targets) {
      // A card may lie on a larger one; a button never lies half on a bubble.
      if (card && i < painted(look.frame, target) && box.overlaps(target.box.grown(-4)) &&
          !inside(target.box.grown(-4), box) && !inside(box, target.box.grown(20))) {
        complain(target.id + " lies on the edge of a card or bubble");
      }
      if (i < painted(look.frame, target)) continue;
      if (inside(box, target.box.grown(20)) || inside(target.box, box.grown(20))) continue;
      const Rect common = clipped(box, target.box);
      if (common.empty() || common.w * common.h < kPart * target.box.w * target.box.h) continue;
      complain(fmt::format("{} is partly under {}", target.id,
                           card ? "a card or bubble" : picture->picture));
    }
  }
}

}  // namespace nest::walk
