#pragma once
// SVG that the kiosk itself brings: whether its rasteriser can draw it as it was drawn.
#include <filesystem>
#include <map>
#include <string>

#include "store/assets.h"

namespace nest::app {

/// `name` is how messages call the file.
void check_svg(const std::filesystem::path& file, const std::string& name, Diagnostics& out);

/// All pictures of the library and of the characters; parts whose picture is missing.
void check_library(const store::Assets& assets, const std::map<std::string, Rig, std::less<>>& rigs,
                   Diagnostics& out);

}  // namespace nest::app
