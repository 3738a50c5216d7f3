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

void walk_screens(World& world, PaintedGround& ground, Ledger& ledger) {
  for (const auto& first : {Lang("pl"), Lang("lt"), pseudo_language()}) {
    KioskSetup setup;
    setup.languages = {first, first == Lang("lt") ? Lang("pl") : Lang("lt")};
    std::string place;
    ScreenMetrics screen;
    std::map<std::string, States> states;
    Route route(world, setup, [&](const std::string& name, const Frame& frame, AgeBand age) {
      const auto where = fmt::format("{} {} {} {}", place, first.str(),
                                     kAgeNames.at(static_cast<std::size_t>(age)), name);
      ledger.judge(where, {frame, screen, age, first, world.fonts, ground});
      if (const auto fault = states[place].add(frame)) ledger.find("colour only", where, *fault);
    });
    for (const auto& display : kDisplays) {
      place = display.name;
      screen = display.metrics();
      route.walk(screen);
    }
  }
}

int screens() {
  World world;
  PaintedGround ground(world.assets(), world.fonts);
  Ledger ledger;
  const auto planted = plant_all(world.fonts, ground);
  walk_screens(world, ground, ledger);
  ledger.print();
  if (!planted.missed.empty()) fmt::print("planted faults not found: {}\n", planted.missed);
  fmt::print(
      "4 displays x 3 languages x 3 ages: {} screens, {} grounds painted, {} findings; planted "
      "faults {} of {} found\n",
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
