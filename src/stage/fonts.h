#pragma once
// Andika, the typeface for beginning readers: how wide a line is, which letters there are, and a
// line as a sprite. Kerned, unhinted: a line keeps its proportions at every size.
// Not here: breaking text into lines, keeping lines (see Sprites). One thread only.
#include <SDL2/SDL_ttf.h>

#include <map>
#include <string>
#include <unordered_map>

#include "core/view/text_measure.h"
#include "stage/sprite.h"

namespace nest::stage {

inline constexpr const char* kFontFolder = "/usr/share/fonts/truetype/andika";

class Fonts : public TextMeasure {
 public:
  /// Throws StageError, naming the Debian package, if the two font files are not in `folder`.
  explicit Fonts(std::string folder = kFontFolder);

  float width(std::string_view text, const TextStyle& style) const override;
  bool covers(char32_t code_point) const override;

  /// One line in type of `px` device pixels, to be laid at the upper left of its line box.
  /// Opaque in `colour`, whose alpha is not looked at. Broken UTF-8 gives what SDL_ttf makes of it.
  Sprite line(const std::string& text, float px, bool bold, Colour colour) const;

 private:
  using Font = std::unique_ptr<TTF_Font, Freed<TTF_CloseFont>>;
  struct Session {
    Session();
    ~Session() { TTF_Quit(); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
  };
  struct Size {
    int fine;  ///< 1/72 px
    bool bold;
    auto operator<=>(const Size&) const = default;
  };

  std::string path(bool bold) const;
  TTF_Font& font(float px, bool bold) const;

  Session session_;
  std::string folder_;
  mutable std::map<Size, Font> open_;
  mutable std::unordered_map<std::string, float> widths_;  ///< at kMeasuredAt
};

}  // namespace nest::stage
