# Random touches over the bundled packs; scripts/soak gives more seeds and touches.
add_executable(monkey monkey/monkey.cpp)
target_link_libraries(monkey PRIVATE store)
target_include_directories(monkey PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(monkey PRIVATE STORKNEST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME monkey COMMAND monkey 5 4000)
set_tests_properties(monkey PROPERTIES LABELS monkey)
