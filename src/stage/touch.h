#pragma once
// What happens at the window, in the core's words: fingers in canvas units, and a few words about
// the window itself. A mouse is finger -1, for people without a touch screen.
// Not here: what a touch means (see TouchGate).
#include <atomic>
#include <optional>
#include <variant>
#include <vector>

#include "core/base/time.h"
#include "core/shell/touch_gate.h"
#include "stage/sdl.h"
#include "stage/viewport.h"

namespace nest::stage {

/// `at`: SDL's milliseconds at which the event arrived.
struct Touched {
  Finger finger;
  std::uint32_t at = 0;
};
struct Quit {};
/// The window has another size: Window::refresh(), Painter::refresh().
struct Resized {};
/// The window lost its picture: the same two calls.
struct Exposed {};
/// The loudspeaker that was open is gone: Mixer::lost().
struct SoundLost {};
/// A worker has something: a picture, a voice.
struct Woken {};
using Input = std::variant<Touched, Quit, Resized, Exposed, SoundLost, Woken>;

/// Rings the main thread out of Inbox::wait(), from any thread; many rings are one.
class Bell {
 public:
  /// After SDL's start.
  Bell() : event_(SDL_RegisterEvents(1)) {}
  void ring();
  /// True if the event is this bell's, which may ring again from now on.
  bool heard(const SDL_Event& event);

 private:
  Uint32 event_;
  std::atomic<bool> ringing_ = false;
};

/// One of SDL's events, where the canvas lies as `view` says; none if it means nothing here.
std::optional<Input> input_of(const SDL_Event& event, const Viewport& view);

class Inbox {
 public:
  /// `bell` must outlive it.
  explicit Inbox(Bell& bell) : bell_(bell) {}

  /// Everything that happened, in order; waits for the first of it, at most `limit` (none: for
  /// ever). Hides the mouse pointer while fingers are at work.
  std::vector<Input> wait(std::optional<Millis> limit, const Viewport& view);

 private:
  void take(const SDL_Event& event, const Viewport& view, std::vector<Input>& inputs);

  Bell& bell_;
};

}  // namespace nest::stage
