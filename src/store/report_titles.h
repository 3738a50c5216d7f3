#pragma once
// Titles of packs, activities, questions and answers for a report. Taken as they stand: a pack with
// faults still has titles. Not here: whether a pack is any good (core/packs).
#include <filesystem>

#include "core/base/id.h"
#include "core/usage/report.h"

namespace nest::store {

/// Titles of the packs in and below `folder` in a language; what is not there has none.
TitleLookup titles_from(const std::filesystem::path& folder, const Lang& lang);

}  // namespace nest::store
