#include "core/adult/venues.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/base/reader.h"
#include "core/base/utf8.h"

namespace nest {
namespace {

constexpr std::size_t kLongestName = 60;  // letters: fits on a button

/// Latin letters of every language, digits and the usual signs, all of which the kiosk's font has.
bool is_of_a_name(char32_t c) {
  constexpr char32_t kLastLatin = 0x24F;
  return c <= kLastLatin || (c >= 0x2010 && c <= 0x2026);  // dashes, quotes, an ellipsis
}

void check_letters(Reader& in, std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const auto begin = at;
    const char32_t c = next_code_point(name, at);
    if (is_of_a_name(c)) continue;
    return in.complain(
        "names", "missing-glyph",
        fmt::format("the kiosk has no letter \"{}\" (U+{:04X}).",
                    printable(name.substr(begin, at - begin)), static_cast<std::uint32_t>(c)),
        "Write the name in Latin letters.");
  }
}

Venue read_venue(Reader& in) {
  Venue venue{in.id<VenueId>("id"),
              in.word_of("country", {kCountries.begin(), kCountries.end()}, true).value_or(""),
              in.localized("names", TextRole::label)};
  for (const auto& [lang, name] : venue.names.all()) {
    check_letters(in, name.plain);
    if (count_code_points(name.plain) <= kLongestName) continue;
    in.complain("names", "text-too-long",
                fmt::format("\"{}\" is longer than {} letters.", name.plain, kLongestName),
                "Shorten it: it must fit on a button.");
  }
  return venue;
}

}  // namespace

bool Venue::operator==(const Venue& other) const {
  const auto says_the_same = [](const auto& a, const auto& b) {
    return a.first == b.first && a.second.plain == b.second.plain;
  };
  const auto& mine = names.all();
  const auto& others = other.names.all();
  return id == other.id && country == other.country &&
         std::equal(mine.begin(), mine.end(), others.begin(), others.end(), says_the_same);
}

std::vector<Venue> read_venues(const Document& document, Diagnostics& out) {
  std::vector<Venue> list;
  const auto root = document.root();
  if (!root) return list;  // the parser has said why
  if (root->kind() != NodeKind::object) {
    out.error("wrong-kind", root->place(), "a place list is one object { }.",
              "Start from the kiosk's own: assets/places.json.");
    return list;
  }
  ReadContext context{out, {Lang("pl"), Lang("lt"), Lang("en")}};
  std::map<VenueId, Place> seen;
  read_object<int>(*root, "a place list", context, [&](Reader& in) {
    in.word_of("format", {"storknest-places/1"}, true);
    in.list<int>("places", 1, kMostVenues, "a place", [&](Reader& each) {
      const auto before = out.errors();
      auto venue = read_venue(each);
      const auto [first, fresh] = seen.emplace(venue.id, each.place_of("id"));
      if (!venue.id.empty() && !fresh) {
        each.complain(
            "id", "same-id",
            fmt::format("line {} has a place \"{}\" already.", first->second.line, venue.id.str()),
            "Give each place an id of its own.");
      }
      if (out.errors() == before) list.push_back(std::move(venue));
      return 0;
    });
    return 0;
  });
  return list;
}

VenuesAdded add_venues(std::vector<Venue>& list, std::vector<Venue> more) {
  VenuesAdded out;
  for (auto& venue : more) {
    const auto same = std::find_if(list.begin(), list.end(),
                                   [&](const Venue& known) { return known.id == venue.id; });
    if (same != list.end()) {
      if (*same == venue) continue;
      *same = std::move(venue);
      ++out.changed;
    } else if (list.size() < kMostVenues) {
      list.push_back(std::move(venue));
      ++out.added;
    }
  }
  return out;
}

VenuesRefused refusal_of(const Diagnostics& faults) {
  static constexpr std::array<std::pair<std::string_view, VenueFault>, 10> kRules{
      {{"no-file", VenueFault::no_file},
       {"unreadable", VenueFault::unreadable},
       {"not-json", VenueFault::syntax},
       {"too-many", VenueFault::too_many},
       {"same-id", VenueFault::same_id},
       {"missing-language", VenueFault::name},
       {"text-too-long", VenueFault::name},
       {"forbidden-character", VenueFault::name},
       {"missing-glyph", VenueFault::name},
       {"bad-mark", VenueFault::name}}};
  const Diagnostic* first = nullptr;
  for (const auto& fault : faults.list()) {
    if (fault.severity != Severity::error) continue;
    if (first == nullptr || fault.place.line < first->place.line) first = &fault;
  }
  if (first == nullptr) return {};
  for (const auto& [rule, why] : kRules) {
    if (rule == first->rule) return {why, first->place.line};
  }
  return {VenueFault::entry, first->place.line};
}

const Venue* find_venue(const std::vector<Venue>& list, const VenueId& id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Venue& venue) { return venue.id == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace nest
