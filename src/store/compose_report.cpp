#include "store/compose_report.h"

#include "store/report_titles.h"
#include "store/report_words.h"

namespace nest::store {

ComposedReport compose_report(const ReportSources& sources, const std::string& lang,
                              const FiguresReading& reading, std::string_view only) {
  auto words = read_words(sources.shared, lang);
  const auto [titles, items] = titles_from(sources.packs, sources.places, Lang(lang));
  return {make_report({reading.figures, titles, items}, reading.left_out.size(), only),
          std::move(words)};
}

}  // namespace nest::store
