#pragma once
// Since when the kiosk knows the workshops that have no day, in a small file of the data folder.
// Not here: what follows from it (core/adult/earlier), reading the clock (apps).
#include <filesystem>

#include "core/adult/earlier.h"

namespace nest::store {

/// Empty if there is no file, or a broken one, which `out` then tells: their time begins anew.
Undated read_undated(const std::filesystem::path& folder, Diagnostics& out);
/// Durably; throws std::system_error.
void keep_undated(const std::filesystem::path& folder, const Undated& undated);

}  // namespace nest::store
