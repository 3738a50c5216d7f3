#pragma once
// The parts of a report, in the order in which a person reads them. A new one is a row here and a
// file in reports/; the command line finds it.
#include <span>
#include <string_view>

#include "core/usage/report.h"

namespace nest {

struct ReportPart {
  std::string_view name;
  /// Whether there is enough for it to be told.
  bool (*applies)(const Figures&);
  Section (*make)(const ReportInput&);
};

std::span<const ReportPart> report_parts();

}  // namespace nest
