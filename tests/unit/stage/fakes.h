#pragma once
// What the stage's tests share: pictures in memory and frames from a seed.
#include <string>

#include "core/base/random.h"
#include "core/view/frame.h"
#include "support/fakes.h"

namespace nest::stage {

using test::MediaInMemory;

inline std::string svg(int w, int h, const std::string& inner) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(w) + "\" height=\"" +
         std::to_string(h) + "\">" + inner + "</svg>";
}

/// A sky, a disc, a half-transparent kite, a tall bar.
class SomePictures : public MediaInMemory {
 public:
  SomePictures() {
    add("sky", svg(1920, 1080, R"(<rect width="1920" height="1080" fill="#A9DDF3"/>
        <circle cx="900" cy="500" r="400" fill="#FFE9A8"/>)"));
    add("disc", svg(100, 100, R"(<circle cx="50" cy="50" r="40" fill="#F26B3A"/>)"));
    add("kite", svg(100, 100, R"(<path d="M10 50 L50 5 L90 40 L50 95z" fill="#1E8F8A"
        opacity=".6"/>)"));
    add("bar", svg(40, 120, R"(<rect x="5" y="5" width="30" height="110" rx="8"
        fill="#3E6FB0"/>)"));
  }
};

inline float any(Random& random, int from, int to) {
  return static_cast<float>(from) +
         static_cast<float>(random.below(static_cast<std::uint32_t>((to - from) * 10))) / 10.0F;
}

inline void add_any_op(Frame& frame, Random& random) {
  const Rect box{any(random, -100, 1900), any(random, -100, 1060), any(random, 1, 400),
                 any(random, 1, 300)};
  const Colour colour = rgb(random.below(0x1000000)).faded(any(random, 0, 2));
  switch (random.below(4)) {
    case 0:
      return frame.fill(box, any(random, 0, 60), colour);
    case 1: {
      const TextStyle style{any(random, 20, 70), random.below(2) == 1, colour};
      return frame.line("Jąkała źdźbło ęĄŽ", {box.x, box.y}, style.size * 10, style);
    }
    default: {
      const char* const pictures[] = {"disc", "kite", "bar", "no such"};
      frame.picture(pictures[random.below(4)], box, any(random, 0, 2),
                    random.below(2) == 0 ? 0 : any(random, -400, 400), random.below(3) == 0);
    }
  }
}

inline Frame any_frame(Random& random) {
  Frame frame;
  if (random.below(3) != 0) frame.picture("sky", kCanvas);
  for (auto n = random.below(12); n > 0; --n) add_any_op(frame, random);
  return frame;
}

/// The same frame with a few ops changed, gone or new.
inline Frame changed(Frame frame, Random& random) {
  for (auto n = random.below(3); n > 0 && !frame.ops.empty(); --n) {
    const auto at = frame.ops.begin() + random.below(static_cast<std::uint32_t>(frame.ops.size()));
    Frame one;
    add_any_op(one, random);
    if (random.below(2) == 0 || one.ops.empty()) {
      frame.ops.erase(at);
    } else {
      *at = one.ops.front();
    }
  }
  add_any_op(frame, random);
  return frame;
}

}  // namespace nest::stage
