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

/// The language and one to change to.
std::vector<Lang> and_another(const Lang& lang) {
  return {lang, Lang(lang == Lang("lt") ? "pl" : "lt")};
}

/// Every screen in the first language on that display, with the kiosk set up so.
struct Walk {
  World& world;
  PaintedGround& ground;
  Ledger& ledger;

  void take(const std::string& name, const Display& display, const KioskSetup& setup) {
    const auto& lang = setup.languages.front();
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
        KioskSetup setup;
        setup.languages = and_another(lang);
        take(display.name, display, setup);
      }
    }
  }

  /// Each setting of a place where it is hardest, and all of them at once.
  void take_settings() {
    KioskSetup bigger, mirrored, low, all;
    bigger.bigger_letters = mirrored.reach.mirrored = low.reach.controls_low = true;
    all.bigger_letters = all.calm = true;
    all.reach = {true, true};
    all.languages = and_another(Lang("lt"));
    const auto& [small, laptop, usual, wall] = kDisplays;
    take("mirrored", small, mirrored);
    take("controls low, small", small, low);
    take("all settings", laptop, all);
    bigger.languages = low.languages = and_another(pseudo_language());
    take("bigger letters", usual, bigger);
    take("controls low", usual, low);
  }

  /// A third language needs a place among the controls.
  void take_three() {
    KioskSetup three, low;
    three.languages = {Lang("pl"), Lang("lt"), Lang("en")};
    low.languages = three.languages;
    low.reach.controls_low = true;
    for (const auto& display : kDisplays) take("three languages", display, three);
    const auto& [small, laptop, usual, wall] = kDisplays;
    take("three languages, controls low", small, low);
    take("three languages, controls low", usual, low);
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
