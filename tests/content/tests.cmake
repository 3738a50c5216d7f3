# What we ship, held against dictionaries, fonts, facts and itself.
pkg_check_modules(HUNSPELL REQUIRED IMPORTED_TARGET hunspell)
add_executable(content_tests
  content/facts_test.cpp
  content/locales_test.cpp
  content/pronunciation_test.cpp
  content/sounds_test.cpp
  content/spelling_test.cpp
  content/verdict_test.cpp
)
target_link_libraries(content_tests PRIVATE store stage doctest_main PkgConfig::SDL
  PkgConfig::HUNSPELL PkgConfig::ESPEAK)
target_include_directories(content_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(content_tests PRIVATE STORKNEST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME content-texts COMMAND content_tests)
set_tests_properties(content-texts PROPERTIES LABELS content)
