# Programs that hurt what a kiosk writes. scripts/soak gives more rounds.
add_library(busy_kiosk OBJECT faults/aftermath.cpp faults/busy_kiosk.cpp faults/tally_check.cpp)
target_link_libraries(busy_kiosk PUBLIC store)
target_include_directories(busy_kiosk PUBLIC ${CMAKE_SOURCE_DIR}/tests)

add_executable(kill_rounds faults/kill_rounds.cpp)
target_link_libraries(kill_rounds PRIVATE busy_kiosk)
add_test(NAME faults-kill COMMAND kill_rounds 20)
set_tests_properties(faults-kill PROPERTIES LABELS faults)

add_executable(power_cut faults/power_cut.cpp support/disk_calls.cpp support/faulty_disk.cpp
  support/recorded_disk.cpp)
target_link_libraries(power_cut PRIVATE busy_kiosk PkgConfig::SQLITE)
add_test(NAME faults-power-cut COMMAND power_cut 20)
add_test(NAME faults-power-cut-careless COMMAND power_cut 10 1 careless)
set_tests_properties(faults-power-cut faults-power-cut-careless PROPERTIES LABELS faults)

add_executable(fault_sweep faults/fault_sweep.cpp support/disk_calls.cpp support/faulty_disk.cpp)
target_link_libraries(fault_sweep PRIVATE busy_kiosk)
add_test(NAME faults-sweep COMMAND fault_sweep 15)
set_tests_properties(faults-sweep PROPERTIES LABELS faults)

add_executable(kill_visits faults/kill_visits.cpp)
target_link_libraries(kill_visits PRIVATE store)
target_include_directories(kill_visits PRIVATE ${CMAKE_SOURCE_DIR}/tests)
add_test(NAME faults-kill-visits COMMAND kill_visits $<TARGET_FILE:kiosk_app>
  ${CMAKE_CURRENT_SOURCE_DIR}/faults/visit.play 12)
set_tests_properties(faults-kill-visits PROPERTIES LABELS faults)

# The real kiosk started where something is missing, broken or refused.
foreach(fault
    bad-options
    broken-database
    broken-locale
    closed-standard-streams
    file-in-place-of-folder
    file-size-limit
    full-disk
    full-log
    locked-database
    lost-display
    missing-art
    missing-assets
    missing-font
    missing-locale
    missing-packs
    newer-database
    no-display
    no-home
    read-only-file
    second-kiosk
    unwritable-folder
    unwritable-record)
  add_test(NAME faults-${fault} COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/start.py
    $<TARGET_FILE:kiosk_app> ${fault})
  set_tests_properties(faults-${fault} PROPERTIES LABELS faults SKIP_RETURN_CODE 77)
endforeach()

# The real kiosk under a clock on the wall that is wrong, is set, or has its hour twice.
add_executable(today faults/today.cpp ${CMAKE_SOURCE_DIR}/src/apps/kiosk/calendar.cpp)
target_link_libraries(today PRIVATE core)
foreach(clock clock-of-1970 dated-workshop jumping-clock workshop-whenever)
  add_test(NAME faults-${clock} COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/clock.py
    $<TARGET_FILE:kiosk_app> ${clock})
  set_tests_properties(faults-${clock} PROPERTIES LABELS faults SKIP_RETURN_CODE 77)
endforeach()

# The real kiosk, from which something is taken in the middle of a visit.
foreach(fault unplugged-library unplugged-loudspeaker unplugged-pack)
  add_test(NAME faults-${fault} COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/midway.py
    $<TARGET_FILE:kiosk_app> ${fault})
  set_tests_properties(faults-${fault} PROPERTIES LABELS faults)
endforeach()

add_test(NAME faults-scripts COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/scripts.py)
set_tests_properties(faults-scripts PROPERTIES LABELS faults)
