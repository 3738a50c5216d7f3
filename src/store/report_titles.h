#pragma once
// What packs and the place list say to a report: titles of packs, activities, questions and
// answers, names of places, the form of a question. Taken as they stand: a pack with faults still
// has titles. Not here: whether a pack is any good (core/packs).
#include <filesystem>
#include <vector>

#include "core/adult/venues.h"
#include "core/base/id.h"
#include "core/usage/report.h"

namespace nest::store {

struct ReportTitles {
  TitleLookup titles;
  ItemLookup items;
};

/// Of the packs in and below `folder` and of these places, in a language; what is not there has
/// none.
ReportTitles titles_from(const std::filesystem::path& folder, const std::vector<Venue>& places,
                         const Lang& lang);

}  // namespace nest::store
