#pragma once
// Texts inside HTML and SVG. Not here: the pages (report_html.h, recording_sheet.h).
#include <string>
#include <string_view>

namespace nest::store {

/// The text with & < > " and ' as entities: safe between tags and in a quoted attribute.
std::string escaped(std::string_view text);

}  // namespace nest::store
