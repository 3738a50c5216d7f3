#include "core/view/card_face.h"

#include <algorithm>

#include "core/view/widgets.h"

namespace nest {
namespace {

constexpr float kEdge = 18;
constexpr std::size_t kMostLines = 3;
/// A picture that is smaller than this part of its card says little, but makes room where it must.
constexpr float kLeastPicture = 0.36F;

Rect square(Point middle, float side) {
  return Rect::around(middle, side, side);
}

CardFace alone(const Rect& face) {
  const float side = std::min(face.w, face.h) - 2 * kEdge - 10;
  return {square(face.centre(), side), {}, {}, false};
}

CardFace below(const Rect& face, Fitted text, float edge, float least) {
  CardFace out;
  const float high = text.paragraph.height();
  const float side = std::min(face.w, face.h - high) - 2 * edge - 4;
  const float spare = face.h - high - side;
  out.picture = square({face.centre().x, face.y + spare * 0.4F + side / 2}, side);
  out.words = {face.x + edge, face.bottom() - high - spare * 0.4F, face.w - 2 * edge, high};
  out.with_words = text.fits && side >= least * std::min(face.w, face.h);
  out.text = std::move(text);
  return out;
}

CardFace beside(const Rect& face, Fitted text, float side, float edge) {
  const float left = face.x + 2 * edge + side;
  constexpr float kRounding = 4;  // a line is higher than its letters: corners do not touch them
  const bool fits = text.fits && text.paragraph.height() <= face.h - kRounding;
  return {square({face.x + edge + side / 2, face.centre().y}, side),
          {left, face.y, face.right() - edge - left, face.h},
          std::move(text),
          fits};
}

/// Where the words need more room than they usually get: in their smallest type beside or below a
/// smaller picture, whichever leaves the larger one.
CardFace tight(const Rect& face, const std::string& text, const TextMeasure& measure,
               const CardLettering& lettering) {
  constexpr float kRim = 21;
  constexpr std::size_t kLines = 4;
  const auto& style = lettering.style;
  const float least = lettering.least;
  const TextStyle smallest{least, style.bold, style.colour};
  const auto fitted = [&](float width) {
    return fit_text(text, measure, smallest, width, kLines, least);
  };
  const float shorter = std::min(face.w, face.h);
  auto best = below(face, fitted(face.w - 2 * kRim), kRim, lettering.least_picture);
  const float smallest_side = best.with_words ? best.picture.w : lettering.least_picture * shorter;
  for (float part = 0.8F; is_wide(face) && part * shorter >= smallest_side; part -= 0.04F) {
    const float side = part * shorter;
    auto out = beside(face, fitted(face.w - side - 3 * kRim), side, kRim);
    if (out.with_words) return out;
  }
  return best.with_words ? best : spoken_only(face);
}

std::vector<Rect> cells_in_rows(const Rect& field, std::size_t count, std::size_t rows,
                                float widest, const CardGrid& grid) {
  const std::size_t columns = (count + rows - 1) / rows;
  const auto c = static_cast<float>(columns);
  const auto r = static_cast<float>(rows);
  const float width = std::min(widest, (field.w - grid.gap * (c - 1)) / c);
  const float pitch = (field.h + grid.gap + grid.lift) / r;
  std::vector<Rect> cells;
  for (std::size_t first = 0; first < count; first += columns) {
    const std::size_t above = first / columns;
    const Rect line{field.x, field.y + static_cast<float>(above) * pitch, field.w,
                    pitch - grid.gap - grid.lift};
    const auto here = row(line, std::min(columns, count - first), width, grid.gap);
    cells.insert(cells.end(), here.begin(), here.end());
  }
  return cells;
}

}  // namespace

std::vector<Rect> card_cells(const Rect& field, std::size_t count, const CardGrid& grid,
                             const HoldsWords& holds) {
  constexpr std::size_t kMostRows = 3;
  auto usual = cells_in_rows(field, count, grid.rows, grid.widest, grid);
  if (count == 0 || holds(usual.front())) return usual;
  for (auto rows = grid.rows; rows <= std::min(kMostRows, count); ++rows) {
    auto wider = cells_in_rows(field, count, rows, grid.widest * 2, grid);
    if (wider.front().h >= grid.shortest && holds(wider.front())) return wider;
  }
  return usual;
}

CardFace card_face(const Rect& face, const std::string& text, const TextMeasure& measure,
                   const CardLettering& lettering) {
  if (text.empty()) return alone(face);
  const auto& [style, least, least_picture] = lettering;
  if (is_wide(face)) {
    const float side = std::min(face.h - 50, face.w * 0.42F);
    const float room = face.w - side - 3 * kEdge;
    auto out = beside(face, fit_text(text, measure, style, room, kMostLines, least), side, kEdge);
    if (out.with_words) return out;
  }
  for (std::size_t lines = 1; lines <= kMostLines; ++lines) {
    auto fitted = fit_text(text, measure, style, face.w - 2 * kEdge, lines, least);
    if (!fitted.fits) continue;
    auto out = below(face, std::move(fitted), kEdge, std::max(kLeastPicture, least_picture));
    if (out.with_words) return out;
    break;
  }
  return tight(face, text, measure, lettering);
}

CardFace spoken_only(const Rect& face) {
  constexpr float kSpeaker = 60;
  auto out = alone(face);
  out.speaker = {face.right() - kEdge - kSpeaker, face.bottom() - kEdge - kSpeaker, kSpeaker,
                 kSpeaker};
  return out;
}

void lay_alike(std::span<CardFace> faces, std::span<const Rect> cards) {
  const auto silent = [](const CardFace& face) { return !face.speaker.empty(); };
  if (std::any_of(faces.begin(), faces.end(), silent)) {
    for (std::size_t i = 0; i < faces.size(); ++i) {
      if (faces[i].with_words && !faces[i].picture.empty()) faces[i] = spoken_only(cards[i]);
    }
    return;
  }
  const auto stands = [](const CardFace& face) {
    return face.with_words && !face.picture.empty() && face.words.y >= face.picture.bottom();
  };
  float side = 0, words = 0, middle = 0;  // from the top of a card
  for (std::size_t i = 0; i < faces.size(); ++i) {
    if (!stands(faces[i])) continue;
    const auto& picture = faces[i].picture;
    side = side > 0 ? std::min(side, picture.w) : picture.w;
    const float top = faces[i].words.y - cards[i].y;
    if (words > 0 && top >= words) continue;
    words = top;
    middle = picture.centre().y - cards[i].y;
  }
  for (std::size_t i = 0; i < faces.size(); ++i) {
    if (!stands(faces[i])) continue;
    faces[i].picture = square({faces[i].picture.centre().x, cards[i].y + middle}, side);
    faces[i].words.y = cards[i].y + words;
  }
}

CardFace word_face(const Rect& face, const std::string& text, const TextMeasure& measure,
                   const CardLettering& lettering) {
  const Rect words = face.grown(-kEdge);
  return {{},
          words,
          fit_text(text, measure, lettering.style, words.w, kMostLines, lettering.least),
          true};
}

}  // namespace nest
