#pragma once
// storknest-pack preview: every screen of every activity in every language as a picture, and one
// contact sheet, so that an author sees what children will see.
#include <filesystem>

#include "apps/pack/kit.h"
#include "stage/offscreen.h"

namespace nest::app {

struct PreviewOptions {
  std::filesystem::path out;
  stage::PxSize size{1280, 720};
};

/// Writes <out>/<lang>/<screen>.png and <out>/contact-sheet-<lang>.png. 0: done, 1: done, but the
/// pack has faults. Throws if there is nothing to show or a file cannot be written.
int preview(const std::filesystem::path& folder, const PreviewOptions& options, Kit& kit);

}  // namespace nest::app
