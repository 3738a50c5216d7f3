target_sources(store PRIVATE
  store/assets.cpp
  store/files.cpp
  store/folder_source.cpp
  store/json.cpp
  store/library.cpp
)
