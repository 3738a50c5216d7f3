#pragma once
// storknest-pack preview: every screen of every activity in every language as a picture, and one
// contact sheet, so that an author sees what children will see.
#include <filesystem>

#include "core/packs/pack.h"
#include "stage/offscreen.h"

namespace nest::app {

struct PreviewOptions {
  std::filesystem::path out;
  stage::PxSize size{1280, 720};
};

/// What all packs are drawn with.
struct PreviewWorld {
  const MediaSource& media;
  const stage::Fonts& fonts;
  const std::map<Lang, Catalog>& catalogs;
  const std::map<std::string, Rig, std::less<>>& rigs;
};

/// Writes <out>/<lang>/<activity>-<nn>-<what>.png and <out>/contact-sheet.png; returns how many
/// screens there are. Throws if a file cannot be written.
std::size_t preview(const Pack& pack, const PreviewWorld& world, const PreviewOptions& options);

}  // namespace nest::app
