# Screens as text and as pictures; UPDATE_GOLDEN=1 ctest -L golden blesses.
add_executable(golden_tests golden/adult_test.cpp golden/golden_test.cpp)
target_link_libraries(golden_tests PRIVATE store stage doctest_main PkgConfig::SDL)
target_include_directories(golden_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(golden_tests PRIVATE STORKNEST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME golden COMMAND golden_tests)
set_tests_properties(golden PROPERTIES LABELS golden)
