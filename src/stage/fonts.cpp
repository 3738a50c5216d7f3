#include "stage/fonts.h"

#include <cmath>
#include <cstring>
#include <utility>

#include "core/base/utf8.h"

namespace nest::stage {
namespace {

/// SDL_ttf takes whole sizes only; one "point" at this many dots per inch is 1/72 of a pixel.
constexpr float kFine = 72.0F;

/// The tallest letters (Ś, Ž) rise 0.99 em, the deepest (g, j, ą) fall 0.24: this baseline centres
/// them in the line box of kLineHeight. Measured on Andika 6.101.
constexpr float kBaseline = 1.076F;

/// Unhinted type keeps its proportions, so all widths are measured at one large size: exact to a
/// quarter of a unit, and no font is opened only to measure.
constexpr float kMeasuredAt = 256;

/// Open sizes and measured widths are dropped together when there are too many.
constexpr std::size_t kMostSizes = 12;
constexpr std::size_t kMostWidths = 4096;

}  // namespace

Fonts::Session::Session() {
  if (TTF_Init() != 0)
    throw StageError(std::string("starting the font library: ") + TTF_GetError());
}

Fonts::Fonts(std::string folder) : folder_(std::move(folder)) {
  font(kMeasuredAt, false);
  font(kMeasuredAt, true);
}

std::string Fonts::path(bool bold) const {
  return folder_ + (bold ? "/Andika-Bold.ttf" : "/Andika-Regular.ttf");
}

TTF_Font& Fonts::font(float px, bool bold) const {
  const int fine = std::max(1, static_cast<int>(std::lround(px * kFine)));
  const Size size{fine, bold};
  if (const auto found = open_.find(size); found != open_.end()) return *found->second;
  if (open_.size() >= kMostSizes) open_.clear();
  const auto dpi = static_cast<unsigned>(fine);
  Font fresh(TTF_OpenFontDPI(path(bold).c_str(), 1, dpi, dpi));
  if (fresh == nullptr) {
    throw StageError("The font " + path(bold) +
                     " cannot be opened; install the Debian package fonts-sil-andika.");
  }
  TTF_SetFontHinting(fresh.get(), TTF_HINTING_NONE);
  TTF_SetFontKerning(fresh.get(), 1);
  return *open_.emplace(size, std::move(fresh)).first->second;
}

float Fonts::width(std::string_view text, const TextStyle& style) const {
  if (text.empty()) return 0;
  const float per_px = style.size / kMeasuredAt;
  std::string key(text);
  key += style.bold ? '\1' : '\2';
  if (const auto found = widths_.find(key); found != widths_.end()) return found->second * per_px;
  if (widths_.size() >= kMostWidths) widths_.clear();
  int w = 0;
  int h = 0;
  TTF_SizeUTF8(&font(kMeasuredAt, style.bold), std::string(text).c_str(), &w, &h);
  return widths_.emplace(std::move(key), static_cast<float>(w)).first->second * per_px;
}

bool Fonts::covers(char32_t code_point) const {
  return TTF_GlyphIsProvided32(&font(kMeasuredAt, false), static_cast<Uint32>(code_point)) != 0 &&
         TTF_GlyphIsProvided32(&font(kMeasuredAt, true), static_cast<Uint32>(code_point)) != 0;
}

Sprite Fonts::line(const std::string& text, float px, bool bold, Colour colour) const {
  if (text.empty()) return {};
  TTF_Font& face = font(px, bold);
  Surface surface(TTF_RenderUTF8_Blended(&face, text.c_str(), {colour.r, colour.g, colour.b, 255}));
  if (surface == nullptr) return {};  // nothing but marks without width, or too long for a line
  // SDL_ttf moves the line right by what its first letter reaches left of the line's start (j).
  std::size_t at = 0;
  int reach = 0;
  TTF_GlyphMetrics32(&face, static_cast<Uint32>(next_code_point(text, at)), &reach, nullptr,
                     nullptr, nullptr, nullptr);
  const int top = static_cast<int>(std::lround(kBaseline * px)) - TTF_FontAscent(&face);
  return trimmed(untrimmed_sprite_of(std::move(surface)), std::min(reach, 0), top);
}

}  // namespace nest::stage
