#include "core/i18n/catalog.h"

#include <fmt/format.h>
#include <unicode/msgfmt.h>

#include "core/base/text.h"

namespace nest {
namespace {

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// Most texts have no braces and cannot be broken; a start is not to wait until ICU has read them.
void check_pattern(const Lang& lang, Node text, Diagnostics& out) {
  if (text.text().find_first_of("{}") == std::string_view::npos) return;
  UErrorCode failed = U_ZERO_ERROR;
  UParseError where{};
  const icu::MessageFormat format(wide(text.text()), icu::Locale(lang.str().c_str()), where,
                                  failed);
  if (U_SUCCESS(failed)) return;
  out.error("bad-pattern", text.place(),
            fmt::format("ICU cannot read this message ({}).", u_errorName(failed)),
            "Look for an unclosed { or a missing \"other\".");
}

}  // namespace

std::string Catalog::text(std::string_view key) const {
  const auto found = patterns_.find(key);
  return found == patterns_.end() ? fmt::format("<{}>", key) : found->second;
}

std::string Catalog::text(std::string_view key,
                          const std::vector<std::pair<std::string, long>>& numbers) const {
  std::string pattern = text(key);
  UErrorCode failed = U_ZERO_ERROR;
  const icu::MessageFormat format(wide(pattern), icu::Locale(lang_.str().c_str()), failed);
  if (U_FAILURE(failed)) return pattern;
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, number] : numbers) {
    names.push_back(wide(name));
    values.emplace_back(static_cast<std::int64_t>(number));
  }
  icu::UnicodeString formatted;
  format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), formatted,
                failed);
  std::string out;
  formatted.toUTF8String(out);
  return U_FAILURE(failed) ? pattern : typeset(out, lang_);
}

Catalog read_catalog(const Lang& lang, const Document& document, Diagnostics& out) {
  std::map<std::string, std::string, std::less<>> patterns;
  const auto root = document.root();
  if (!root) return {lang, {}};  // the parser has said why
  if (root->kind() != NodeKind::object) {
    out.error("wrong-kind", root->place(), "interface texts are one object { }.",
              "Write {\"key\": \"text\", …}.");
    return {lang, {}};
  }
  root->each([&](Node child) {
    if (child.kind() != NodeKind::text) {
      out.error("wrong-kind", child.place(), "an interface text must be a text.");
      return;
    }
    check_pattern(lang, child, out);
    patterns.emplace(std::string(child.key()), typeset(child.text(), lang));
  });
  return {lang, std::move(patterns)};
}

}  // namespace nest
