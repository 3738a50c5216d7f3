#include "apps/pack/check_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "stage/svg_rules.h"
#include "store/files.h"

namespace nest::app {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 4UL << 20U;

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  fs::recursive_directory_iterator it(folder, failed);
  for (; !failed && it != fs::recursive_directory_iterator(); it.increment(failed)) {
    if (it->path().extension() == ".svg") files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

void check_svg(const fs::path& file, const std::string& name, Diagnostics& out) {
  auto svg = store::read_file(file, kMostBytes);
  if (!svg) return out.error("unreadable", {name, 0, 0, ""}, "this file cannot be read.");
  if (const auto why = stage::svg_refusal(*svg); !why.empty()) {
    out.error("svg-refused", {name, 0, 0, ""}, fmt::format("the kiosk refuses {}.", why),
              "Draw it simpler, or export it as PNG.");
  }
  const Document document(name, *svg);
  for (const auto& gap : stage::svg_gaps(*svg)) {
    out.error("svg-not-drawn", document.place_of(gap.offset),
              fmt::format("the kiosk does not draw {}.", gap.what),
              "Turn it into plain paths, or export the picture as PNG.");
  }
}

void check_library(const store::Assets& assets, const std::map<std::string, Rig, std::less<>>& rigs,
                   Diagnostics& out) {
  const auto shared = assets.packs().parent_path();
  for (const auto* folder : {"art", "characters"}) {
    for (const auto& file : files_in(shared / folder)) {
      check_svg(file, file.lexically_relative(shared).string(), out);
    }
  }
  for (const auto& [name, rig] : rigs) {
    for (const auto& part : rig.parts) {
      if (!assets.open(part.picture).empty()) continue;
      out.error(
          "missing-picture", {"characters/" + name + "/rig.json", 0, 0, ""},
          fmt::format("the picture \"{}\" of the part \"{}\" is missing.", part.picture, part.id),
          "Draw it, or take the part out.");
    }
  }
}

}  // namespace nest::app
