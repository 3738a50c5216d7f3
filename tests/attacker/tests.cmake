# What can be worked out of all outputs together; scripts/soak attacks a thousand sets of figures.
find_library(STORKNEST_GLPK glpk REQUIRED)
add_executable(attacker attacker/attacker.cpp attacker/faults.cpp attacker/knowledge.cpp
  attacker/knowledge_rounds.cpp attacker/program.cpp attacker/reading.cpp attacker/simulate.cpp)
target_link_libraries(attacker PRIVATE fast_core ${STORKNEST_GLPK})
target_include_directories(attacker PRIVATE ${CMAKE_SOURCE_DIR}/tests)
add_test(NAME attacker COMMAND attacker 25)
set_tests_properties(attacker PROPERTIES LABELS attacker)
