# Content: what authors are told about their packs.
add_executable(pack_tests
  ${CMAKE_SOURCE_DIR}/src/apps/pack/recordings.cpp
  packs/bad_packs_test.cpp
  packs/hostile_folder_test.cpp
  packs/schema_test.cpp
)
target_link_libraries(pack_tests PRIVATE store stage doctest_main PkgConfig::SDL)
target_include_directories(pack_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(pack_tests PRIVATE STORKNEST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME unit-packs COMMAND pack_tests)
set_tests_properties(unit-packs PROPERTIES LABELS unit)

# The author's command, from gaps to none.
add_test(NAME content-narration COMMAND ${Python3_EXECUTABLE}
  ${CMAKE_CURRENT_LIST_DIR}/narration.py $<TARGET_FILE:pack_app>
  ${CMAKE_CURRENT_SOURCE_DIR}/fixtures/packs/good/recordings ${CMAKE_SOURCE_DIR}/assets/packs)
set_tests_properties(content-narration PROPERTIES LABELS content)

# The educator's cards. Skipped where nothing reads a PDF.
add_test(NAME content-cards COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/cards.py
  $<TARGET_FILE:pack_app> ${CMAKE_SOURCE_DIR}/locales)
set_tests_properties(content-cards PROPERTIES LABELS content SKIP_RETURN_CODE 77 ENVIRONMENT
  "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0")

# The schema under a validator that is not ours.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME content-schema
  COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/packs/validate.py)
set_tests_properties(content-schema PROPERTIES LABELS content)

# What we ship is right by our own rules: packs, library, characters.
add_test(NAME content-check
  COMMAND pack_app check --library ${CMAKE_SOURCE_DIR}/assets/packs)
set_tests_properties(content-check PROPERTIES LABELS content)
