#pragma once
// Frames as pictures without a screen: previews, golden pictures, the shots of scripts. Needs no
// SDL video. Not here: which frames.
#include <string>

#include "stage/painter.h"
#include "stage/surface_canvas.h"

namespace nest::stage {

class Offscreen {
 public:
  /// `media` and `fonts` must outlive it.
  Offscreen(PxSize size, const MediaSource& media, const Fonts& fonts, Sprites::Note note = {});

  /// The frame with all its pictures; valid until the next call.
  SDL_Surface& render(const Frame& frame);

 private:
  Images images_;
  Sprites sprites_;
  Surface surface_;
  SurfaceCanvas canvas_;
  Painter painter_;
};

/// A blank surface of the format that SurfaceCanvas paints on.
Surface blank_surface(PxSize size);

/// Throws StageError if the file cannot be written or read.
void save_png(SDL_Surface& surface, const std::string& path);
Surface load_png(const std::string& path);

struct Difference {
  bool same_size = true;
  int largest = 0;         ///< of any channel of any pixel, 0-255
  std::size_t beyond = 0;  ///< pixels with a channel that differs by more than the tolerance
};
Difference compare(SDL_Surface& a, SDL_Surface& b, int tolerance);

/// Every differing pixel bright on black, for the eye.
Surface difference_picture(SDL_Surface& a, SDL_Surface& b);

}  // namespace nest::stage
