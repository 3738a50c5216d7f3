#include "bench/frames.h"

#include <chrono>

#include "stage/offscreen.h"
#include "stage/painter.h"

namespace nest::bench {

std::vector<double> frame_times(Shadow& shadow, int width, int height, int count,
                                const AtFrame& between, const AtFrame& within) {
  using Clock = std::chrono::steady_clock;
  const auto surface = stage::blank_surface({width, height});
  stage::SurfaceCanvas canvas(*surface, {});
  stage::Images images(shadow.world().assets, {});
  stage::Sprites sprites(images, shadow.world().fonts, {});
  stage::Painter painter(canvas, sprites, images);
  auto& kiosk = shadow.kiosk();
  Instant now = shadow.now();
  painter.paint(kiosk.frame(now));
  painter.settle();
  std::vector<double> out;
  for (int i = 0; i < count; ++i) {
    now += Millis(i % 3 == 0 ? 16 : 17);
    between(i);
    const auto before = Clock::now();
    within(i);
    kiosk.advance(now);
    painter.paint(kiosk.frame(now));
    out.push_back(std::chrono::duration<double, std::milli>(Clock::now() - before).count());
    kiosk.take_outbox();
  }
  return out;
}

}  // namespace nest::bench
