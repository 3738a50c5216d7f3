#include "core/view/frame.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <numbers>

namespace nest {
namespace {

Rect picture_bounds(const PictureOp& op) {
  if (op.turn == 0) return op.box;
  const float angle = op.turn * std::numbers::pi_v<float> / 180.0F;
  const float c = std::abs(std::cos(angle));
  const float s = std::abs(std::sin(angle));
  return Rect::around(op.box.centre(), op.box.w * c + op.box.h * s, op.box.w * s + op.box.h * c);
}

std::string box_text(const Rect& box) {
  return fmt::format("{:.1f} {:.1f} {:.1f} {:.1f}", box.x, box.y, box.w, box.h);
}
std::string colour_text(Colour c) {
  return fmt::format("#{:02X}{:02X}{:02X}{:02X}", c.r, c.g, c.b, c.a);
}

struct OpText {
  std::string operator()(const FillOp& op) const {
    return fmt::format("fill {} r{:.1f} {}{}", box_text(op.box), op.radius, colour_text(op.colour),
                       op.low ? " to " + colour_text(*op.low) : "");
  }
  std::string operator()(const PictureOp& op) const {
    return fmt::format("picture {} {} turn {:.1f} opacity {:.2f}{}", op.picture, box_text(op.box),
                       op.turn, op.opacity, op.flip ? " flip" : "");
  }
  std::string operator()(const TextOp& op) const {
    return fmt::format("text {:.1f} {:.1f} w{:.1f} {:.1f}{} {} |{}|", op.at.x, op.at.y, op.width,
                       op.style.size, op.style.bold ? " bold" : "", colour_text(op.style.colour),
                       op.text);
  }
};

}  // namespace

Rect bounds(const DrawOp& op) {
  if (const auto* f = std::get_if<FillOp>(&op)) return f->box;
  if (const auto* p = std::get_if<PictureOp>(&op)) return picture_bounds(*p);
  const auto& t = std::get<TextOp>(op);
  // Andika stays inside its advance width but for the tail of a j, 0.093 of the size to the left.
  return Rect{t.at.x, t.at.y, t.width, t.style.size * kLineHeight}.grown(t.style.size * 0.1F);
}

void Frame::fill(const Rect& box, float radius, Colour colour) {
  if (!box.empty() && colour.a > 0) ops.emplace_back(FillOp{box, radius, colour, {}});
}

void Frame::shade(const Rect& box, Colour high, Colour low) {
  if (!box.empty()) ops.emplace_back(FillOp{box, 0, high, low});
}

void Frame::picture(std::string_view key, const Rect& box, float opacity, float turn, bool flip) {
  if (box.empty() || opacity <= 0) return;
  ops.emplace_back(PictureOp{std::string(key), box, turn, std::min(opacity, 1.0F), flip});
}

void Frame::line(std::string_view text, Point at, float width, const TextStyle& style) {
  if (!text.empty()) ops.emplace_back(TextOp{std::string(text), at, width, style});
}

void Frame::target(std::string_view id, const Rect& box, float slack, Carry carry) {
  targets.push_back(Target{std::string(id), box, slack, carry});
}

void Frame::change_at(Instant when) {
  next = next ? std::min(*next, when) : when;
}

std::string Frame::to_text() const {
  std::string out = fmt::format("screen {}\n", screen);
  for (const auto& op : ops) out += std::visit(OpText{}, op) + "\n";
  for (const auto& t : targets) {
    out += fmt::format("target {} {} slack {:.1f}\n", t.id, box_text(t.box), t.slack);
  }
  return out;
}

const Target* hit(const Frame& frame, Point at) {
  const Target* found = nullptr;
  for (const auto& t : frame.targets) {
    // A point inside a box beats one that only lies in a neighbour's slack.
    if (t.box.contains(at)) found = &t;
  }
  if (found != nullptr) return found;
  for (const auto& t : frame.targets) {
    if (t.box.grown(t.slack).contains(at)) found = &t;
  }
  return found;
}

}  // namespace nest
