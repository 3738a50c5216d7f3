#include "core/adult/screens.h"

#include <algorithm>

namespace nest {
namespace {

/// Sorted by name.
constexpr AdultScreenRow kScreens[] = {
    {"add-places",
     [] {
       return make_places_screen({"place", "place"});
     }},
    {"add-venues",
     [] {
       return make_places_screen({"venue", "venue"});
     }},
    {"change-code",
     [] {
       return make_new_code_screen({"settings", "settings"});
     }},
    {"code", make_unlock_screen, Admits::anyone},
    {"dots", make_dots_screen},
    {"earlier", make_earlier_screen},
    {"export", make_export_screen},
    {"home", make_home_screen},
    {"packs", make_packs_screen},
    {"place",
     [] {
       return make_venue_screen({"settings", "settings"}, false);
     }},
    {"quit", make_quit_screen},
    {"result", make_result_screen},
    {"room", make_room_screen},
    {"running", make_running_screen},
    {"settings", make_settings_screen},
    {"setup-add-places",
     [] {
       return make_places_screen({"setup-place", "setup-place"});
     },
     Admits::first_start},
    {"setup-code",
     [] {
       return make_new_code_screen({"setup-sound", "home", 5});
     },
     Admits::first_start},
    {"setup-languages",
     [] {
       return make_languages_screen({"", "setup-place", 1});
     },
     Admits::first_start},
    {"setup-place",
     [] {
       return make_venue_screen({"setup-languages", "setup-size", 2}, false);
     },
     Admits::first_start},
    {"setup-size",
     [] {
       return make_size_screen({"setup-place", "setup-sound", 3});
     },
     Admits::first_start},
    {"setup-sound",
     [] {
       return make_sound_screen({"setup-size", "setup-code", 4});
     },
     Admits::first_start},
    {"size",
     [] {
       return make_size_screen({"settings", "settings"});
     }},
    {"start", make_start_screen},
    {"test", make_test_screen},
    {"topic", make_topic_screen},
    {"venue",
     [] {
       return make_venue_screen({"start", "start"}, true);
     }},
};

}  // namespace

std::span<const AdultScreenRow> adult_screens() {
  return kScreens;
}

const AdultScreenRow* find_adult_screen(std::string_view name) {
  const auto* found = std::find_if(std::begin(kScreens), std::end(kScreens),
                                   [&](const AdultScreenRow& row) { return row.name == name; });
  return found == std::end(kScreens) ? nullptr : found;
}

}  // namespace nest
