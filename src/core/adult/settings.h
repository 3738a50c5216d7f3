#pragma once
// What an adult may set on the screen: how the kiosk speaks, looks and lies, where it stands, how
// long workshops are kept, and what the last workshop was like, so that the next one starts with
// it. Not here: the file and its writer (store/adult_files), options of the command line (apps).
#include <string>
#include <vector>

#include "core/adult/plan.h"
#include "core/base/node.h"

namespace nest {

struct Settings {
  std::vector<Lang> languages{Lang("pl"), Lang("lt")};  ///< the first one stands first
  bool calm = false;
  bool bigger_letters = false;
  bool mirrored = false;
  bool controls_low = false;
  bool show_pending = false;
  bool shuffled_keypad = false;  ///< of the adult code, against looking over the shoulder
  int volume = 6;                ///< 0 to kLoudest; see volume_db
  float diagonal = 21.5F;        ///< of the screen, inches
  std::string country = "PL";
  VenueId venue;  ///< where the kiosk stands; empty: not told yet
  int retention_months = 24;
  WorkshopPlan usual;  ///< as the last workshop was; its day, room and venue are not looked at
  bool operator==(const Settings&) const = default;
};

inline constexpr int kLoudest = 10;
inline constexpr float kSmallestDiagonal = 5, kLargestDiagonal = 120;
inline constexpr int kShortestRetention = 1, kLongestRetention = 120;

/// Gain of a volume in decibels: at 10 as loud as everything is made (-23 LUFS), which no child can
/// pass; at 0 20 dB less, which is still heard in a quiet room. Equal steps, as ears have them.
float volume_db(int volume);

/// From settings.json; what is missing or wrong keeps its default, so that a kiosk always starts.
Settings read_settings(const Document& document, Diagnostics& out);

}  // namespace nest
