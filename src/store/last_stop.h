#pragma once
// How the kiosk ended the last time, in a small file of the data folder: the start writes that it
// runs, an orderly end that it has ended. A start that finds "it runs" comes after a power cut, a
// crash or a kill. Nothing about what was played is in it.
// Not here: telling the adult (core/adult/screens_test), reading the clock (apps).
#include <filesystem>
#include <optional>

#include "core/adult/facts.h"

namespace nest::store {

/// Before note_start. Unknown if there is no file, or a broken one, which `out` then tells.
LastStop read_last_stop(const std::filesystem::path& folder, Diagnostics& out);

/// Durably; throw std::system_error. `now`: none if the clock cannot be right.
void note_start(const std::filesystem::path& folder, const std::optional<WallTime>& now);
void note_end(const std::filesystem::path& folder, const std::optional<WallTime>& now);

}  // namespace nest::store
