#pragma once
// A report as CSV, one file for each table, as a spreadsheet in the report's language opens it:
// UTF-8 with a byte order mark, ";" between cells, the language's own decimal mark, CRLF. Words
// that a spreadsheet would take for a formula get an apostrophe in front; figures, also negative
// ones, stay figures. RFC 4180 for quotes.
#include <string>
#include <utility>
#include <vector>

#include "core/i18n/catalog.h"
#include "core/usage/report.h"

namespace nest::store {

/// The id of each table, and its file.
std::vector<std::pair<std::string, std::string>> report_csv(const Report& report,
                                                            const Catalog& words);

}  // namespace nest::store
