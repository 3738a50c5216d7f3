#include "store/writers/report_csv.h"

#include "store/writers/cell_text.h"
#include "store/writers/flat_table.h"

namespace nest::store {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kEnd = "\r\n";
constexpr char kSeparator = ';';
/// OWASP, "CSV Injection": a cell that begins so may be run as a formula.
constexpr std::string_view kFormulaStarts = "=+-@\t\r";

std::string quoted(std::string text) {
  if (!text.empty() && kFormulaStarts.find(text.front()) != std::string_view::npos) {
    text.insert(text.begin(), '\'');
  }
  if (text.find_first_of(";\"\r\n\t") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string cell(const FlatCell& flat, const Catalog& words) {
  if (const auto* const text = std::get_if<std::string>(&flat)) return quoted(*text);
  if (const auto* const number = std::get_if<FlatNumber>(&flat)) {
    return decimal_text(number->value, number->decimals, words);
  }
  return {};
}

std::string file_of(const Table& table, const Catalog& words) {
  const auto flat = flat_table(table, words);
  std::string out(kByteOrderMark);
  for (std::size_t i = 0; i < flat.columns.size(); ++i) {
    if (i > 0) out += kSeparator;
    out += quoted(flat.columns[i]);
  }
  out += kEnd;
  for (const auto& row : flat.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += kSeparator;
      out += cell(row[i], words);
    }
    out += kEnd;
  }
  return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> report_csv(const Report& report,
                                                            const Catalog& words) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& section : report.sections) {
    for (const auto& table : section.tables) files.emplace_back(table.id, file_of(table, words));
  }
  return files;
}

}  // namespace nest::store
