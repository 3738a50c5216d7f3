#include "stage/decode.h"

#include <SDL2/SDL_image.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "stage/svg_rules.h"

namespace nest::stage {
namespace {

using Bytes = std::span<const unsigned char>;
using Result = std::variant<Raster, Fault>;

constexpr std::size_t kMostBytes = 16U << 20U;
std::string_view text_of(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

int big_endian(Bytes bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8U | bytes[at + i];
  return static_cast<int>(std::min<std::uint32_t>(value, 0x7FFFFFFFU));
}

PxSize png_size(Bytes bytes) {
  constexpr std::size_t kHeaderEnd = 24;
  if (bytes.size() < kHeaderEnd || text_of(bytes).substr(12, 4) != "IHDR") return {};
  return {big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
}

bool is_frame_header(unsigned char marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Walks from marker to marker until the frame header.
PxSize jpeg_size(Bytes bytes) {
  std::size_t at = 2;
  while (at + 9 <= bytes.size()) {
    if (bytes[at] != 0xFF) return {};
    const unsigned char marker = bytes[at + 1];
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    if (is_frame_header(marker))
      return {big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
    const bool bare = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    at += bare ? 2 : 2 + static_cast<std::size_t>(big_endian(bytes, at + 2, 2));
  }
  return {};
}

Surface load(Bytes bytes, PictureKind kind, PxSize box) {
  SDL_RWops* source = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
  if (source == nullptr) return nullptr;
  Surface surface;
  if (kind == PictureKind::svg) surface.reset(IMG_LoadSizedSVG_RW(source, box.w, box.h));
  if (kind == PictureKind::png) surface.reset(IMG_LoadPNG_RW(source));
  if (kind == PictureKind::jpeg) surface.reset(IMG_LoadJPG_RW(source));
  SDL_RWclose(source);
  return surface;
}

PxSize fitted(PxSize picture, PxSize box) {
  const double scale =
      std::min(static_cast<double>(box.w) / picture.w, static_cast<double>(box.h) / picture.h);
  const auto side = [scale](int v) {
    return std::max(1, static_cast<int>(std::lround(v * scale)));
  };
  return {std::min(side(picture.w), box.w), std::min(side(picture.h), box.h)};
}

Raster laid(Sprite whole, PxSize box) {
  const PxRect picture{(box.w - whole.size().w) / 2, (box.h - whole.size().h) / 2, whole.size().w,
                       whole.size().h};
  return {trimmed(std::move(whole), picture.x, picture.y), box, picture};
}

/// Pixels of a photograph, scaled to the box.
Raster from_pixels(Surface surface, PxSize box) {
  Sprite whole = untrimmed_sprite_of(std::move(surface));
  const PxSize size = fitted(whole.size(), box);
  if (size == whole.size()) return laid(std::move(whole), box);
  return laid(scaled(whole, size), box);
}

/// SDL_image rounds the sides of an SVG up: one pixel more than the box is cut off.
Raster from_svg(Surface surface, PxSize box) {
  surface->w = std::min(surface->w, box.w);
  surface->h = std::min(surface->h, box.h);
  return laid(untrimmed_sprite_of(std::move(surface)), box);
}

std::string refusal(Bytes bytes, PictureKind kind) {
  if (bytes.empty()) return "there is no such picture";
  if (kind == PictureKind::unknown) return "it is neither PNG, JPEG nor SVG";
  if (bytes.size() > kMostBytes) return fmt::format("{} bytes are too many", bytes.size());
  if (kind == PictureKind::svg) return svg_refusal(text_of(bytes));
  const PxSize size = header_size(bytes);
  if (size.empty()) return "its header is broken";
  if (size.w > kMostSide || size.h > kMostSide || size.w * size.h > kMostPixels) {
    return fmt::format("a picture of {} x {} pixels is too large", size.w, size.h);
  }
  return {};
}

}  // namespace

PictureKind sniff_picture(Bytes bytes) {
  const auto text = text_of(bytes);
  if (text.starts_with("\x89PNG\r\n\x1A\n")) return PictureKind::png;
  if (text.starts_with("\xFF\xD8\xFF")) return PictureKind::jpeg;
  constexpr std::size_t kWithin = 1024;
  const bool markup = text.find_first_not_of("\xEF\xBB\xBF \t\r\n") == text.find('<');
  const bool svg = text.substr(0, kWithin).find("<svg") != std::string_view::npos;
  return markup && svg ? PictureKind::svg : PictureKind::unknown;
}

PxSize header_size(Bytes bytes) {
  switch (sniff_picture(bytes)) {
    case PictureKind::png:
      return png_size(bytes);
    case PictureKind::jpeg:
      return jpeg_size(bytes);
    default:
      return {};
  }
}

Result rasterise(Bytes bytes, PxSize box) {
  box = {std::clamp(box.w, 1, kMostSide), std::clamp(box.h, 1, kMostSide)};
  const PictureKind kind = sniff_picture(bytes);
  if (auto why = refusal(bytes, kind); !why.empty()) return Fault{std::move(why)};
  Surface surface = load(bytes, kind, box);
  if (surface == nullptr) return Fault{SDL_GetError()};
  return kind == PictureKind::svg ? from_svg(std::move(surface), box)
                                  : from_pixels(std::move(surface), box);
}

}  // namespace nest::stage
