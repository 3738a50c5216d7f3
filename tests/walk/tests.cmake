# The walk: every screen of everything that is bundled, held to the figures of a child's screen.
add_executable(walk
  walk/contrast_rules.cpp
  walk/eyes.cpp
  walk/film.cpp
  walk/film_route.cpp
  walk/ledger.cpp
  walk/look.cpp
  walk/painted_ground.cpp
  walk/planted.cpp
  walk/promises.cpp
  walk/pseudo.cpp
  walk/route.cpp
  walk/target_rules.cpp
  walk/text_rules.cpp
  walk/walk.cpp
  walk/world.cpp
)
target_link_libraries(walk PRIVATE fast_store fast_stage PkgConfig::SDL)
target_include_directories(walk PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(walk PRIVATE STORKNEST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
foreach(part screens films)
  add_test(NAME walk-${part} COMMAND walk ${part})
  set_tests_properties(walk-${part} PROPERTIES LABELS walk)
endforeach()
