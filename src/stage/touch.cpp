#include "stage/touch.h"

#include <algorithm>

namespace nest::stage {
namespace {

constexpr std::int64_t kMouse = -1;

Input touched(std::int64_t id, FingerPhase phase, Point px, Uint32 at, const Viewport& view) {
  return Touched{{id, phase, view.to_canvas(px)}, at};
}

std::optional<FingerPhase> finger_phase(Uint32 type) {
  switch (type) {
    case SDL_FINGERDOWN:
      return FingerPhase::down;
    case SDL_FINGERMOTION:
      return FingerPhase::move;
    case SDL_FINGERUP:
      return FingerPhase::up;
    default:
      return std::nullopt;
  }
}

Input finger(const SDL_TouchFingerEvent& event, FingerPhase phase, const Viewport& view) {
  const PxSize window = view.window();
  const Point px{event.x * static_cast<float>(window.w), event.y * static_cast<float>(window.h)};
  return touched(event.fingerId, phase, px, event.timestamp, view);
}

std::optional<Input> button(const SDL_MouseButtonEvent& event, const Viewport& view) {
  if (event.button != SDL_BUTTON_LEFT || event.which == SDL_TOUCH_MOUSEID) return std::nullopt;
  const auto phase = event.type == SDL_MOUSEBUTTONDOWN ? FingerPhase::down : FingerPhase::up;
  const Point px{static_cast<float>(event.x), static_cast<float>(event.y)};
  return touched(kMouse, phase, px, event.timestamp, view);
}

std::optional<Input> motion(const SDL_MouseMotionEvent& event, const Viewport& view) {
  if ((event.state & SDL_BUTTON_LMASK) == 0 || event.which == SDL_TOUCH_MOUSEID)
    return std::nullopt;
  const Point px{static_cast<float>(event.x), static_cast<float>(event.y)};
  return touched(kMouse, FingerPhase::move, px, event.timestamp, view);
}

std::optional<Input> window_news(Uint8 event) {
  switch (event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
      return Resized{};
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
      return Exposed{};
    default:
      return std::nullopt;
  }
}

}  // namespace

void Bell::ring() {
  if (ringing_.exchange(true)) return;
  SDL_Event event{};
  event.type = event_;
  if (SDL_PushEvent(&event) != 1) ringing_ = false;
}

bool Bell::heard(const SDL_Event& event) {
  if (event.type != event_) return false;
  ringing_ = false;
  return true;
}

std::optional<Input> input_of(const SDL_Event& event, const Viewport& view) {
  if (const auto phase = finger_phase(event.type)) return finger(event.tfinger, *phase, view);
  switch (event.type) {
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      return button(event.button, view);
    case SDL_MOUSEMOTION:
      return motion(event.motion, view);
    case SDL_WINDOWEVENT:
      return window_news(event.window.event);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
      return Exposed{};
    case SDL_AUDIODEVICEREMOVED:
      if (event.adevice.which == 0 || event.adevice.iscapture != 0) return std::nullopt;
      return SoundLost{};  // which: 0 for a device that nobody had opened
    case SDL_QUIT:
      return Quit{};
    default:
      return std::nullopt;
  }
}

void Inbox::take(const SDL_Event& event, const Viewport& view, std::vector<Input>& inputs) {
  if (bell_.heard(event)) {
    inputs.emplace_back(Woken{});
    return;
  }
  if (event.type == SDL_FINGERDOWN) SDL_ShowCursor(SDL_DISABLE);
  if (event.type == SDL_MOUSEMOTION) SDL_ShowCursor(SDL_ENABLE);
  if (auto input = input_of(event, view)) inputs.push_back(*input);
}

std::vector<Input> Inbox::wait(std::optional<Millis> limit, const Viewport& view) {
  constexpr Millis kLongest{3'600'000};
  std::vector<Input> inputs;
  SDL_Event event;
  const auto ms =
      static_cast<int>(std::clamp(limit.value_or(kLongest), Millis{0}, kLongest).count());
  if (limit ? SDL_WaitEventTimeout(&event, ms) == 0 : SDL_WaitEvent(&event) == 0) return inputs;
  do {
    take(event, view, inputs);
  } while (SDL_PollEvent(&event) != 0);
  return inputs;
}

}  // namespace nest::stage
