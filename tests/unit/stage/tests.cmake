nest_tests(stage
  unit/stage/canvas_test.cpp
  unit/stage/decode_test.cpp
  unit/stage/fonts_test.cpp
  unit/stage/lru_test.cpp
  unit/stage/mixer_test.cpp
  unit/stage/painter_test.cpp
  unit/stage/pose_test.cpp
  unit/stage/sdl_test.cpp
  unit/stage/sound_test.cpp
  unit/stage/speech_test.cpp
  unit/stage/sprites_test.cpp
  unit/stage/svg_rules_test.cpp
  unit/stage/touch_test.cpp
  unit/stage/viewport_test.cpp
  unit/stage/window_test.cpp
)

nest_tests(print
  unit/stage/print/card_sheet_test.cpp
)
set_tests_properties(unit-print PROPERTIES ENVIRONMENT
  "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0")
