#include "core/scene/pronunciation.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "core/base/utf8.h"

namespace nest {
namespace {

constexpr std::string_view kHardSpace = "\u00A0";  // typeset() puts it into "116 111"

bool part_of_word(std::string_view text, std::size_t at) {
  return at < text.size() && u_isalnum(static_cast<UChar32>(next_code_point(text, at))) != 0;
}

/// Where the words of an entry begin if they all stand at `at`, and behind them where they end.
std::optional<std::vector<std::size_t>> match(std::string_view text, std::size_t at,
                                              const std::vector<std::string>& words) {
  std::vector<std::size_t> places;
  for (const auto& word : words) {
    if (!places.empty()) {
      const auto gap = text.substr(at, kHardSpace.size()) == kHardSpace ? kHardSpace.size() : 1;
      if (gap == 1 && text.substr(at, 1) != " ") return std::nullopt;
      at += gap;
    }
    if (text.substr(at, word.size()) != word) return std::nullopt;
    places.push_back(at);
    at += word.size();
  }
  if (part_of_word(text, at)) return std::nullopt;
  places.push_back(at);
  return places;
}

std::vector<std::string> split(std::string_view text, char between) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(between);
    const auto part = text.substr(0, end);
    const auto begin = std::min(part.find_first_not_of(' '), part.size());
    parts.emplace_back(part.substr(begin));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::size_t Respelt::written_at(std::size_t spoken) const {
  const auto after =
      std::find_if(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.spoken > spoken; });
  if (after == pieces.begin()) return spoken;
  const auto& piece = *std::prev(after);
  return piece.written + (piece.same ? spoken - piece.spoken : 0);
}

Pronunciation::Pronunciation(std::vector<Entry> entries) : entries_(std::move(entries)) {
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return a.written.size() > b.written.size();
  });
}

Respelt Pronunciation::respell(std::string_view text) const {
  Respelt out;
  out.pieces.push_back({});
  bool inside = false;  // in a word that began before
  for (std::size_t at = 0; at < text.size();) {
    std::optional<std::vector<std::size_t>> places;
    const auto entry = inside ? entries_.end()
                              : std::find_if(entries_.begin(), entries_.end(), [&](const auto& e) {
                                  places = match(text, at, e.written);
                                  return places.has_value();
                                });
    if (entry == entries_.end()) {
      inside = part_of_word(text, at);
      const auto begin = at;
      next_code_point(text, at);
      out.text += text.substr(begin, at - begin);
      continue;
    }
    for (std::size_t i = 0; i < entry->spoken.size(); ++i) {
      out.pieces.push_back({out.text.size(), (*places)[i], false});
      out.text += (i > 0 ? ", " : "") + entry->spoken[i];
    }
    at = places->back();
    inside = true;
    out.pieces.push_back({out.text.size(), at, true});
  }
  return out;
}

Respelt respell(const Pronunciations& known, const Lang& lang, std::string_view text) {
  const auto found = known.find(lang);
  return (found == known.end() ? Pronunciation() : found->second).respell(text);
}

Pronunciation read_pronunciation(const Document& document, Diagnostics& out) {
  const auto root = document.root();
  if (!root) return {};  // the parser has said why
  if (root->kind() != NodeKind::object) {
    out.error("wrong-kind", root->place(), "pronunciations are one object { }.",
              "Write {\"112\": \"how it is said\"}.");
    return {};
  }
  std::vector<Pronunciation::Entry> entries;
  root->each([&](Node child) {
    if (child.kind() != NodeKind::text) {
      out.error("wrong-kind", child.place(), "how something is said must be a text.",
                "Write \"112\": \"how it is said\".");
      return;
    }
    Pronunciation::Entry entry{split(child.key(), ' '), split(child.text(), ',')};
    const auto empty = [](const std::string& part) { return part.empty(); };
    if (entry.written.size() != entry.spoken.size() ||
        std::any_of(entry.written.begin(), entry.written.end(), empty) ||
        std::any_of(entry.spoken.begin(), entry.spoken.end(), empty)) {
      out.error("pronunciation-parts", child.place(),
                fmt::format("{} written words are said in {} parts.", entry.written.size(),
                            entry.spoken.size()),
                "Put one comma between the parts that belong to two words.");
      return;
    }
    entries.push_back(std::move(entry));
  });
  return Pronunciation(std::move(entries));
}

}  // namespace nest
