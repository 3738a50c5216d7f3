# A real server from Debian's package; skipped where none can be started.
add_executable(make_tallies postgres/make_tallies.cpp)
target_link_libraries(make_tallies PRIVATE store)
target_include_directories(make_tallies PRIVATE ${CMAKE_SOURCE_DIR}/tests)
add_test(NAME postgres-merge COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/merge.py
  $<TARGET_FILE:usage_app> $<TARGET_FILE:make_tallies>)
set_tests_properties(postgres-merge PROPERTIES LABELS postgres SKIP_RETURN_CODE 77)
