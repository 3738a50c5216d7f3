# The house rules as tests: a red one says file, line and rule. clang-tidy is scripts/tidy.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(CLANG_FORMAT clang-format REQUIRED)

function(nest_rule name)
  add_test(NAME rules-${name} COMMAND ${ARGN})
  set_tests_properties(rules-${name} PROPERTIES LABELS rules)
endfunction()

nest_rule(layers ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/layers.py ${CMAKE_SOURCE_DIR})
nest_rule(layers-fire ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/fires.py)
nest_rule(headers ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/headers.py ${CMAKE_BINARY_DIR})
nest_rule(format ${CMAKE_SOURCE_DIR}/scripts/format --check)
