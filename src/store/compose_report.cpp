#include "store/compose_report.h"

#include "store/report_titles.h"
#include "store/report_words.h"

namespace nest::store {

ComposedReport compose_report(const ReportSources& sources, const std::string& lang,
                              const TallyReading& reading, std::string_view only) {
  auto words = read_words(sources.shared, lang);
  const auto [titles, items] = titles_from(sources.packs, sources.places, Lang(lang));
  const auto figures = add_up(reading.tables);
  return {make_report({figures, titles, items}, reading.left_out.size(), only), std::move(words)};
}

}  // namespace nest::store
