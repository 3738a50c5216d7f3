target_sources(store PRIVATE
  store/files.cpp
)
