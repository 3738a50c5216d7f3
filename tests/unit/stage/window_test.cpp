#include "stage/window.h"

#include <doctest/doctest.h>

#include <thread>

#include "stage/painter.h"
#include "stage/touch.h"
#include "unit/stage/fakes.h"

using namespace nest;
using namespace nest::stage;

namespace {

struct Driver {
  explicit Driver(const char* name) { SDL_SetHint(SDL_HINT_VIDEODRIVER, name); }
  ~Driver() { SDL_SetHint(SDL_HINT_VIDEODRIVER, nullptr); }
};

WindowOptions unseen() {
  WindowOptions options;
  options.offscreen = true;
  options.size = {800, 600};
  return options;
}

}  // namespace

TEST_CASE("window: a driver that does not exist is one clear sentence") {
  const Driver driver("nosuch");
  CHECK_THROWS_WITH_AS(Window(WindowOptions{}), doctest::Contains("There is no screen"),
                       StageError);
}

TEST_CASE("window: a frame is painted and presented on an unseen screen") {
  const Driver restore("offscreen");
  Window window(unseen());
  CHECK(window.size() == PxSize{800, 600});
  CHECK_FALSE(window.gone());
  CHECK_FALSE(window.on_gpu());
  SomePictures media;
  Images images(media, {});
  const Fonts fonts;
  Sprites sprites(images, fonts, {});
  Painter painter(window.canvas(), sprites, images);
  Random random(5);
  const Frame frame = any_frame(random);
  CHECK(painter.paint(frame));
  painter.settle();
  CHECK_FALSE(painter.paint(frame));
  window.refresh();
  painter.refresh();
  CHECK(painter.paint(frame));
}

TEST_CASE("inbox: a ring from another thread ends the wait, many rings are one") {
  const Driver restore("offscreen");
  const Window window(unseen());
  Bell bell;
  Inbox inbox(bell);
  const Viewport view(window.size());
  while (!inbox.wait(Millis{0}, view).empty()) {
  }
  std::thread worker([&bell] {
    bell.ring();
    bell.ring();
  });
  const auto inputs = inbox.wait(Millis{10'000}, view);
  worker.join();
  std::size_t rings = inputs.size();
  for (const auto& input : inputs) CHECK(std::holds_alternative<Woken>(input));
  rings += inbox.wait(Millis{0}, view).size();
  CHECK(rings >= 1);
  CHECK(rings <= 2);  // the second ring may come after the first was heard
  bell.ring();
  bell.ring();
  CHECK(inbox.wait(Millis{10'000}, view).size() == 1);
}
