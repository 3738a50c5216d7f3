#pragma once
// Turns frames into pixels: compares each frame with the one on the screen and repaints only where
// they differ. Not here: what a frame shows, how a pixel is set (see Canvas).
#include <optional>
#include <span>
#include <vector>

#include "core/view/frame.h"
#include "stage/canvas.h"
#include "stage/sprites.h"

namespace nest::stage {

/// What the window shows beside the canvas.
inline constexpr Colour kBarColour = rgb(0xA9DDF3);

class Painter {
 public:
  /// All of them must outlive the painter.
  Painter(Canvas& canvas, Sprites& sprites, Images& images);

  const Viewport& viewport() const { return viewport_; }

  /// Shows the frame; false if the screen showed it already. Pictures that are not ready stay away
  /// and are painted by a later call, of this or another frame, once they are.
  bool paint(const Frame& frame);

  /// The canvas changed its size or lost its picture: the next frame is painted whole, with
  /// pictures of the right size.
  void refresh();

  /// Blocks until every picture of the frame painted last is there, at its very size, and paints
  /// it. For scripts and golden pictures.
  void settle();

  /// Pixels painted by the last paint() that returned true, for measurements.
  std::span<const PxRect> painted() const { return painted_; }

 private:
  struct Piece {
    const DrawOp* op;
    PxRect cover;      ///< every pixel it may touch
    SpriteRef sprite;  ///< of a picture or a line; null while pending
    PxRect at;         ///< where the sprite or the fill lies
  };

  bool paint_snapped(Frame frame, bool exact);
  std::vector<PxRect> damaged(const Frame& frame, const std::set<std::string>& ready) const;
  bool steady(const PictureOp& op) const;
  Piece piece(const DrawOp& op, bool exact);
  std::vector<Piece> pieces(const Frame& frame, bool exact);
  std::size_t paint_boxes(std::span<const Piece> pieces);
  void make_ahead(const Frame& frame);
  PxRect hidden_by(const Piece& piece, const PxRect& box) const;
  void repaint(const PxRect& box, std::span<const Piece> pieces);
  void lay(const Piece& piece, const PxRect& box);
  void fill_shade(const FillOp& op, const PxRect& at, const PxRect& box);
  void fill_round(const FillOp& op, const PxRect& at);

  Canvas& canvas_;
  Sprites& sprites_;
  Images& images_;
  Viewport viewport_;
  Frame shown_;
  bool whole_ = true;
  std::vector<PxRect> painted_;
};

}  // namespace nest::stage
