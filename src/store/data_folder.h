#pragma once
// Where the kiosk keeps its files, and what they are called. Not here: reading the environment;
// the apps pass it in.
#include <filesystem>
#include <optional>

namespace nest::store {

inline constexpr const char* kTallyFile = "tally.db";
inline constexpr const char* kAdultCodeFile = "adult.json";
inline constexpr const char* kSettingsFile = "settings.json";
/// Places that were added to those that come with the kiosk.
inline constexpr const char* kPlacesFile = "places.json";
/// One that could not be read, set aside when places were added.
inline constexpr const char* kBrokenPlacesFile = "places.broken.json";
/// How the kiosk ended the last time.
inline constexpr const char* kLastStopFile = "last-stop.json";
/// Since when workshops without a day are known.
inline constexpr const char* kUndatedFile = "undated.json";
/// Held (flock) by the one kiosk that counts into the folder.
inline constexpr const char* kLockFile = "kiosk.lock";

/// $XDG_DATA_HOME/storknest, else $HOME/.local/share/storknest (XDG Base Directory 0.8: a relative
/// XDG_DATA_HOME is ignored). Either may be null; nothing if neither helps.
std::optional<std::filesystem::path> data_folder(const char* xdg_data_home, const char* home);

}  // namespace nest::store
