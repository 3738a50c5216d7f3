#pragma once
// All sprites, within a budget of bytes: pictures upright, turned, mirrored and resized, lines of
// text, round corners. What can be made in a blink is made at once; a picture that must be
// rasterised is asked of Images and appears later. One thread only.
// Not here: where a sprite lies (see Painter), decoding (see Images).
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "stage/fonts.h"
#include "stage/images.h"
#include "stage/lru.h"

namespace nest::stage {

/// For what the screen does not show now: Mila's next movements, the backdrop of the way back.
inline constexpr std::size_t kSpriteBudget = 12U << 20U;

struct SpriteKey {
  enum class Kind { upright, turned, stretched, line, corner };
  Kind kind;
  std::string text;
  int a = 0, b = 0, c = 0;
  std::uint32_t flags = 0;
  bool operator==(const SpriteKey&) const = default;
};
struct SpriteKeyHash {
  std::size_t operator()(const SpriteKey& key) const noexcept;
};

/// A picture in a box of device pixels; `turn` already on the steps of turn_step().
struct PictureLook {
  std::string picture;
  PxSize box;
  float turn = 0;
  bool flip = false;
};

class Sprites {
 public:
  using Note = std::function<void(const std::string&)>;

  /// `note` is told once of each picture that cannot be shown.
  Sprites(Images& images, const Fonts& fonts, Note note, std::size_t budget = kSpriteBudget);

  /// Takes in the pictures that became ready: their keys.
  std::set<std::string> collect();

  /// A frame is resolved between these two: what it uses stays, what it lacks is asked for.
  void begin_round();
  void end_round();

  /// To be laid at the box's upper left corner. Null while it is pending and there is nothing like
  /// it; a resized neighbour if there is one. `exact`: rasterise it at this very size.
  SpriteRef picture(const PictureLook& look, bool exact);
  SpriteRef line(const std::string& text, float px, bool bold, Colour colour);
  /// `corner`: bit 0 right, bit 1 lower.
  SpriteRef corner(int radius, Colour colour, unsigned corner);
  /// Asks for a picture that will be wanted soon, if there is room.
  void prefetch(const PictureLook& look);

  std::size_t bytes() const { return cache_.bytes(); }
  std::size_t count() const { return cache_.count(); }
  /// Some picture of the last round was shown resized without having been asked for exactly.
  bool rough() const { return rough_; }

 private:
  struct Kept {
    SpriteRef sprite;
    PxRect picture;  ///< of an upright one: see Raster
  };
  struct Source {
    const Kept* kept = nullptr;
    PxSize box;
  };

  SpriteRef keep(const SpriteKey& key, Sprite sprite, const PxRect& picture = {});
  void keep_done(PictureDone done);
  Source nearest(const PictureLook& look);
  SpriteRef pose(const SpriteKey& key, const PictureLook& look, const Source& source);

  Images& images_;
  const Fonts& fonts_;
  Note note_;
  Lru<SpriteKey, Kept, SpriteKeyHash> cache_;
  std::unordered_map<std::string, std::vector<PxSize>> sizes_;  ///< uprights that may be cached
  std::vector<PictureWish> missing_, soon_;
  std::set<std::string> noted_;
  bool rough_ = false;
};

}  // namespace nest::stage
