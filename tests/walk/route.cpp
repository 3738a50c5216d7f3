#include "walk/route.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "core/shell/tour.h"

namespace nest::walk {
namespace {

constexpr std::array kBands{AgeBand::a, AgeBand::b, AgeBand::c};
constexpr std::array kAgeTargets{"age/a", "age/b", "age/c"};

}  // namespace

void touch(Kiosk& kiosk, const std::string& target, Instant& now) {
  now += Millis(500);  // a new screen takes no touch for 400 ms
  kiosk.advance(now);
  const auto& targets = kiosk.frame(now).targets;
  const auto found =
      std::find_if(targets.begin(), targets.end(), [&](const Target& t) { return t.id == target; });
  if (found == targets.end()) {
    throw std::runtime_error(
        fmt::format("there is no {} on the screen {}", target, kiosk.current().screen));
  }
  const Point at = found->box.centre();
  kiosk.touch({1, FingerPhase::down, at}, now);
  now += Millis(60);
  kiosk.advance(now);
  kiosk.touch({1, FingerPhase::up, at}, now);
  kiosk.frame(now);  // from now on the next screen is seen
  kiosk.take_outbox();
}

Route::Route(World& world, KioskSetup setup, const ScreenMetrics& screen)
    : world_(world),
      setup_(std::move(setup)),
      screen_(screen),
      kiosk_(setup_, world.catalogs, world.fonts, screen),
      packs_(world.packs()) {
  kiosk_.set_rigs(world.rigs);
  kiosk_.set_packs(world.packs(), "SN-1", now_);
}

void Route::tap(const std::string& target) {
  touch(kiosk_, target, now_);
}

void Route::pass(Millis span) {
  now_ += span;
  kiosk_.advance(now_);
}

void Route::fall_silent() {
  for (int i = 0; i < 600 && kiosk_.frame(now_).screen != "still-there"; ++i) pass(Millis(500));
}

void Route::walk(Visit visit) {
  visit_ = std::move(visit);
  for (const auto age : kBands) {
    walk_shell(age);
    walk_workshop(age);
    walk_packs(age);
  }
  Kiosk empty(setup_, world_.catalogs, world_.fonts, screen_);
  empty.set_packs({}, "SN-2 (12)", Instant{});
  visit_("trouble", empty.frame(Instant{}), AgeBand::a);
}

void Route::walk_shell(AgeBand age) {
  keep("attract", age);
  tap("language/" + setup_.languages.front().str());
  keep("age", age);
  tap(kAgeTargets.at(static_cast<std::size_t>(age)));
  keep("menu", age);
  fall_silent();
  keep("still-there", age);
  tap("idle/yes");
  for (const auto& pack : packs_) {
    tap("topic/" + pack.id().str());
    keep("path", age);
    tap("home");
  }
  walk_seats(age);
  const auto& pack = packs_.front();
  tap("topic/" + pack.id().str());
  tap("activity/" + pack.activities[pack.path(age).back()]->id.str());
  tap("again/yes");
  keep("favourite", age);
  const auto& first = kiosk_.current().targets;
  const auto favourite = std::find_if(
      first.begin(), first.end(), [](const Target& t) { return t.id.rfind("favourite/", 0) == 0; });
  tap(std::string(favourite->id));
  keep("farewell", age);
  tap("home");
}

/// Two, three and four children: the button in the menu and on the path, and a game in turns as the
/// kiosk itself shows it.
void Route::walk_seats(AgeBand age) {
  const auto& pack = packs_.front();
  const auto& path = pack.path(age);
  const auto game = std::find_if(path.begin(), path.end(), [&](std::size_t step) {
    return !pack.activities[step]->tells() && pack.activities[step]->fits(shown(age));
  });
  for (std::size_t seats = 2; seats <= kMostSeats; ++seats) {
    tap("seats");
    keep(fmt::format("menu-{}-seats", seats), age);
    tap("topic/" + pack.id().str());
    keep(fmt::format("path-{}-seats", seats), age);
    tap("activity/" + pack.activities[*game]->id.str());
    keep(fmt::format("game-{}-seats", seats), age);
    tap("home");
    tap("home");
  }
  tap("seats");  // one again
}

/// What children meet only while a workshop is open.
void Route::walk_workshop(AgeBand age) {
  constexpr std::array kAges{"A", "B", "C"};
  PlainVault vault;
  const RunInfo run{"1", "paired", {}, "", kAges.at(static_cast<std::size_t>(age)), "", ""};
  kiosk_.start_workshop(run, packs_.front().id(), vault, now_);
  tap("language/" + setup_.languages.front().str());
  keep("notice", age);
  tap("notice/ok");
  keep("animal", age);
  tap("animal/0");
  keep("badge", age);
  kiosk_.pause_all(true, now_);
  keep("pause", age);
  kiosk_.close_workshop(now_);
  kiosk_.take_outbox();
}

Show Route::shown(AgeBand age) const {
  Show show;
  show.lang = setup_.languages.front();
  show.age = age;
  show.texts = &world_.catalogs.at(show.lang);
  show.measure = &world_.fonts;
  show.screen = kiosk_.screen();
  show.voices = &voices_;
  show.rigs = &world_.rigs;
  show.calm = setup_.calm;
  show.reach = setup_.reach;
  show.languages = setup_.languages;
  return show;
}

void Route::walk_packs(AgeBand age) {
  auto show = shown(age);
  walk_farewells(show);
  // With four every seat has its badge; with fewer the badges lie within the same row.
  for (const std::size_t seats : {std::size_t{1}, kMostSeats}) {
    show.seats = seats;
    walk_activities(show);
  }
}

void Route::walk_activities(const Show& show) {
  const auto age = show.age;
  for (const auto& pack : packs_) {
    Tour tour(pack, show, world_.catalogs, [&](const std::string& name, const Frame& frame) {
      visit_(show.seats > 1 ? name + " in turns" : name, frame, age);
    });
    for (const auto step : pack.path(age)) tour.activity(*pack.activities[step]);
    for (const auto& item : pack.content.items) {
      // B and C have the same figures, so what B has met looks the same to C.
      const bool met = age == AgeBand::c && item.ages.has(AgeBand::b);
      if (item.ages.has(age) && !met) tour.item(item);
    }
  }
}

/// With few stars and with as many as are shown at most.
void Route::walk_farewells(const Show& show) {
  const Narrator narrator;
  const Performer mila;
  const ScreenView view{show, world_.catalogs, narrator, mila, Instant{}};
  for (const std::size_t stars : {1U, 6U, 12U}) {
    Frame frame;
    draw_farewell(frame, view, stars);
    visit_(fmt::format("farewell-{}-stars", stars), frame, show.age);
  }
}

}  // namespace nest::walk
