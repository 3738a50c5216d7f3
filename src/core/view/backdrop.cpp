#include "core/view/backdrop.h"

#include <algorithm>
#include <span>
#include <vector>

namespace nest {
namespace {

/// Where the meadows' pictures begin; they are drawn from here to the canvas's lower edge.
constexpr float kMeadowTop = 480;
/// The sky ends behind the meadow. Its last shade is the one that the picture begins with.
constexpr float kSkyEnd = 620;
/// Under the meadow, for the hair's breadth that rounding to pixels may leave beside it.
constexpr Colour kGrass = rgb(0x55A465);

struct Shade {
  float y;
  Colour colour;
};
struct Cloud {
  Point centre;
  float scale;
  bool flip = false;
  float opacity = 1;
};
struct Meadow {
  std::string_view picture;
  std::vector<Shade> sky;
  Point sun;
  float sun_scale;
  std::vector<Cloud> clouds;
};

constexpr float kSunSide = 232;
constexpr float kCloudW = 226, kCloudH = 112;

std::span<const Meadow> meadows() {
  static const std::vector<Shade> kMild{{0, rgb(0xA9DDF3)}, {800, rgb(0xEAF7EC)}};
  static const std::vector<Shade> kClear{
      {0, rgb(0x8FD0F0)}, {456, rgb(0xC6E9F5)}, {760, rgb(0xEAF7EC)}};
  static const Meadow kAll[] = {
      {"library:meadow-age",
       kMild,
       {118, 300},
       0.79F,
       {{{345, 230}, 0.82F}, {{1015, 86}, 0.6F, true}, {{1683, 142}, 0.8F}}},
      {"library:meadow-attract",
       kMild,
       {150, 150},
       1,
       {{{1792, 142}, 0.85F}, {{1221, 430}, 0.6F, false, 0.9F}}},
      {"library:meadow-day",
       kClear,
       {560, 118},
       0.74F,
       {{{291, 252}, 0.95F},
        {{1489, 140}, 1.05F, true},
        {{1774, 323}, 0.66F},
        {{895, 367}, 0.5F, false, 0.9F}}},
      {"library:meadow-morning",
       kMild,
       {118, 300},
       0.79F,
       {{{345, 230}, 0.82F}, {{1015, 86}, 0.6F, true}, {{1867, 440}, 0.5F, false, 0.9F}}},
  };
  return kAll;
}

void draw_sky(Frame& frame, std::span<const Shade> shades) {
  for (std::size_t i = 1; i < shades.size(); ++i) {
    const Shade &from = shades[i - 1], &to = shades[i];
    const float end = std::min(to.y, kSkyEnd);
    const Colour low = mixed(from.colour, to.colour, (end - from.y) / (to.y - from.y));
    frame.shade({0, from.y, kCanvasWidth, end - from.y}, from.colour, low);
  }
}

}  // namespace

void backdrop(Frame& frame, std::string_view picture) {
  const auto all = meadows();
  const auto meadow = std::find_if(all.begin(), all.end(),
                                   [picture](const Meadow& m) { return m.picture == picture; });
  if (meadow == all.end()) return frame.picture(picture, kCanvas);
  draw_sky(frame, meadow->sky);
  const float sun = kSunSide * meadow->sun_scale;
  frame.picture("library:sky-sun", Rect::around(meadow->sun, sun, sun));
  for (const auto& cloud : meadow->clouds) {
    frame.picture("library:sky-cloud",
                  Rect::around(cloud.centre, kCloudW * cloud.scale, kCloudH * cloud.scale),
                  cloud.opacity, 0, cloud.flip);
  }
  frame.fill({0, kSkyEnd, kCanvasWidth, kCanvasHeight - kSkyEnd}, 0, kGrass);
  frame.picture(picture, {0, kMeadowTop, kCanvasWidth, kCanvasHeight - kMeadowTop});
}

}  // namespace nest
