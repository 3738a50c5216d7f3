# The whole thing for a while.
add_executable(visit_loop smoke/visit_loop.cpp)
target_link_libraries(visit_loop PRIVATE store)
target_include_directories(visit_loop PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(visit_loop PRIVATE STORKNEST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME smoke-day COMMAND visit_loop 24)
set_tests_properties(smoke-day PROPERTIES LABELS smoke)

find_program(XVFB Xvfb)
find_program(XDOTOOL xdotool)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
if(XVFB AND XDOTOOL)
  add_test(NAME smoke-window COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/window.py
    $<TARGET_FILE:kiosk_app> --renderer surface)
  add_test(NAME smoke-window-calm COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/window.py
    $<TARGET_FILE:kiosk_app> --renderer surface --calm --fullscreen)
  add_test(NAME smoke-record COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/record.py
    $<TARGET_FILE:kiosk_app>)
  set_tests_properties(smoke-window smoke-window-calm smoke-record PROPERTIES LABELS smoke)
endif()

# Skipped where there is no display with a touch panel to be had.
add_test(NAME smoke-touch-rig COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/touch_rig.py
  $<TARGET_FILE:kiosk_app> $<TARGET_FILE:usage_app>)
set_tests_properties(smoke-touch-rig PROPERTIES LABELS smoke SKIP_RETURN_CODE 77)

add_test(NAME smoke-installed COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/installed.py
  ${CMAKE_BINARY_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/faults/visit.play)
set_tests_properties(smoke-installed PROPERTIES LABELS smoke)

add_test(NAME smoke-help COMMAND kiosk_app --help)
set_tests_properties(smoke-help PROPERTIES LABELS smoke PASS_REGULAR_EXPRESSION "--record")
add_test(NAME smoke-version COMMAND kiosk_app --version)
set_tests_properties(smoke-version PROPERTIES LABELS smoke
  PASS_REGULAR_EXPRESSION "^storknest ${PROJECT_VERSION}\n$")
