#pragma once
// What a file really is, told from its first bytes, never from its name; and how large its picture
// would be, so that nothing is decoded before it is known to be small enough.
#include <cstddef>
#include <span>
#include <string_view>

namespace nest {

enum class MediaKind { unknown, png, jpeg, svg, ogg, wav };

struct MediaFacts {
  MediaKind kind = MediaKind::unknown;
  int width = 0, height = 0;  ///< pixels; 0 for SVG and sounds, or if the header is broken
  float seconds = 0;          ///< of a sound; 0 if the header is broken
};

inline constexpr int kMaxPictureSide = 4096;  ///< pixels
inline constexpr long kMaxPicturePixels = 8L * 1000 * 1000;
inline constexpr float kLongestSound = 180;  ///< seconds

/// From a file's beginning and its end (both may be the whole file); 64 KiB each are enough, but a
/// JPEG may keep its size anywhere before the picture. `size`: bytes of the whole file.
MediaFacts sniff(std::span<const unsigned char> head, std::span<const unsigned char> tail,
                 std::size_t size);

bool is_picture(MediaKind kind);
bool too_large(const MediaFacts& facts);

}  // namespace nest
