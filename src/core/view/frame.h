#pragma once
// A frame is a picture as plain data: what to paint, back to front, and where a finger may touch.
// Views only append to it; damage() compares two of them; the stage paints it; tests read it as
// text. Not here: pixels, fonts, files. Everything is in canvas units (1920 x 1080).
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/time.h"
#include "core/view/geometry.h"

namespace nest {

/// A filled box with round corners (a circle when the radius is half its side).
struct FillOp {
  Rect box;
  float radius = 0;
  Colour colour;
  std::optional<Colour> low = {};  ///< of a shade: the colour at the lower edge; no round corners
  bool operator==(const FillOp&) const = default;
};

/// A picture, as large as fits into `box` with its own proportions, centred, then mirrored (if
/// `flip`) and turned clockwise about the box's centre. `picture` is a key the stage can open:
/// "library:soap", "mila/wing" or "hands:media/tap.png".
struct PictureOp {
  std::string picture;
  Rect box;
  float turn = 0;     ///< degrees, clockwise
  float opacity = 1;  ///< 0-1
  bool flip = false;
  bool operator==(const PictureOp&) const = default;
};

struct TextStyle {
  float size = 48;  ///< em size in canvas units; the x-height of Andika is half of it
  bool bold = false;
  Colour colour = rgb(0x27364A);
  bool operator==(const TextStyle&) const = default;
};

/// One line of text; `at` is the left end of the line box's top edge. The line box is
/// kLineHeight x size high. Lines are broken before (see text_layout).
struct TextOp {
  std::string text;
  Point at;
  float width = 0;  ///< as measured, so that bounds need no font
  TextStyle style;
  bool operator==(const TextOp&) const = default;
};
inline constexpr float kLineHeight = 1.4F;  ///< of the type size; holds Andika's tall diacritics

using DrawOp = std::variant<FillOp, PictureOp, TextOp>;

/// The smallest upright box that holds everything the op can paint.
Rect bounds(const DrawOp& op);

/// Where a finger means something. The touched area is `box` grown by `slack` (3 mm).
/// Whether a finger may carry what lies there to another target. Carrying is two taps: the one that
/// picks as soon as the finger leaves, the other where it is lifted.
enum class Carry { no, from, to };

struct Target {
  std::string id;
  Rect box;
  float slack = 0;
  Carry carry = Carry::no;
  bool operator==(const Target&) const = default;
};

struct Frame {
  std::string screen;           ///< name for scripts and tests: "attract", "quiz", ...
  std::string moment;           ///< changes when what a touch would mean changes: a new question
  std::vector<DrawOp> ops;      ///< painted in this order
  std::vector<Target> targets;  ///< later ones lie above earlier ones
  std::vector<DrawOp> soon;     ///< pictures and lines that a next screen will want: made ahead
  std::optional<Instant> next;  ///< when this frame would look different; none: it stands still

  void fill(const Rect& box, float radius, Colour colour);
  /// From `high` at the upper edge to `low` at the lower one; both opaque.
  void shade(const Rect& box, Colour high, Colour low);
  void picture(std::string_view key, const Rect& box, float opacity = 1, float turn = 0,
               bool flip = false);
  void line(std::string_view text, Point at, float width, const TextStyle& style);
  void target(std::string_view id, const Rect& box, float slack, Carry carry = Carry::no);
  /// The frame changes at `when` at the latest.
  void change_at(Instant when);

  /// One op or target a line, floats with one decimal: the golden form.
  std::string to_text() const;
};

/// The uppermost target under the point; nullptr if none.
const Target* hit(const Frame& frame, Point at);

}  // namespace nest
