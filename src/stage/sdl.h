#pragma once
// Every C handle gets a unique_ptr the moment it is born; a call that fails says what it was doing.
#include <SDL2/SDL.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace nest::stage {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* handle) const noexcept {
    Free(handle);
  }
};

class StageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Wraps a fresh handle; throws StageError with SDL's words if it is null.
template <class Owner>
Owner own(typename Owner::pointer handle, const char* doing) {
  if (handle == nullptr) throw StageError(std::string(doing) + ": " + SDL_GetError());
  return Owner(handle);
}

using Surface = std::unique_ptr<SDL_Surface, Freed<SDL_FreeSurface>>;

}  // namespace nest::stage
