#include "stage/touch.h"

#include <doctest/doctest.h>

#include <thread>

using namespace nest;
using namespace nest::stage;

namespace {

/// A window of 800 x 600: the canvas is 800 x 450, 75 pixels below the top.
const Viewport kView({800, 600});

SDL_Event finger_event(Uint32 type, float x, float y) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.fingerId = 7;
  event.tfinger.timestamp = 1234;
  event.tfinger.x = x;
  event.tfinger.y = y;
  return event;
}

SDL_Event button_event(Uint32 type, Uint8 button, Uint32 which, int x, int y) {
  SDL_Event event{};
  event.type = type;
  event.button.button = button;
  event.button.which = which;
  event.button.x = x;
  event.button.y = y;
  return event;
}

Touched touched(const SDL_Event& event) {
  const auto input = input_of(event, kView);
  REQUIRE(input);
  REQUIRE(std::holds_alternative<Touched>(*input));
  return std::get<Touched>(*input);
}

}  // namespace

TEST_CASE("touch: fingers are mapped through the letterbox to the canvas") {
  const Touched middle = touched(finger_event(SDL_FINGERDOWN, 0.5F, 0.5F));
  CHECK(middle.finger.id == 7);
  CHECK(middle.at == 1234);
  CHECK(middle.finger.phase == FingerPhase::down);
  CHECK(middle.finger.at.x == doctest::Approx(960));
  CHECK(middle.finger.at.y == doctest::Approx(540));
  const Touched corner = touched(finger_event(SDL_FINGERMOTION, 0, 0.125F));
  CHECK(corner.finger.phase == FingerPhase::move);
  CHECK(corner.finger.at.x == doctest::Approx(0));
  CHECK(corner.finger.at.y == doctest::Approx(0));
  const Touched bar = touched(finger_event(SDL_FINGERUP, 1, 0));
  CHECK(bar.finger.phase == FingerPhase::up);
  CHECK(bar.finger.at.x == doctest::Approx(1920));
  CHECK(bar.finger.at.y < 0);
}

TEST_CASE("touch: the left mouse button is finger -1, others are nothing") {
  const Touched down = touched(button_event(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0, 400, 300));
  CHECK(down.finger.id == -1);
  CHECK(down.finger.phase == FingerPhase::down);
  CHECK(down.finger.at.x == doctest::Approx(960));
  CHECK(touched(button_event(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 0, 1, 1)).finger.phase ==
        FingerPhase::up);
  CHECK_FALSE(input_of(button_event(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 0, 1, 1), kView));
}

TEST_CASE("touch: a mouse that SDL made up from a finger is nothing") {
  CHECK_FALSE(
      input_of(button_event(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID, 1, 1), kView));
}

TEST_CASE("touch: a mouse moves a finger only while its button is held") {
  SDL_Event event{};
  event.type = SDL_MOUSEMOTION;
  CHECK_FALSE(input_of(event, kView));
  event.motion.state = SDL_BUTTON_LMASK;
  CHECK(touched(event).finger.phase == FingerPhase::move);
}

TEST_CASE("touch: only a loudspeaker that was open can be lost") {
  SDL_Event event{};
  event.type = SDL_AUDIODEVICEREMOVED;
  CHECK_FALSE(input_of(event, kView));
  event.adevice.which = 2;
  CHECK(std::holds_alternative<SoundLost>(input_of(event, kView).value()));
  event.adevice.iscapture = 1;
  CHECK_FALSE(input_of(event, kView));
}

TEST_CASE("touch: the window's own news are told apart") {
  SDL_Event event{};
  event.type = SDL_WINDOWEVENT;
  event.window.event = SDL_WINDOWEVENT_SIZE_CHANGED;
  CHECK(std::holds_alternative<Resized>(*input_of(event, kView)));
  event.window.event = SDL_WINDOWEVENT_EXPOSED;
  CHECK(std::holds_alternative<Exposed>(*input_of(event, kView)));
  event.window.event = SDL_WINDOWEVENT_MOVED;
  CHECK_FALSE(input_of(event, kView));
  event.type = SDL_QUIT;
  CHECK(std::holds_alternative<Quit>(*input_of(event, kView)));
  event.type = SDL_KEYDOWN;
  CHECK_FALSE(input_of(event, kView));
}
