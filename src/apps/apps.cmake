find_package(CLI11 REQUIRED)

add_executable(pack_app
  apps/pack/cards.cpp
  apps/pack/check.cpp
  apps/pack/check_svg.cpp
  apps/pack/list.cpp
  apps/pack/main.cpp
  apps/pack/narration.cpp
  apps/pack/preview.cpp
  apps/pack/recordings.cpp
)
set_target_properties(pack_app PROPERTIES OUTPUT_NAME storknest-pack)
target_link_libraries(pack_app PRIVATE core store stage print CLI11::CLI11 PkgConfig::SDL)

add_executable(kiosk_app
  apps/kiosk/calendar.cpp
  apps/kiosk/counting.cpp
  apps/kiosk/live.cpp
  apps/kiosk/main.cpp
  apps/kiosk/office.cpp
  apps/kiosk/options.cpp
  apps/kiosk/play.cpp
  apps/kiosk/records.cpp
  apps/kiosk/recorder.cpp
  apps/kiosk/say.cpp
  apps/kiosk/world.cpp
)
set_target_properties(kiosk_app PROPERTIES OUTPUT_NAME storknest)
target_compile_definitions(kiosk_app PRIVATE STORKNEST_VERSION="${PROJECT_VERSION}")
target_link_libraries(kiosk_app PRIVATE core store stage CLI11::CLI11 PkgConfig::SDL)

add_executable(usage_app
  apps/usage/class_of.cpp
  apps/usage/main.cpp
  apps/usage/merge.cpp
  apps/usage/report.cpp
  apps/usage/simulate.cpp
)
set_target_properties(usage_app PROPERTIES OUTPUT_NAME storknest-usage)
target_link_libraries(usage_app PRIVATE core store store_postgres fmt::fmt CLI11::CLI11)

# CLI11 is all templates in one header: with these three checks it takes half as long again.
foreach(app pack_app kiosk_app usage_app)
  target_compile_options(${app} PRIVATE -fno-sanitize=null,alignment,object-size)
endforeach()
