nest_tests(core
  unit/core/base/node_test.cpp
  unit/core/usage/release_test.cpp
  unit/core/usage/report_test.cpp
  unit/core/usage/statistics_test.cpp
  unit/core/view/damage_test.cpp
  unit/core/view/frame_test.cpp
)
