#pragma once
// The working file of an export: a kiosk's closed runs, joined with those that other kiosks have
// left in the same place, so that one stick takes the counters of a whole room.
// Not here: the join (tally_merge.h), writing it out and reading it back (export_files.h).
#include <filesystem>

#include "store/export_files.h"
#include "store/tally_reader.h"

namespace nest::store {

struct WorkingFile {
  ExportFile file;
  FiguresReading reading;  ///< what a report of it says, with the free play of this kiosk
};

/// Joins `tally`, a data folder, with the working file that lies in `folder`, if there is one, and
/// changes neither. Needs room in `folder`, which is made if it is not there, for a while. Throws
/// std::runtime_error in one sentence; then nothing was changed.
WorkingFile working_file(const std::filesystem::path& tally, const std::filesystem::path& folder);

}  // namespace nest::store
