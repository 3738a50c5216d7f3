#include "core/adult/venues.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/base/reader.h"
#include "core/base/utf8.h"

namespace nest {
namespace {

constexpr std::size_t kLongestName = 60;  // letters: fits on a button

Venue read_venue(Reader& in) {
  Venue venue{in.id<VenueId>("id"),
              in.word_of("country", {kCountries.begin(), kCountries.end()}, true).value_or(""),
              in.localized("names", TextRole::label)};
  for (const auto& [lang, name] : venue.names.all()) {
    if (count_code_points(name.plain) <= kLongestName) continue;
    in.complain("names", "text-too-long",
                fmt::format("\"{}\" is longer than {} letters.", name.plain, kLongestName),
                "Shorten it: it must fit on a button.");
  }
  return venue;
}

}  // namespace

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

void add_venues(std::vector<Venue>& list, std::vector<Venue> more) {
  for (auto& venue : more) {
    const auto same = std::find_if(list.begin(), list.end(),
                                   [&](const Venue& known) { return known.id == venue.id; });
    if (same != list.end()) {
      *same = std::move(venue);
    } else if (list.size() < kMostVenues) {
      list.push_back(std::move(venue));
    }
  }
}

const Venue* find_venue(const std::vector<Venue>& list, const VenueId& id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Venue& venue) { return venue.id == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace nest
