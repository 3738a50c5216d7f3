nest_tests(core
  unit/core/damage_test.cpp
  unit/core/frame_test.cpp
  unit/core/release_test.cpp
  unit/core/report_test.cpp
  unit/core/statistics_test.cpp
)
