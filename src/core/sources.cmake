target_sources(core PRIVATE
  core/base/utf8.cpp
  core/view/frame.cpp
  core/scene/voice.cpp
  core/usage/tally.cpp
  core/view/damage.cpp
)
