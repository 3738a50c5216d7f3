// Walks every screen of every activity of every bundled pack, in Polish, Lithuanian and a language
// that is 40 % longer, on four displays and for three ages, and holds each to the rules.
//   walk screens    geometry, texts, contrast
//   walk films      flashes, at 60 frames a second
#include <fmt/format.h>

#include <string_view>

#include "walk/film.h"
#include "walk/film_route.h"
#include "walk/ledger.h"
#include "walk/painted_ground.h"
#include "walk/planted.h"
#include "walk/pseudo.h"
#include "walk/route.h"

namespace {

using namespace nest;
using namespace nest::walk;

constexpr std::array kAgeNames{"A", "B", "C"};

/// Every screen in that language on that display, with the kiosk set up so.
struct Walk {
  World& world;
  PaintedGround& ground;
  Ledger& ledger;

  void take(const std::string& name, const Display& display, const Lang& lang, KioskSetup setup) {
    if (setup.languages.size() < 3)
      setup.languages = {lang, Lang(lang == Lang("lt") ? "pl" : "lt")};
    States states;
    const auto promises = world.promises(lang);
    Route route(world, setup, display.metrics());
    route.walk([&](const std::string& screen, const Frame& frame, AgeBand age) {
      const auto where = fmt::format("{} {} {} {}", name, lang.str(),
                                     kAgeNames.at(static_cast<std::size_t>(age)), screen);
      ledger.judge(where, {frame, route.screen(), age, lang, world.fonts, ground, promises});
      if (const auto fault = states.add(frame)) ledger.find("colour only", where, *fault);
    });
  }

  void take_languages() {
    for (const auto& display : kDisplays) {
      for (const auto& lang : {Lang("pl"), Lang("lt"), pseudo_language()}) {
        take(display.name, display, lang, {});
      }
    }
  }

  /// Each setting of a place where it is hardest, and all of them at once.
  void take_settings() {
    KioskSetup bigger, mirrored, low, all;
    bigger.bigger_letters = mirrored.reach.mirrored = low.reach.controls_low = true;
    all.bigger_letters = all.calm = true;
    all.reach = {true, true};
    const auto& [small, laptop, usual, wall] = kDisplays;
    take("bigger letters", usual, pseudo_language(), bigger);
    take("mirrored", small, Lang("pl"), mirrored);
    take("controls low", usual, pseudo_language(), low);
    take("controls low, small", small, Lang("pl"), low);
    take("all settings", laptop, Lang("lt"), all);
  }

  /// A third language needs a place among the controls.
  void take_three() {
    KioskSetup three, low;
    three.languages = {Lang("pl"), Lang("lt"), Lang("en")};
    low.languages = three.languages;
    low.reach.controls_low = true;
    for (const auto& display : kDisplays) take("three languages", display, Lang("pl"), three);
    const auto& [small, laptop, usual, wall] = kDisplays;
    take("three languages, controls low", small, Lang("pl"), low);
    take("three languages, controls low", usual, Lang("pl"), low);
  }
};

int screens() {
  World world;
  PaintedGround ground(world.assets(), world.fonts);
  Ledger ledger;
  const auto planted = plant_all(world.fonts, ground);
  Walk walk{world, ground, ledger};
  walk.take_languages();
  walk.take_settings();
  walk.take_three();
  ledger.print();
  if (!planted.missed.empty()) fmt::print("planted faults not found: {}\n", planted.missed);
  fmt::print(
      "4 displays x 3 languages x 3 ages, 5 settings, and a third language: {} screens, {} grounds "
      "painted, {} "
      "findings; planted faults {} of {} found\n",
      ledger.frames(), ground.painted(), ledger.findings(), planted.found, planted.all);
  return ledger.findings() == 0 && planted.missed.empty() ? 0 : 1;
}

int films() {
  World world;
  const auto film = film_all(world);
  for (const auto& fault : film.faults) fmt::print("flashes: {}\n", fault);
  fmt::print("{:.0f} s of film at 60 frames a second, {} pictures painted: {} findings\n",
             film.seconds, film.painted, film.faults.size());
  return film.faults.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (what == "screens") return screens();
  if (what == "films") return films();
  fmt::print(stderr, "walk: say \"screens\" or \"films\".\n");
  return 2;
} catch (const std::exception& e) {
  fmt::print(stderr, "walk: {}\n", e.what());
  return 2;
}
