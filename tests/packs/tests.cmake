# Content: what authors are told about their packs.
add_executable(pack_tests
  unit/main.cpp
  packs/bad_packs_test.cpp
  packs/hostile_folder_test.cpp
)
target_link_libraries(pack_tests PRIVATE store stage doctest::doctest PkgConfig::SDL)
target_include_directories(pack_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(pack_tests PRIVATE STORKNEST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME unit-packs COMMAND pack_tests)
set_tests_properties(unit-packs PROPERTIES LABELS unit)

