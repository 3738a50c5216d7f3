#include "store/report_words.h"

#include <fmt/ranges.h>

#include <set>
#include <stdexcept>

#include "store/files.h"
#include "store/json.h"

namespace nest::store {
namespace {

constexpr std::size_t kWordsBytes = 1UL << 20U;

}  // namespace

Catalog read_words(const std::filesystem::path& shared, const std::string& lang) {
  const auto folder = shared / "locales" / "report";
  std::set<std::string> there;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    there.insert(entry.path().stem());
  }
  if (there.count(lang) == 0) {
    throw std::runtime_error(fmt::format("There is no report in \"{}\"; there is one in {}.", lang,
                                         fmt::join(there, ", ")));
  }
  const auto path = folder / (lang + ".json");
  auto text = read_file(path, kWordsBytes);
  if (!text) throw std::runtime_error(path.string() + " cannot be read.");
  Diagnostics faults;
  const auto document = parse_json(path.string(), std::move(*text), faults);
  return read_catalog(Lang(lang), *document, faults);
}

}  // namespace nest::store
