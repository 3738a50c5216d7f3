target_sources(store PRIVATE
  store/assets.cpp
  store/data_folder.cpp
  store/files.cpp
  store/folder_lock.cpp
  store/folder_source.cpp
  store/json.cpp
  store/library.cpp
  store/sqlite.cpp
  store/tally_batch.cpp
  store/tally_file.cpp
  store/tally_reader.cpp
  store/tally_schema.cpp
  store/tally_store.cpp
  store/tally_writer.cpp
  store/writers/report_json.cpp
  store/writers/report_text.cpp
)
