#pragma once
// How each of the adult area's screens is made; screens.cpp has them in a table.
#include <memory>

#include "core/adult/screen.h"

namespace nest {

/// Of a screen that is met twice: in the first-start wizard and later from the settings.
struct Way {
  std::string_view back;  ///< screen; empty: no way back
  std::string_view on;    ///< screen
  int step = 0;           ///< of the wizard; 0: not part of it
};
inline constexpr int kWizardSteps = 5;

using AdultScreenPtr = std::unique_ptr<AdultScreen>;

AdultScreenPtr make_unlock_screen();
AdultScreenPtr make_new_code_screen(Way way);
AdultScreenPtr make_languages_screen(Way way);
AdultScreenPtr make_size_screen(Way way);
AdultScreenPtr make_sound_screen(Way way);
/// Which place the kiosk stands in, or (`for_workshop`) where the next workshop is held.
AdultScreenPtr make_venue_screen(Way way, bool for_workshop);
/// Reads a place list from a stick.
AdultScreenPtr make_places_screen(Way way);
AdultScreenPtr make_home_screen();
AdultScreenPtr make_start_screen();
AdultScreenPtr make_topic_screen();
AdultScreenPtr make_room_screen();
AdultScreenPtr make_running_screen();
AdultScreenPtr make_earlier_screen();
AdultScreenPtr make_result_screen();
AdultScreenPtr make_settings_screen();
AdultScreenPtr make_packs_screen();
AdultScreenPtr make_test_screen();
AdultScreenPtr make_dots_screen();
AdultScreenPtr make_export_screen();
AdultScreenPtr make_quit_screen();

}  // namespace nest
