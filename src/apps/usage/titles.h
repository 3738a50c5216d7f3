#pragma once
// The seam where the packs' titles come in: a report shows them beside its figures, or ids where a
// pack is missing.
#include <filesystem>

#include "core/base/id.h"
#include "core/usage/report.h"

namespace nest::usage {

/// Titles of the packs below `folder` in a language; shows ids if there are none.
TitleLookup titles_from(const std::filesystem::path& folder, const Lang& lang);

}  // namespace nest::usage
