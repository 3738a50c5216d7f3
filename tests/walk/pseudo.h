#pragma once
// A language that nobody speaks, made from Polish: 40 % longer and every letter accented, so that
// what does not fit and what was not translated is seen before a translator meets it.
// Placeholders, marks and hard spaces stay. Its tag is the customary private one.
#include <memory>
#include <string>

#include "core/i18n/catalog.h"

namespace nest::walk {

inline Lang pseudo_language() {
  return Lang("qps");
}

/// Plain words: "mydło" → "mýdďłóó".
std::string pseudo(std::string_view text);
/// Only the words of an ICU pattern, never its arguments and selectors.
std::string pseudo_pattern(std::string_view pattern);
/// Only the words of a pack's text, never the names of its marks: "{soap|mydło}".
std::string pseudo_marked(std::string_view text);

bool has_letters(std::string_view text);
/// Whether the text holds a letter that only pseudo() writes.
bool is_pseudo(std::string_view text);

Catalog pseudo_catalog(const Catalog& polish);
/// The same document with a pseudo text beside each Polish one.
std::unique_ptr<Document> with_pseudo(const Document& document);

}  // namespace nest::walk
