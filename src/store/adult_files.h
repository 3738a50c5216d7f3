#pragma once
// The adult area's files in the data folder: settings, and places that were added to those that
// come with the kiosk. Broken ones are told and passed over; a kiosk always starts.
// Not here: the adult code (adult_code), counters (tally_*).
#include <filesystem>
#include <optional>
#include <vector>

#include "core/adult/settings.h"

namespace nest::store {

/// The defaults if there is no file yet. What is wrong with it goes to `out`.
Settings load_settings(const std::filesystem::path& folder, Diagnostics& out);
/// Durably; throws std::system_error.
void save_settings(const std::filesystem::path& folder, const Settings& settings);

/// The places of one list; no file is no fault.
std::vector<Venue> read_place_list(const std::filesystem::path& file, Diagnostics& out);
/// The kiosk's own list (`shared`/assets/places.json) with what was added in the data folder.
std::vector<Venue> load_venues(const std::filesystem::path& shared,
                               const std::filesystem::path& folder, Diagnostics& out);
/// Adds the places of a file that somebody brings, for instance on a stick, to those that
/// load_venues gives; they are kept in the data folder. All or nothing: nothing if the file has a
/// fault or would make too many, which `out` then tells. A kept list that was broken by hand is set
/// aside first. Throws std::system_error if the folder cannot be written.
std::optional<VenuesAdded> add_venue_file(const std::filesystem::path& file,
                                          const std::filesystem::path& shared,
                                          const std::filesystem::path& folder, Diagnostics& out);

}  // namespace nest::store
