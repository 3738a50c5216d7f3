#pragma once
// A report as aligned text for a terminal. Not here: what may be shown (core/usage/release.h).
#include <string>

#include "core/i18n/catalog.h"
#include "core/usage/report.h"

namespace nest::store {

std::string report_text(const Report& report, const Catalog& words);

}  // namespace nest::store
