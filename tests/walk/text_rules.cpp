// What is read: that it fits, is large enough, has its letters and is in the right language.
#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "core/base/utf8.h"
#include "walk/pseudo.h"
#include "walk/rules.h"

namespace nest::walk {
namespace {

struct Line {
  const TextOp* text;
  std::size_t op;
};

std::vector<Line> lines_of(const Frame& frame) {
  std::vector<Line> out;
  for (std::size_t i = first_seen(frame); i < frame.ops.size(); ++i) {
    if (const auto* text = std::get_if<TextOp>(&frame.ops[i])) out.push_back({text, i});
  }
  return out;
}

/// The card, bubble or button that a line was put on: the last opaque face under its middle.
Rect face_of(const Frame& frame, const Line& line) {
  Rect face = kCanvas;
  for (std::size_t i = 0; i < line.op; ++i) {
    const auto* fill = std::get_if<FillOp>(&frame.ops[i]);
    if (fill == nullptr || fill->radius <= 0 || fill->colour.a < 200) continue;
    // A patch under a spoken word is no face.
    const bool patch = fill->box.h < line.text->style.size * kLineHeight + 20;
    const bool pill = fill->radius * 2 >= fill->box.h - 1;
    if (patch && !pill) continue;
    if (fill->box.contains(ink_box(*line.text).centre())) face = fill->box;
  }
  return face;
}

/// Where every language has its turn: its own button, the attract screen, the one for staff.
bool names_a_language(const Frame& frame, const Line& line) {
  if (frame.screen == "attract" || frame.screen == "trouble") return true;
  const auto* button = hit(frame, ink_box(*line.text).centre());
  return button != nullptr && button->id.rfind("language/", 0) == 0;
}

std::string quoted(const TextOp& text) {
  return "\"" + text.text + "\"";
}

/// The words that lie on the box, as they stood before they were broken into lines.
std::string words_on(const Frame& frame, const Rect& box) {
  std::string out;
  for (const auto& line : lines_of(frame)) {
    if (!box.contains(ink_box(*line.text).centre())) continue;
    out += (out.empty() ? "" : " ") + line.text->text;
  }
  return out;
}

/// The card that a picture was laid on.
Rect card_of(const Frame& frame, std::size_t picture) {
  Rect card;
  for (std::size_t i = 0; i < picture; ++i) {
    const auto* fill = std::get_if<FillOp>(&frame.ops[i]);
    const bool face = fill != nullptr && fill->radius > 0 && fill->colour.a == 255;
    if (face && inside(bounds(frame.ops[picture]), fill->box)) card = fill->box;
  }
  return card;
}

}  // namespace

void text_stays_inside(const Look& look, const Complain& complain) {
  for (const auto& line : lines_of(look.frame)) {
    const Rect face = face_of(look.frame, line);
    const Rect ink = ink_box(*line.text);
    if (inside(ink, face)) continue;
    complain(fmt::format("{} leaves its {} by {:.0f} x {:.0f} units", quoted(*line.text),
                         face == kCanvas ? "screen" : "card",
                         std::max({0.0F, face.x - ink.x, ink.right() - face.right()}),
                         std::max({0.0F, face.y - ink.y, ink.bottom() - face.bottom()})));
  }
}

/// Lines lie neither on each other, nor on a target's edge, nor under a picture or a mark.
void text_covers_nothing(const Look& look, const Complain& complain) {
  const auto lines = lines_of(look.frame);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Rect ink = ink_box(*lines[i].text);
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      const Rect other = ink_box(*lines[j].text);
      // A paragraph's own lines may touch with their boxes, never with their letters.
      if (!ink.overlaps(other) || clipped(ink, other).h < lines[i].text->style.size * 0.1F)
        continue;
      complain(fmt::format("{} lies on {}", quoted(*lines[i].text), quoted(*lines[j].text)));
    }
    for (const auto& target : look.frame.targets) {
      if (ink.overlaps(target.box) && !inside(ink, target.box)) {
        complain(fmt::format("{} crosses the edge of {}", quoted(*lines[i].text), target.id));
      }
    }
    for (std::size_t k = lines[i].op + 1; k < look.frame.ops.size(); ++k) {
      const auto* picture = std::get_if<PictureOp>(&look.frame.ops[k]);
      // The tail of a turned part's box holds nothing.
      if (picture == nullptr || !ink.overlaps(bounds(*picture).grown(-4))) continue;
      complain(fmt::format("{} lies under {}", quoted(*lines[i].text), picture->picture));
    }
  }
}

void type_is_large(const Look& look, const Complain& complain) {
  const float least = look.screen.type(look.age);
  for (const auto& line : lines_of(look.frame)) {
    // The code is for staff; a figure on a picture is a picture.
    if (look.frame.screen == "trouble") continue;
    if (line.text->style.size + 0.5F >= least) continue;
    complain(fmt::format("{} is set in {:.0f} units, not {:.0f}", quoted(*line.text),
                         line.text->style.size, least));
  }
}

void glyphs_exist(const Look& look, const Complain& complain) {
  for (const auto& line : lines_of(look.frame)) {
    const std::string_view text = line.text->text;
    for (std::size_t i = 0; i < text.size();) {
      const char32_t c = next_code_point(text, i);
      if (look.measure.covers(c)) continue;
      complain(fmt::format("the font has no U+{:04X} of {}", static_cast<std::uint32_t>(c),
                           quoted(*line.text)));
    }
  }
}

/// A key in angle brackets has no text; in the pseudo-language a line of plain letters was written
/// in the code.
void texts_are_translated(const Look& look, const Complain& complain) {
  for (const auto& line : lines_of(look.frame)) {
    const auto& text = line.text->text;
    if (text.find('<') != std::string::npos)
      complain(quoted(*line.text) + " is a key without text");
    if (look.lang != pseudo_language() || names_a_language(look.frame, line)) continue;
    if (has_letters(text) && !is_pseudo(text))
      complain(quoted(*line.text) + " is not from a catalog");
  }
}

/// From seven years on a card shows the word that the pack writes beside its picture. For the
/// youngest it may be left out: they have the picture and the voice. So has everybody in a game
/// that lays ten things on a small display. What a translator writes too long is the checker's to
/// say.
void promised_words_stand(const Look& look, const Complain& complain) {
  constexpr float kLargeType = 66;  // as Places has it: 10.1", and bigger letters on 15.6"
  if (look.age == AgeBand::a || look.lang == pseudo_language()) return;
  const bool crowded = look.screen.type(look.age) > kLargeType && look.frame.screen == "board";
  const auto expect = [&](const std::string& promised, const Rect& card, const std::string& name) {
    if (promised.empty() || crowded) return;
    if (words_on(look.frame, card).find(promised) != std::string::npos) return;
    complain(fmt::format("\"{}\" does not stand on {}", promised, name));
  };
  for (const auto& target : look.frame.targets) {
    expect(look.promises.on(look.frame, target.id), target.box, target.id);
  }
  for (std::size_t i = first_seen(look.frame); i < look.frame.ops.size(); ++i) {
    const auto* picture = std::get_if<PictureOp>(&look.frame.ops[i]);
    if (picture == nullptr) continue;
    const auto promised = look.promises.beside(look.frame, picture->picture);
    if (!promised.empty()) expect(promised, card_of(look.frame, i), picture->picture);
  }
}

}  // namespace nest::walk
