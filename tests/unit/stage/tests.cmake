nest_tests(stage
  unit/stage/sdl_test.cpp
)
