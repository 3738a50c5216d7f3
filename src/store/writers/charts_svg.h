#pragma once
// The charts of a report as SVG pictures: readable in black and white (before is hollow and dashed,
// after is filled and solid), with a text alternative that says every figure.
// Not here: which figures may be shown (core/usage/release.h), the page around (report_html.h).
#include <string>

#include "core/i18n/catalog.h"
#include "core/usage/report.h"

namespace nest::store {

/// An <svg> element; empty if there is nothing to draw.
std::string chart_svg(const Chart& chart, const Catalog& words);

/// "Goals: Clean hands", or without a topic "Goals".
std::string chart_title(const Chart& chart, const Catalog& words);

/// Every figure of the chart in words: one sentence a line, bar or row.
std::string chart_description(const Chart& chart, const Catalog& words);

}  // namespace nest::store
