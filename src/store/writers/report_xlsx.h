#pragma once
// A report as an XLSX workbook: one sheet for each table, figures as figures, and the pictures that
// a spreadsheet can draw itself as native charts. The same report always gives the same bytes: the
// file says no time at which it was made.
// Not here: what may be shown (core/usage/release.h), saving (export_files.h).
#include <string>

#include "core/i18n/catalog.h"
#include "core/usage/report.h"

namespace nest::store {

/// The workbook's bytes. Throws std::runtime_error if it cannot be made.
std::string report_xlsx(const Report& report, const Catalog& words);

}  // namespace nest::store
