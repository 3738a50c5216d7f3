# The house rules as tests: a red one says file, line and rule. clang-tidy is scripts/tidy.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(CLANG_FORMAT clang-format REQUIRED)
find_program(SHELLCHECK shellcheck REQUIRED)
find_program(DESKTOP_FILE_VALIDATE desktop-file-validate REQUIRED)

function(nest_rule name)
  add_test(NAME rules-${name} COMMAND ${ARGN})
  set_tests_properties(rules-${name} PROPERTIES LABELS rules)
endfunction()

nest_rule(layers ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/layers.py ${CMAKE_SOURCE_DIR})
nest_rule(fire ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/fires.py)
nest_rule(headers ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/headers.py ${CMAKE_SOURCE_DIR})
nest_rule(format ${CMAKE_SOURCE_DIR}/scripts/format --check)
nest_rule(scripts ${SHELLCHECK} -x scripts/bench scripts/format scripts/make-statistics-golden
  scripts/packages.sh scripts/run scripts/soak scripts/test scripts/tidy .ci/run)
set_tests_properties(rules-scripts PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
nest_rule(desktop-entry ${DESKTOP_FILE_VALIDATE} ${CMAKE_SOURCE_DIR}/assets/desktop/storknest.desktop)
