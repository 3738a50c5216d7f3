nest_tests(stage
  unit/stage/decode_test.cpp
  unit/stage/fonts_test.cpp
  unit/stage/painter_test.cpp
  unit/stage/sdl_test.cpp
  unit/stage/sprites_test.cpp
  unit/stage/viewport_test.cpp
)
