target_sources(store PRIVATE
  store/assets.cpp
  store/data_folder.cpp
  store/files.cpp
  store/folder_lock.cpp
  store/folder_source.cpp
  store/json.cpp
  store/library.cpp
  store/merged_file.cpp
  store/newest.cpp
  store/row_stage.cpp
  store/sqlite.cpp
  store/tally_batch.cpp
  store/tally_file.cpp
  store/tally_gather.cpp
  store/tally_merge.cpp
  store/tally_reader.cpp
  store/tally_rows.cpp
  store/tally_schema.cpp
  store/tally_source.cpp
  store/tally_store.cpp
  store/tally_writer.cpp
  store/writers/diagnostics_json.cpp
  store/writers/narration_json.cpp
  store/writers/recording_sheet.cpp
  store/writers/report_json.cpp
  store/writers/report_text.cpp
)

target_sources(store_postgres PRIVATE
  store/postgres.cpp
  store/postgres_merge.cpp
)
