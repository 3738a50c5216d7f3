#pragma once
// A sheet to take into a studio: what is still to be recorded in one language, in that language's
// own words. It is HTML, because a browser opens it everywhere and prints it with large type, hard
// spaces and rows that do not break; a spreadsheet would show none of these.
#include <string>

#include "core/i18n/catalog.h"
#include "store/writers/narration_json.h"

namespace nest::store {

/// `words`: texts of locales/sheet. What a person has recorded is left out.
std::string recording_sheet(const ToldNarration& told, const Lang& lang, const Catalog& words);

}  // namespace nest::store
