#pragma once
// A report as one HTML file that needs nothing else: no script, no picture or font from outside. It
// reads on a screen and prints on A4. First the sentence for a head teacher, then pictures, tables,
// how it was measured, and what is kept of the children.
// Not here: what may be shown (core/usage/release.h), the charts (charts_svg.h).
#include <string>

#include "core/i18n/catalog.h"
#include "core/usage/report.h"

namespace nest::store {

/// `words`: texts of locales/report, in whose language the page is.
std::string report_html(const Report& report, const Catalog& words);

}  // namespace nest::store
