#pragma once
// Bytes into a sprite. The bytes may come from anyone: the kind is sniffed, the size is read from
// the header and held against the limits before anything is decoded.
// Not here: threads, where bytes come from.
#include <span>
#include <string>
#include <variant>

#include "stage/sprite.h"

namespace nest::stage {

/// Limits for PNG and JPEG (product figures).
inline constexpr int kMostSide = 4096;
inline constexpr int kMostPixels = 8'000'000;

/// A picture fitted into a box, upright.
struct Raster {
  Sprite sprite;   ///< trimmed; laid from the box's upper left corner
  PxSize box;      ///< the box it was fitted into
  PxRect picture;  ///< where the whole picture, with its empty borders, lies in that box
};

/// Why it was refused: one clause, "a PNG of 9000 x 9000 pixels is too large".
struct Fault {
  std::string why;
};

enum class PictureKind { unknown, png, jpeg, svg };
PictureKind sniff_picture(std::span<const unsigned char> bytes);

/// Width and height from a PNG or JPEG header; empty if there is none.
PxSize header_size(std::span<const unsigned char> bytes);

/// The picture, as large as fits into `box` (clamped to 4096 a side), centred. Thread-safe.
std::variant<Raster, Fault> rasterise(std::span<const unsigned char> bytes, PxSize box);

}  // namespace nest::stage
