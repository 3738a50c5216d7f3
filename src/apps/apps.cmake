find_package(CLI11 REQUIRED)

add_executable(pack_app apps/pack/main.cpp)
set_target_properties(pack_app PROPERTIES OUTPUT_NAME storknest-pack)
target_link_libraries(pack_app PRIVATE core store CLI11::CLI11)
