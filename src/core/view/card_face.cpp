#include "core/view/card_face.h"

#include <algorithm>

namespace nest {
namespace {

constexpr float kEdge = 18;
constexpr std::size_t kMostLines = 3;
/// A picture that is smaller than this part of its card says nothing.
constexpr float kLeastPicture = 0.36F;

Rect square(Point middle, float side) {
  return Rect::around(middle, side, side);
}

CardFace alone(const Rect& face) {
  const float side = std::min(face.w, face.h) - 2 * kEdge - 10;
  return {square(face.centre(), side), {}, {}, false};
}

CardFace below(const Rect& face, Fitted text) {
  CardFace out;
  const float high = text.paragraph.height();
  const float side = std::min(face.w - 40, face.h - high - 40);
  const float spare = face.h - high - side;
  out.picture = square({face.centre().x, face.y + spare * 0.4F + side / 2}, side);
  out.words = {face.x + kEdge, face.bottom() - high - spare * 0.4F, face.w - 2 * kEdge, high};
  out.with_words = text.fits && side >= kLeastPicture * std::min(face.w, face.h);
  out.text = std::move(text);
  return out;
}

CardFace beside(const Rect& face, Fitted text, float side) {
  const float left = face.x + 2 * kEdge + side;
  return {square({face.x + kEdge + side / 2, face.centre().y}, side),
          {left, face.y, face.right() - kEdge - left, face.h},
          text,
          text.fits && text.paragraph.height() <= face.h - kEdge};
}

}  // namespace

CardFace card_face(const Rect& face, const std::string& text, const TextMeasure& measure,
                   const TextStyle& style, float least) {
  if (text.empty()) return alone(face);
  if (face.w > face.h * 1.3F) {
    const float side = std::min(face.h - 50, face.w * 0.42F);
    const float room = face.w - side - 3 * kEdge;
    auto out = beside(face, fit_text(text, measure, style, room, kMostLines, least), side);
    if (out.with_words) return out;
  }
  for (std::size_t lines = 1; lines <= kMostLines; ++lines) {
    auto fitted = fit_text(text, measure, style, face.w - 2 * kEdge, lines, least);
    if (!fitted.fits) continue;
    auto out = below(face, std::move(fitted));
    return out.with_words ? out : alone(face);
  }
  return alone(face);
}

CardFace word_face(const Rect& face, const std::string& text, const TextMeasure& measure,
                   const TextStyle& style, float least) {
  const Rect words = face.grown(-kEdge);
  return {{}, words, fit_text(text, measure, style, words.w, kMostLines, least), true};
}

}  // namespace nest
