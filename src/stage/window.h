#pragma once
// The window: which driver, which renderer, how large. Everything in it is painted through
// canvas(). Not here: events (see Inbox), what is painted.
#include <optional>
#include <string>

#include "stage/canvas.h"
#include "stage/gpu_canvas.h"
#include "stage/surface_canvas.h"

namespace nest::stage {

/// automatic: the GPU where there is one, without trying OpenGL where there is none (that alone
/// costs 0.3 s).
enum class RendererChoice { automatic, surface, gpu };

struct WindowOptions {
  std::string title = "Storknest";
  PxSize size{1280, 720};  ///< not looked at for full screen
  bool fullscreen = false;
  bool offscreen = false;  ///< a screen that nobody sees, for smoke tests
  RendererChoice renderer = RendererChoice::automatic;
};

/// One at a time; owns SDL's video.
class Window {
 public:
  /// Throws StageError with one sentence if there is no screen, or no GPU where one was asked for.
  explicit Window(const WindowOptions& options);

  /// The same object for as long as the window lives.
  Canvas& canvas();
  bool on_gpu() const { return gpu_.has_value(); }

  /// Device pixels.
  PxSize size() const;
  /// The display's mode, over which the configured diagonal counts.
  PxSize display() const;
  /// A display that was switched off is reported as a window of almost nothing: paint nothing.
  bool gone() const;

  /// After a change of size or a lost picture; then Painter::refresh().
  void refresh();

 private:
  struct Session {
    explicit Session(bool offscreen);
    ~Session() { SDL_QuitSubSystem(SDL_INIT_VIDEO); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
  };
  using Handle = std::unique_ptr<SDL_Window, Freed<SDL_DestroyWindow>>;
  using Renderer = std::unique_ptr<SDL_Renderer, Freed<SDL_DestroyRenderer>>;

  void open_gpu(RendererChoice choice);
  void open_surface();
  SDL_Surface& target();
  void present(std::span<const PxRect> boxes);

  Session session_;
  bool fullscreen_;
  Handle window_;
  Renderer renderer_;
  std::optional<GpuCanvas> gpu_;
  Surface shadow_;  ///< only where the screen's own format is not paintable
  std::optional<SurfaceCanvas> surface_;
};

}  // namespace nest::stage
