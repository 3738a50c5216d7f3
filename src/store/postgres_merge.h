#pragma once
// The tables of a merged tally in PostgreSQL: the same names, columns and rows, for a programme
// with more kiosks than one file is good for. All of it in one transaction, so a connection that
// breaks leaves nothing half; sending again changes nothing.
// Not here: what may travel and which copy counts (tally_merge.h).
#include <filesystem>
#include <string>
#include <vector>

#include "store/tally_merge.h"

namespace nest::store {

/// True for "postgresql://…" and "postgres://…", as libpq has it.
bool is_postgres(const std::string& address);

/// Makes the tables that are missing and takes each row that is new or wins over the one that is
/// there, by the order of `wins` (newest.h). Throws std::runtime_error with a sentence.
MergeNotes merge_into_postgres(const std::vector<std::filesystem::path>& sources,
                               const std::string& address);

/// A line of COPY's text format.
std::string copy_line(const TallyRow& row);

}  // namespace nest::store
