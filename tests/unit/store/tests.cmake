nest_tests(store
  unit/store/assets_test.cpp
  unit/store/files_test.cpp
  unit/store/folder_lock_test.cpp
  unit/store/json_test.cpp
  unit/store/library_test.cpp
  unit/store/newest_test.cpp
  unit/store/report_writers_test.cpp
  unit/store/sqlite_test.cpp
  unit/store/tally_faults_test.cpp
  unit/store/tally_merge_faults_test.cpp
  unit/store/tally_merge_test.cpp
  unit/store/tally_reader_test.cpp
  unit/store/tally_schema_test.cpp
  unit/store/tally_store_test.cpp
  support/faulty_disk.cpp
)
target_link_libraries(store_tests PRIVATE PkgConfig::SQLITE)
