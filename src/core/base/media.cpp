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
  for (std::size_t at = 2; at + 8 < bytes.size() && bytes[at] == 0xFF;) {
    const unsigned marker = bytes[at + 1];
    if (marker == 0xFF) {  // fill bytes may stand before any marker (B.1.1.2)
      ++at;
      continue;
    }
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

std::uint64_t little_endian(Bytes bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i > 0; --i) value = (value << 8U) | bytes[at + i - 1];
  return value;
}

std::string_view text_of(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The sample rate stands in the first packet (RFC 7845, Vorbis I), the number of samples in the
/// header of the last page (RFC 3533).
float ogg_seconds(Bytes head, Bytes tail) {
  constexpr std::size_t kPageHeader = 14;
  constexpr std::uint64_t kMostSamples = 1ULL << 40U;
  const auto opus = text_of(head).find("OpusHead");
  const auto vorbis = text_of(head).find("\x01vorbis");
  const auto last = text_of(tail).rfind("OggS");
  if (last == std::string_view::npos || tail.size() < last + kPageHeader) return 0;
  const auto samples = little_endian(tail, last + 6, 8);
  std::uint64_t rate = opus == std::string_view::npos ? 0 : 48000;
  if (rate == 0 && vorbis != std::string_view::npos && head.size() >= vorbis + 16) {
    rate = little_endian(head, vorbis + 12, 4);
  }
  if (rate == 0 || samples > kMostSamples) return 0;
  return static_cast<float>(samples) / static_cast<float>(rate);
}

/// The "fmt " chunk tells bytes a second; what lies behind it is sound, but for a few bytes. Only
/// 16-bit PCM is taken.
float wav_seconds(Bytes head, std::size_t size) {
  constexpr std::size_t kFormat = 24;
  const auto chunk = text_of(head).find("fmt ");
  if (chunk == std::string_view::npos || head.size() < chunk + kFormat) return 0;
  const auto code = little_endian(head, chunk + 8, 2);
  const bool pcm = code == 1 || code == 0xFFFE;  // the second: PCM of any number of channels
  const bool sixteen = little_endian(head, chunk + 22, 2) == 16;
  const auto rate = little_endian(head, chunk + 16, 4);
  if (!pcm || !sixteen || rate == 0) return 0;
  return static_cast<float>(size - std::min(size, chunk + kFormat)) / static_cast<float>(rate);
}

bool svg(Bytes bytes) {
  const auto head = bytes.first(std::min<std::size_t>(bytes.size(), 1024));
  constexpr std::string_view kTag = "<svg";
  const auto text = text_of(head);
  return (begins(bytes, "<") || begins(bytes, "\xEF\xBB\xBF<")) &&
         text.find(kTag) != std::string_view::npos;
}

}  // namespace

MediaFacts sniff(std::span<const unsigned char> bytes, std::span<const unsigned char> tail,
                 std::size_t size) {
  if (begins(bytes, "\x89PNG\r\n\x1A\n")) return png(bytes);
  if (begins(bytes, "\xFF\xD8\xFF")) return jpeg(bytes);
  if (begins(bytes, "OggS")) return {MediaKind::ogg, 0, 0, ogg_seconds(bytes, tail)};
  if (begins(bytes, "RIFF") && bytes.size() > 12 && begins(bytes.subspan(8), "WAVE")) {
    return {MediaKind::wav, 0, 0, wav_seconds(bytes, size)};
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
