# Random touches over the bundled packs: many in the fast build, some in the watched one.
# scripts/soak gives more.
foreach(build monkey fast_monkey)
  add_executable(${build} monkey/monkey.cpp)
  target_include_directories(${build} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(${build} PRIVATE STORKNEST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endforeach()
target_link_libraries(monkey PRIVATE store)
target_link_libraries(fast_monkey PRIVATE fast_store)
add_test(NAME monkey-1 COMMAND fast_monkey 10 20000 1)
add_test(NAME monkey-11 COMMAND fast_monkey 10 20000 11)
add_test(NAME monkey-watched COMMAND monkey 2 2000)
set_tests_properties(monkey-1 monkey-11 monkey-watched PROPERTIES LABELS monkey)
