# The whole thing for a while.
add_executable(visit_loop smoke/visit_loop.cpp)
target_link_libraries(visit_loop PRIVATE store)
target_include_directories(visit_loop PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(visit_loop PRIVATE STORKNEST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME smoke-day COMMAND visit_loop 24)
set_tests_properties(smoke-day PROPERTIES LABELS smoke)
