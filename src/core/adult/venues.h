#pragma once
// The place list: where workshops are held, as a plain file that a carer can read and add to. (In
// the code they are venues, since a Place is a place in a file.) Counters keep a venue's id only.
// Not here: which file (store/adult_files), which venue the kiosk stands in (settings.h).
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/node.h"
#include "core/base/text.h"

namespace nest {

using VenueId = Id<struct VenueTag>;

/// The countries that a report may tell apart.
inline constexpr std::array<std::string_view, 2> kCountries{"PL", "LT"};

struct Venue {
  VenueId id;
  std::string country;  ///< one of kCountries
  Localized names;      ///< in Polish, Lithuanian and English
  /// If it says the same.
  bool operator==(const Venue& other) const;
};

/// {"format": "storknest-places/1", "places": [{"id", "country", "names": {"pl", "lt", "en"}}, …]}:
/// those entries that are whole, and in `out` what is wrong with the others.
std::vector<Venue> read_venues(const Document& document, Diagnostics& out);

/// What a list made of another one.
struct VenuesAdded {
  std::size_t added = 0;
  std::size_t changed = 0;  ///< were known and say something else now
  bool operator==(const VenuesAdded&) const = default;
};
/// Adds those of another list; one with an id that is there takes its place, so that a name can be
/// put right. At most kMostVenues.
VenuesAdded add_venues(std::vector<Venue>& list, std::vector<Venue> more);
inline constexpr std::size_t kMostVenues = 1000;

/// Why a list that somebody brings is not taken, in the adult's words.
enum class VenueFault {
  no_file,
  unreadable,  ///< or too large, or no plain file
  syntax,      ///< no JSON
  name,        ///< missing, too long, or with letters that the kiosk does not have
  same_id,
  entry,     ///< anything else that is wrong with an entry
  too_many,  ///< with those that are known
  not_kept   ///< the kiosk's own disk refuses
};
struct VenuesRefused {
  VenueFault why = VenueFault::entry;
  std::size_t line = 0;  ///< 0: the file as a whole
  bool operator==(const VenuesRefused&) const = default;
};
/// The first fault by line; `faults` holds at least one error.
VenuesRefused refusal_of(const Diagnostics& faults);

/// nullptr if there is none.
const Venue* find_venue(const std::vector<Venue>& list, const VenueId& id);

}  // namespace nest
