#include "stage/decode.h"

#include <SDL2/SDL_image.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "core/base/random.h"
#include "stage/offscreen.h"
#include "unit/stage/fakes.h"

using namespace nest;
using namespace nest::stage;

namespace {

using Bytes = std::vector<unsigned char>;

Bytes bytes_of(std::string_view text) {
  return {text.begin(), text.end()};
}

Bytes encoded(int w, int h, bool jpeg) {
  Bytes out(1U << 20U);
  const Surface surface = blank_surface({w, h});
  SDL_FillRect(surface.get(), nullptr, 0x336699);
  SDL_RWops* to = SDL_RWFromMem(out.data(), static_cast<int>(out.size()));
  REQUIRE((jpeg ? IMG_SaveJPG_RW(surface.get(), to, 0, 90)
                : IMG_SavePNG_RW(surface.get(), to, 0)) == 0);
  out.resize(static_cast<std::size_t>(SDL_RWtell(to)));
  SDL_RWclose(to);
  return out;
}

std::string why(const Bytes& bytes, PxSize box = {100, 100}) {
  const auto outcome = rasterise(bytes, box);
  const auto* fault = std::get_if<Fault>(&outcome);
  return fault == nullptr ? "" : fault->why;
}

Raster raster(const Bytes& bytes, PxSize box) {
  auto outcome = rasterise(bytes, box);
  REQUIRE(std::holds_alternative<Raster>(outcome));
  return std::get<Raster>(std::move(outcome));
}

void set_big_endian(Bytes& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[at + i] = static_cast<unsigned char>(value >> (24U - 8U * i));
  }
}

}  // namespace

TEST_CASE("decode: a picture is fitted into its box and centred") {
  for (const bool jpeg : {false, true}) {
    const Raster made = raster(encoded(200, 100, jpeg), {100, 100});
    CHECK(made.picture == PxRect{0, 25, 100, 50});
    CHECK(made.sprite.opaque());
    CHECK(made.sprite.top() == 25);
  }
  const Raster vector =
      raster(bytes_of(svg(200, 100, R"(<rect width="200" height="100"/>)")), {100, 100});
  CHECK(vector.picture == PxRect{0, 25, 100, 50});
}

TEST_CASE("decode: empty borders are cut off, the rest is premultiplied") {
  const Raster made =
      raster(bytes_of(svg(100, 100, R"(<rect x="40" y="20" width="10" height="30" fill="#FF0000"
                             opacity=".5"/>)")),
             {100, 100});
  CHECK(made.sprite.size() == PxSize{10, 30});
  CHECK(made.sprite.left() == 40);
  CHECK(made.sprite.top() == 20);
  const std::uint32_t middle = made.sprite.pixels()[10 * 15 + 5];
  const std::uint32_t alpha = middle >> 24U;
  CHECK(alpha >= 126);
  CHECK(alpha <= 128);
  CHECK((middle >> 16U & 255U) <= alpha);
  CHECK((middle & 0xFFFFU) == 0);
}

TEST_CASE("decode: the kind is sniffed") {
  CHECK(sniff_picture(encoded(3, 3, false)) == PictureKind::png);
  CHECK(sniff_picture(encoded(3, 3, true)) == PictureKind::jpeg);
  CHECK(sniff_picture(bytes_of("<?xml version=\"1.0\"?>\n<!-- x --><svg width='1'/>")) ==
        PictureKind::svg);
  CHECK(sniff_picture(bytes_of("GIF89a <svg")) == PictureKind::unknown);
  CHECK(why(bytes_of("GIF89a")) == "it is neither PNG, JPEG nor SVG");
  CHECK(why({}) == "there is no such picture");
}

TEST_CASE("decode: a header that promises too much is refused before decoding") {
  Bytes png = encoded(30, 20, false);
  CHECK(header_size(png) == PxSize{30, 20});
  set_big_endian(png, 16, 4097);
  CHECK(why(png) == "a picture of 4097 x 20 pixels is too large");
  set_big_endian(png, 16, 4000);
  set_big_endian(png, 20, 4000);
  CHECK(why(png) == "a picture of 4000 x 4000 pixels is too large");
  set_big_endian(png, 16, 0xFFFFFFFF);
  CHECK(why(png).find("too large") != std::string::npos);
  set_big_endian(png, 16, 0);
  CHECK(why(png) == "its header is broken");
  Bytes jpeg = encoded(30, 20, true);
  CHECK(header_size(jpeg) == PxSize{30, 20});
}

TEST_CASE("decode: cut and broken files never crash") {
  for (const bool jpeg : {false, true}) {
    const Bytes whole = encoded(30, 20, jpeg);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
      rasterise(cut, {50, 50});
    }
    Random random(3);
    for (int i = 0; i < 300; ++i) {
      Bytes broken = whole;
      for (int n = 0; n < 3; ++n) {
        const auto size = static_cast<std::uint32_t>(broken.size());
        broken[random.below(size)] = static_cast<unsigned char>(random.below(256));
      }
      rasterise(broken, {50, 50});
    }
  }
}

TEST_CASE("decode: SVG bombs are refused or cost little") {
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "<rect width='9' height='9'/>";
  CHECK(why(bytes_of(svg(9, 9, many))) == "an SVG with too many shapes");
  CHECK(why(bytes_of(svg(9, 9, std::string(300'000, ' ')))).find("too large") != std::string::npos);
  for (const char* dashes : {"0.001", ".5", "0", "1e-9"}) {
    CHECK_FALSE(why(bytes_of(svg(9, 9,
                                 std::string("<path stroke='#000' stroke-dasharray='") + dashes +
                                     "' d='M0 0 L900 900'/>")))
                    .empty());
  }
  CHECK_FALSE(why(bytes_of(svg(9, 9, "<path stroke-dasharray='1' d='M0 0 L900000 9'/>"))).empty());
  CHECK(why(bytes_of(svg(9, 9, "<path stroke-dasharray='14 10' d='M0 0 L120.55555 9'/>"))).empty());
}

TEST_CASE("decode: odd SVGs never crash") {
  for (const char* text :
       {"<svg", "<svg>", "<svg width='0' height='0'><rect width='9' height='9'/></svg>",
        "<svg width='nan' height='inf'><rect width='nan' height='inf'/></svg>",
        "<svg width='-5' height='-5'><rect width='5' height='5'/></svg>",
        "<svg width='1e30' height='1e30'><rect width='1e30' height='1e30'/></svg>",
        "<svg width='nan' viewBox='0 0 9 9'/>", "<svg height='9' viewBox='0 0 9 9'/>",
        "<svg viewBox='0 0 9 -9'/>", "<svg viewBox='0 0 9'/>", "<svg width=", "<svg width='9",
        "<svg width='100000' height='1'><rect width='10' height='20'/></svg>",
        "<svg width='1' height='100000'><rect width='10' height='20'/></svg>"}) {
    CAPTURE(text);
    const auto outcome = rasterise(bytes_of(text), {100, 100});
    if (const auto* made = std::get_if<Raster>(&outcome)) {
      CHECK(made->picture.w <= 100);
      CHECK(made->picture.h <= 100);
    }
  }
}

TEST_CASE("decode: a box beyond reason is cut to 4096") {
  const Raster made =
      raster(bytes_of(svg(100, 1, R"(<rect width="100" height="1"/>)")), {1'000'000, 10});
  CHECK(made.box == PxSize{4096, 10});
}

TEST_CASE("decode: every SVG of the kiosk's own art is accepted") {
  int seen = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(STORKNEST_SOURCE_DIR "/assets")) {
    if (entry.path().extension() != ".svg") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const Bytes bytes{std::istreambuf_iterator<char>(in), {}};
    CHECK_MESSAGE(why(bytes).empty(), entry.path());
    ++seen;
  }
  CHECK(seen > 0);
}
