#include "stage/window.h"

#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace nest::stage {
namespace {

void set_hints(bool offscreen) {
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
  if (offscreen) SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
}

/// Whether the driver shows something to somebody, or was asked for by name.
bool shows(std::string_view driver) {
  constexpr std::array<std::string_view, 3> kReal = {"x11", "wayland", "kmsdrm"};
  for (const auto real : kReal) {
    if (driver == real) return true;
  }
  const char* asked = SDL_GetHint(SDL_HINT_VIDEODRIVER);
  return asked != nullptr && driver == asked;
}

bool has_gpu() {
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator("/dev/dri", none)) {
    if (entry.path().filename().string().starts_with("renderD")) return true;
  }
  return false;
}

/// A full screen is asked of the window manager; where there is none, the window itself must be as
/// large as the screen.
PxSize wanted_size(const WindowOptions& options) {
  SDL_DisplayMode mode;
  if (!options.fullscreen || SDL_GetDesktopDisplayMode(0, &mode) != 0) return options.size;
  return {mode.w, mode.h};
}

constexpr const char* kNoScreen =
    "There is no screen to open a window on: start the kiosk in a desktop session (X11 or Wayland) "
    "or on a console that may use KMS";

}  // namespace

Window::Session::Session(bool offscreen) {
  set_hints(offscreen);
  // Only video: joysticks and the like would make SDL's idle wait poll.
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
    throw StageError(std::string(kNoScreen) + " (" + SDL_GetError() + ").");
  }
  // With no X server SDL picks its offscreen driver and runs where nobody sees it.
  const std::string driver = SDL_GetCurrentVideoDriver();
  if (shows(driver)) return;
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
  throw StageError(std::string(kNoScreen) + ".");
}

Window::Window(const WindowOptions& options)
    : session_(options.offscreen), fullscreen_(options.fullscreen) {
  const PxSize size = wanted_size(options);
  const Uint32 flags =
      options.fullscreen ? Uint32{SDL_WINDOW_FULLSCREEN_DESKTOP} : Uint32{SDL_WINDOW_RESIZABLE};
  window_ = own<Handle>(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED,
                                         SDL_WINDOWPOS_CENTERED, size.w, size.h, flags),
                        "opening the window");
  SDL_StopTextInput();
  const bool try_gpu = options.renderer == RendererChoice::gpu ||
                       (options.renderer == RendererChoice::automatic && has_gpu());
  if (try_gpu) open_gpu(options.renderer);
  if (!gpu_) open_surface();
}

void Window::open_gpu(RendererChoice choice) try {
  renderer_ =
      own<Renderer>(SDL_CreateRenderer(window_.get(), -1,
                                       SDL_RENDERER_ACCELERATED | SDL_RENDERER_TARGETTEXTURE |
                                           SDL_RENDERER_PRESENTVSYNC),
                    "The GPU cannot be used; try --renderer surface");
  gpu_.emplace(*renderer_);
} catch (const StageError&) {
  renderer_.reset();
  if (choice == RendererChoice::gpu) throw;
}

void Window::open_surface() {
  surface_.emplace(target(), [this](std::span<const PxRect> boxes) { present(boxes); });
}

SDL_Surface& Window::target() {
  SDL_Surface* screen = SDL_GetWindowSurface(window_.get());
  if (screen == nullptr) throw StageError(std::string("painting on the window: ") + SDL_GetError());
  shadow_.reset();
  if (paintable(*screen->format)) return *screen;
  shadow_ = own<Surface>(
      SDL_CreateRGBSurfaceWithFormat(0, screen->w, screen->h, 32, SDL_PIXELFORMAT_RGB888),
      "making room for the screen's picture");
  return *shadow_;
}

void Window::present(std::span<const PxRect> boxes) {
  std::vector<SDL_Rect> rects;
  for (const auto& box : boxes) rects.push_back({box.x, box.y, box.w, box.h});
  if (shadow_ != nullptr) {
    SDL_Surface* screen = SDL_GetWindowSurface(window_.get());
    for (auto rect : rects) SDL_BlitSurface(shadow_.get(), &rect, screen, &rect);
  }
  SDL_UpdateWindowSurfaceRects(window_.get(), rects.data(), static_cast<int>(rects.size()));
}

Canvas& Window::canvas() {
  if (gpu_) return *gpu_;
  return *surface_;
}

PxSize Window::size() const {
  PxSize size;
  SDL_GetWindowSizeInPixels(window_.get(), &size.w, &size.h);
  return size;
}

PxSize Window::display() const {
  SDL_DisplayMode mode;
  const int index = SDL_GetWindowDisplayIndex(window_.get());
  // A full screen's own size is the truth; the mode that SDL remembers may be an old one.
  if (fullscreen_ || index < 0 || SDL_GetCurrentDisplayMode(index, &mode) != 0) return size();
  return {mode.w, mode.h};
}

bool Window::gone() const {
  constexpr PxSize kLeast{320, 200};
  const PxSize now = size();
  return now.w < kLeast.w || now.h < kLeast.h;
}

void Window::refresh() {
  if (gone()) return;
  if (gpu_) {
    gpu_->reset();
  } else {
    surface_->retarget(target());
  }
}

}  // namespace nest::stage
