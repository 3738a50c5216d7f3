nest_tests(core
  unit/core/damage_test.cpp
  unit/core/frame_test.cpp
)
