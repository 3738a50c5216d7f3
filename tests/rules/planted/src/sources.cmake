# Named below: one file that is there, one that is not. apps/kiosk/main.cpp is forgotten.
file(GLOB everything CONFIGURE_DEPENDS *.cpp)
target_sources(core PRIVATE
  core/activities/registry.cpp
  core/base/clocky.cpp
  core/base/gone.cpp
)
