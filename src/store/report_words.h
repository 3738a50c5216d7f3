#pragma once
// The report's words in one language, from the folder that came with the program.
#include <filesystem>
#include <string>

#include "core/i18n/catalog.h"

namespace nest::store {

/// `shared`: where locales/ lies. Throws std::runtime_error with a sentence that names the
/// languages there are.
Catalog read_words(const std::filesystem::path& shared, const std::string& lang);

}  // namespace nest::store
