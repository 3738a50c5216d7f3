#include "core/base/media.h"

#include <algorithm>
#include <array>

namespace nest {
namespace {

using Bytes = std::span<const unsigned char>;

bool begins(Bytes bytes, std::string_view magic) {
  return bytes.size() >= magic.size() &&
         std::equal(magic.begin(), magic.end(), bytes.begin(),
                    [](char a, unsigned char b) { return static_cast<unsigned char>(a) == b; });
}

int big_endian(Bytes bytes, std::size_t at, std::size_t count) {
  unsigned value = 0;
  for (std::size_t i = 0; i < count; ++i) value = (value << 8U) | bytes[at + i];
  return value > 0x7FFFFFFFU ? 0 : static_cast<int>(value);
}

MediaFacts png(Bytes bytes) {
  MediaFacts facts{MediaKind::png};
  constexpr std::size_t kHeader = 24;
  if (bytes.size() < kHeader || !begins(bytes.subspan(12), "IHDR")) return facts;
  facts.width = big_endian(bytes, 16, 4);
  facts.height = big_endian(bytes, 20, 4);
  return facts;
}

/// Walks the segments up to the first start-of-frame (ITU-T T.81, B.1.1.3).
MediaFacts jpeg(Bytes bytes) {
  MediaFacts facts{MediaKind::jpeg};
  for (std::size_t at = 2; at + 9 < bytes.size() && bytes[at] == 0xFF;) {
    const unsigned marker = bytes[at + 1];
    const bool frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) {
      facts.height = big_endian(bytes, at + 5, 2);
      facts.width = big_endian(bytes, at + 7, 2);
      return facts;
    }
    at += 2 + static_cast<std::size_t>(std::max(big_endian(bytes, at + 2, 2), 2));
  }
  return facts;
}

bool svg(Bytes bytes) {
  const auto head = bytes.first(std::min<std::size_t>(bytes.size(), 1024));
  constexpr std::string_view kTag = "<svg";
  const auto text = std::string_view(reinterpret_cast<const char*>(head.data()), head.size());
  return (begins(bytes, "<") || begins(bytes, "\xEF\xBB\xBF<")) &&
         text.find(kTag) != std::string_view::npos;
}

}  // namespace

MediaFacts sniff(std::span<const unsigned char> bytes) {
  if (begins(bytes, "\x89PNG\r\n\x1A\n")) return png(bytes);
  if (begins(bytes, "\xFF\xD8\xFF")) return jpeg(bytes);
  if (begins(bytes, "OggS")) return {MediaKind::ogg};
  if (begins(bytes, "RIFF") && bytes.size() > 12 && begins(bytes.subspan(8), "WAVE")) {
    return {MediaKind::wav};
  }
  if (svg(bytes)) return {MediaKind::svg};
  return {};
}

bool is_picture(MediaKind kind) {
  return kind == MediaKind::png || kind == MediaKind::jpeg || kind == MediaKind::svg;
}

bool too_large(const MediaFacts& facts) {
  if (facts.kind == MediaKind::svg) return false;
  return facts.width <= 0 || facts.height <= 0 || facts.width > kMaxPictureSide ||
         facts.height > kMaxPictureSide ||
         static_cast<long>(facts.width) * facts.height > kMaxPicturePixels;
}

}  // namespace nest
