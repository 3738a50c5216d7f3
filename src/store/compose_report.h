#pragma once
// From what was read of a tally to a report in one language: the words, the titles and the figures
// put together. Not here: what a report says (core/usage), how it is written (writers/).
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/adult/venues.h"
#include "core/i18n/catalog.h"
#include "core/usage/report.h"
#include "store/tally_reader.h"

namespace nest::store {

/// What comes with the program or was named instead.
struct ReportSources {
  std::filesystem::path shared;  ///< where locales/ lies
  std::filesystem::path packs;   ///< whose titles are shown
  std::vector<Venue> places;
};
struct ComposedReport {
  Report report;
  Catalog words;
};

/// All parts, or the one named `only`. Throws std::runtime_error if the language has no words.
ComposedReport compose_report(const ReportSources& sources, const std::string& lang,
                              const FiguresReading& reading, std::string_view only = {});

}  // namespace nest::store
