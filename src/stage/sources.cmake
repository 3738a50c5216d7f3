target_sources(stage PRIVATE
  stage/sdl.cpp
)
