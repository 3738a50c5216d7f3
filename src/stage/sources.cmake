target_sources(stage PRIVATE
  stage/decode.cpp
  stage/fonts.cpp
  stage/gpu_canvas.cpp
  stage/images.cpp
  stage/mixer.cpp
  stage/offscreen.cpp
  stage/painter.cpp
  stage/sdl.cpp
  stage/speech.cpp
  stage/sprite.cpp
  stage/sprites.cpp
  stage/surface_canvas.cpp
  stage/svg_rules.cpp
  stage/touch.cpp
  stage/viewport.cpp
  stage/window.cpp
)
