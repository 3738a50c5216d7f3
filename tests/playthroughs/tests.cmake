# Scripts played by the real kiosk, each against its transcript; UPDATE_GOLDEN=1 ctest -L play blesses.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
foreach(play
    bad-packs
    counted
    drag
    failed
    home
    idle
    language-change
    look
    no-packs
    one-bad-pack
    options
    visit-en
    visit-lt
    visit-pl
    workshop)
  add_test(NAME play-${play} COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/run.py
    $<TARGET_FILE:kiosk_app> $<TARGET_FILE:usage_app> ${CMAKE_CURRENT_LIST_DIR}/${play}.play)
  set_tests_properties(play-${play} PROPERTIES LABELS play)
endforeach()
add_test(NAME play-orders COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/orders/orders.py
  $<TARGET_FILE:kiosk_app>)
set_tests_properties(play-orders PROPERTIES LABELS play)
