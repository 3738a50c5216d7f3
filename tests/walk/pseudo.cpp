#include "walk/pseudo.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <map>
#include <stdexcept>

#include "core/base/text.h"
#include "core/base/utf8.h"
#include "store/json.h"

namespace nest::walk {
namespace {

constexpr float kLonger = 0.4F;

/// For each letter one that neither Polish nor Lithuanian writes; Andika has them all.
const std::map<std::string, std::string, std::less<>> kAccented{
    {"a", "ä"}, {"e", "ê"}, {"i", "ï"}, {"o", "õ"}, {"u", "û"}, {"y", "ÿ"}, {"n", "ñ"}, {"c", "ç"},
    {"s", "ş"}, {"t", "ţ"}, {"r", "ř"}, {"d", "ď"}, {"g", "ğ"}, {"l", "ľ"}, {"k", "ķ"}, {"A", "Ä"},
    {"E", "Ê"}, {"I", "Ï"}, {"O", "Õ"}, {"U", "Û"}, {"N", "Ñ"}, {"C", "Ç"}, {"S", "Ş"}, {"T", "Ţ"},
    {"R", "Ř"}, {"D", "Ď"}, {"G", "Ğ"}, {"L", "Ľ"}, {"K", "Ķ"}, {"M", "Ṁ"}, {"m", "ṁ"}, {"P", "Ṗ"},
    {"W", "Ŵ"}, {"w", "ŵ"}, {"Z", "Ẑ"}, {"z", "ẑ"}, {"J", "Ĵ"}, {"j", "ĵ"}, {"B", "Ḃ"}, {"b", "ḃ"}};

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

/// Applies pseudo() to the runs of text at those depths of braces that are `literal`.
template <class Literal>
std::string outside_braces(std::string_view text, Literal literal) {
  std::string out, run;
  std::size_t depth = 0;
  const auto flush = [&] {
    out += literal(depth) ? pseudo(run) : run;
    run.clear();
  };
  for (const char c : text) {
    if (c != '{' && c != '}') {
      run += c;
      continue;
    }
    flush();
    out += c;
    depth += c == '{' ? 1 : -1;
  }
  flush();
  return out;
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

void write(const Node& node, std::string& out);

void write_children(const Node& node, std::string& out) {
  const bool object = node.kind() == NodeKind::object;
  std::string separator;
  node.each([&](const Node& child) {
    out += std::exchange(separator, ",");
    if (object) out += json_text(child.key()) + ":";
    write(child, out);
  });
  const auto polish = object ? node.find("pl") : std::nullopt;
  if (!polish || polish->kind() != NodeKind::text) return;
  const auto typed = typeset(polish->text(), Lang("pl"));
  out += fmt::format(",\"{}\":{}", pseudo_language().str(), json_text(pseudo_marked(typed)));
}

void write(const Node& node, std::string& out) {
  switch (node.kind()) {
    case NodeKind::null:
      out += "null";
      return;
    case NodeKind::boolean:
      out += node.truth() ? "true" : "false";
      return;
    case NodeKind::number:
      out += fmt::format("{}", node.number());
      return;
    case NodeKind::text:
      out += json_text(node.text());
      return;
    case NodeKind::list:
    case NodeKind::object:
      out += node.kind() == NodeKind::object ? '{' : '[';
      write_children(node, out);
      out += node.kind() == NodeKind::object ? '}' : ']';
  }
}

}  // namespace

std::string pseudo(std::string_view text) {
  std::string out;
  float owed = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = i;
    const char32_t c = next_code_point(text, i);
    const auto letter = text.substr(begin, i - begin);
    const auto found = kAccented.find(letter);
    const auto accented = found == kAccented.end() ? std::string(letter) : found->second;
    out += accented;
    if (!is_letter(c)) continue;
    owed += kLonger;
    if (owed < 1) continue;
    owed -= 1;
    // Small, so that no word stands in capitals.
    const auto small = u_isupper(static_cast<UChar32>(c)) != 0 ? std::string("ä") : accented;
    out += small;
  }
  return out;
}

std::string pseudo_pattern(std::string_view pattern) {
  return outside_braces(pattern, [](std::size_t depth) { return depth % 2 == 0; });
}

std::string pseudo_marked(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto open = text.find('{', i);
    out += pseudo(text.substr(i, open - i));
    if (open == std::string_view::npos) break;
    const auto bar = text.find('|', open);
    out += text.substr(open, bar - open);
    i = bar;
  }
  return out;
}

bool has_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_letter(next_code_point(text, i))) return true;
  }
  return false;
}

bool is_pseudo(std::string_view text) {
  for (const auto& [plain, accented] : kAccented) {
    if (text.find(accented) != std::string_view::npos) return true;
  }
  return false;
}

Catalog pseudo_catalog(const Catalog& polish) {
  std::map<std::string, std::string, std::less<>> patterns;
  for (const auto& [key, pattern] : polish.patterns()) patterns[key] = pseudo_pattern(pattern);
  return {pseudo_language(), std::move(patterns)};
}

std::unique_ptr<Document> with_pseudo(const Document& document) {
  std::string text;
  write(*document.root(), text);
  Diagnostics faults;
  auto made = store::parse_json(document.file(), std::move(text), faults);
  for (const auto& fault : faults.list()) throw std::runtime_error(to_text(fault));
  return made;
}

}  // namespace nest::walk
