nest_tests(store
  unit/store/files_test.cpp
)
