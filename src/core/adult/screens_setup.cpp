// The steps of the first-start wizard that the settings have, too: languages, place, size, sound.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/adult/listing.h"
#include "core/adult/screens.h"
#include "core/view/theme.h"

namespace nest {
namespace {

std::string title_of(const AdultView& view, const Way& way, const char* plain, const char* step) {
  return way.step == 0 ? view.text(plain) : view.text(step, {{"n", way.step}});
}
std::string go(std::string_view screen) {
  return screen.empty() ? std::string() : fmt::format("go/{}", screen);
}
Pick onward(const AdultView& view, const Way& way) {
  return {go(way.on), view.text(way.step == 0 ? "adult.done" : "adult.next")};
}

class Languages : public ListingScreen {
 public:
  explicit Languages(Way way) : way_(way) {}

 private:
  Listing listing(const AdultView& view) const override {
    Listing listing{view.text("adult.setup.languages", {{"n", way_.step}}), "close",
                    view.text("adult.setup.languages.say")};
    listing.rows = language_rows(view);
    listing.picture = "library:adult-child";
    listing.actions = {onward(view, way_)};
    return listing;
  }
  void choose(std::string_view target, AdultDesk& desk) override { choose_language(target, desk); }
  Way way_;
};

class Venues : public ListingScreen {
 public:
  Venues(Way way, bool for_workshop) : way_(way), for_workshop_(for_workshop) {}

 private:
  Listing listing(const AdultView& view) const override {
    Listing listing{
        title_of(view, way_, "adult.place.title", "adult.setup.place"), go(way_.back), {}};
    ListingRow countries{view.text("adult.country"), {}};
    for (const auto country : kCountries) {
      countries.picks.push_back(
          {fmt::format("country/{}", country),
           view.text(country == "PL" ? "adult.country.pl" : "adult.country.lt"),
           {},
           view.settings.country == country});
    }
    if (!for_workshop_) listing.rows.push_back(std::move(countries));
    const auto& chosen = for_workshop_ ? view.draft.plan.venue : view.settings.venue;
    ListingRow row;
    for (const auto& venue : view.facts.venues) {
      if (venue.country != view.settings.country) continue;
      row.picks.push_back(
          {"venue/" + venue.id.str(), venue.names.plain(view.lang), {}, venue.id == chosen, true});
      if (row.picks.size() < 2) continue;
      listing.rows.push_back(std::exchange(row, {}));
    }
    if (!row.picks.empty()) listing.rows.push_back(std::move(row));
    listing.actions = {{go(add()), view.text("adult.places.add")}};
    if (way_.step > 0) listing.actions.push_back(onward(view, way_));
    return listing;
  }
  const char* add() const {
    if (way_.step > 0) return "setup-add-places";
    return for_workshop_ ? "add-venues" : "add-places";
  }

  void choose(std::string_view target, AdultDesk& desk) override {
    if (const auto country = behind(target, "country/")) {
      desk.settings.country = *country;
      desk.settings.venue = VenueId();
      desk.settings_changed();
    }
    const auto venue = behind(target, "venue/");
    if (!venue) return;
    if (for_workshop_) {
      desk.draft.plan.venue = VenueId(*venue);
    } else {
      desk.settings.venue = desk.draft.plan.venue = VenueId(*venue);
      desk.settings_changed();
    }
    if (way_.step == 0) desk.next = way_.on;
  }

  Way way_;
  bool for_workshop_;
};

/// A bank card (ISO/IEC 7810 ID-1, 85.60 mm x 53.98 mm) held to the screen tells how large it is.
class Size : public AdultScreen {
 public:
  explicit Size(Way way) : way_(way) {}

  void draw(Frame& frame, const AdultView& view) const override {
    constexpr float kWide = 85.60F, kHigh = 53.98F, kRadius = 3.18F;  // mm
    const Sheet sheet(view.screen);
    draw_head(frame, view, title_of(view, way_, "adult.size.title", "adult.setup.size"),
              go(way_.back));
    const float diagonal = diagonal_.value_or(view.settings.diagonal);
    // The more inches the same picture has, the fewer units a millimetre has.
    const float unit = view.screen.units(1) * view.settings.diagonal / diagonal;
    draw_text(frame, view, view.text("adult.size.say"),
              {sheet.body.x + 8, sheet.body.y, sheet.body.w - 16, sheet.type * kLineHeight * 2},
              sheet.style(), Align::left, 2);
    const float top = sheet.body.y + sheet.type * kLineHeight * 2;
    const Rect card = Rect::around({kCanvasWidth / 2, (top + sheet.body.bottom()) / 2},
                                   kWide * unit, kHigh * unit);
    frame.fill(card, kRadius * unit, theme::kInk);
    frame.fill(card.grown(-6), std::max(0.0F, kRadius * unit - 6), rgb(0xFFF3D1));
    draw_steps(frame, view, sheet, diagonal);
    draw_actions(frame, view, {{"keep", view.text(way_.step == 0 ? "adult.done" : "adult.next")}});
  }

  void tap(std::string_view target, AdultDesk& desk) override {
    const float now = diagonal_.value_or(desk.settings.diagonal);
    for (const auto& [name, step] : kSteps) {
      if (target != name) continue;
      const float next = std::round((now + step) * 10) / 10;
      diagonal_ = std::clamp(next, kSmallestDiagonal, kLargestDiagonal);
    }
    if (target != "keep") return;
    if (now != desk.settings.diagonal) {
      desk.settings.diagonal = now;
      desk.settings_changed();
    }
    desk.next = way_.on;
  }

 private:
  struct Step {
    std::string_view name;
    float inches;
  };
  /// The card grows where the screen is said to be smaller.
  static constexpr std::array<Step, 4> kSteps{
      {{"much-less", 1.0F}, {"less", 0.1F}, {"more", -0.1F}, {"much-more", -1.0F}}};

  static void draw_steps(Frame& frame, const AdultView& view, const Sheet& sheet, float diagonal) {
    constexpr std::array<const char*, 4> kIcons{"icon-minus-two", "icon-minus", "icon-plus",
                                                "icon-plus-two"};
    float x = sheet.bar.x;
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
      draw_pill(frame, view, {x, sheet.bar.y, sheet.control, sheet.control},
                {std::string(kSteps[i].name), "", kIcons[i]}, PillLook::action);
      x += sheet.control + sheet.gap;
    }
    auto inches = fmt::format("{:.1f}", diagonal);
    if (view.lang.str() != "en") std::replace(inches.begin(), inches.end(), '.', ',');
    draw_text(frame, view, inches + "″", {x, sheet.bar.y, sheet.control * 3, sheet.control},
              sheet.style(), Align::left, 1);
  }

  Way way_;
  std::optional<float> diagonal_;  ///< as it is being tried; the buttons stay where they are
};

class Sound : public ListingScreen {
 public:
  explicit Sound(Way way) : way_(way) {}

 private:
  Listing listing(const AdultView& view) const override {
    return {view.text("adult.setup.sound", {{"n", way_.step}}),
            go(way_.back),
            view.text("adult.setup.sound.say"),
            {volume_row(view)},
            "library:music-note",
            {onward(view, way_)}};
  }
  void choose(std::string_view target, AdultDesk& desk) override { choose_volume(target, desk); }
  Way way_;
};

}  // namespace

AdultScreenPtr make_languages_screen(Way way) {
  return std::make_unique<Languages>(way);
}
AdultScreenPtr make_venue_screen(Way way, bool for_workshop) {
  return std::make_unique<Venues>(way, for_workshop);
}
AdultScreenPtr make_size_screen(Way way) {
  return std::make_unique<Size>(way);
}
AdultScreenPtr make_sound_screen(Way way) {
  return std::make_unique<Sound>(way);
}

}  // namespace nest
