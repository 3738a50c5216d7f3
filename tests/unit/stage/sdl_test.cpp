#include "stage/sdl.h"

#include <doctest/doctest.h>

using namespace nest::stage;

TEST_CASE("sdl: a failed call says what it was doing") {
  CHECK_THROWS_WITH_AS(own<Surface>(SDL_LoadBMP("no such file"), "opening a picture"),
                       doctest::Contains("opening a picture: "), StageError);
}
