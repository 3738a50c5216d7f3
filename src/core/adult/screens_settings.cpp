// What may be set, and the rows of it that the first-start wizard has, too.
#include <fmt/format.h>

#include <algorithm>

#include "core/adult/listing.h"
#include "core/adult/screens.h"

namespace nest {
namespace {

/// Everything that is on or off.
struct Switch {
  const char* name;
  const char* key;
  bool Settings::*field;
};
constexpr std::array<Switch, 6> kSwitches{{
    {"calm", "adult.set.calm", &Settings::calm},
    {"bigger", "adult.set.bigger", &Settings::bigger_letters},
    {"mirrored", "adult.set.mirrored", &Settings::mirrored},
    {"low", "adult.set.low", &Settings::controls_low},
    {"pending", "adult.set.pending", &Settings::show_pending},
    {"shuffled", "adult.set.shuffled", &Settings::shuffled_keypad},
}};

constexpr std::array<int, 6> kRetentions{3, 6, 12, 24, 36, 60};  // months

bool contains(const std::vector<Lang>& list, const Lang& lang) {
  return std::find(list.begin(), list.end(), lang) != list.end();
}

std::string name_of(const AdultView& view, const Lang& lang) {
  for (const auto& [tag, texts] : view.languages) {
    if (tag == lang) return texts->text("adult.language");
  }
  return lang.str();
}

class SettingsScreen : public ListingScreen {
  Listing listing(const AdultView& view) const override {
    Listing listing{view.text("adult.settings.title"), "go/home", {}};
    listing.rows = {volume_row(view)};
    for (auto& row : language_rows(view)) listing.rows.push_back(std::move(row));
    for (const auto& s : kSwitches) {
      listing.rows.push_back({view.text(s.key), yes_no(view, s.name, view.settings.*s.field)});
    }
    listing.rows.push_back(
        {view.text("adult.set.place"),
         {{"go/place", view.settings.venue.empty() ? view.text("adult.choose")
                                                   : venue_text(view, view.settings.venue)}}});
    listing.rows.push_back(
        {view.text("adult.set.size"), {{"go/size", view.text("adult.measure")}}});
    ListingRow keep{view.text("adult.set.retention"), {}};
    for (const int months : kRetentions) {
      keep.picks.push_back({fmt::format("retention/{}", months),
                            view.text("adult.months", {{"n", months}}),
                            {},
                            months == view.settings.retention_months});
    }
    listing.rows.push_back(std::move(keep));
    listing.rows.push_back(
        {view.text("adult.set.code"), {{"go/change-code", view.text("adult.change")}}});
    return listing;
  }

  void choose(std::string_view target, AdultDesk& desk) override {
    choose_volume(target, desk);
    choose_language(target, desk);
    for (const auto& s : kSwitches) {
      const auto answer = behind(target, std::string(s.name) + "/");
      if (!answer) continue;
      desk.settings.*s.field = *answer == "yes";
      desk.settings_changed();
    }
    for (const int months : kRetentions) {
      if (target != fmt::format("retention/{}", months)) continue;
      desk.settings.retention_months = months;
      desk.settings_changed();
    }
  }
};

}  // namespace

std::vector<ListingRow> language_rows(const AdultView& view) {
  ListingRow spoken{view.text("adult.set.languages"), {}};
  for (const auto& lang : view.facts.languages) {
    spoken.picks.push_back(
        {"speak/" + lang.str(), name_of(view, lang), {}, contains(view.settings.languages, lang)});
  }
  ListingRow first{view.text("adult.set.first"), {}};
  for (const auto& lang : view.facts.languages) {
    if (!contains(view.settings.languages, lang)) continue;
    first.picks.push_back(
        {"first/" + lang.str(), name_of(view, lang), {}, lang == view.settings.languages.front()});
  }
  return {std::move(spoken), std::move(first)};
}

void choose_language(std::string_view target, AdultDesk& desk) {
  auto& list = desk.settings.languages;
  if (const auto tag = behind(target, "speak/")) {
    const Lang lang(*tag);
    if (!contains(list, lang)) {
      list.push_back(lang);
    } else if (list.size() > 1) {  // a kiosk speaks at least one
      std::erase(list, lang);
    }
    desk.settings_changed();
  }
  if (const auto tag = behind(target, "first/")) {
    const auto found = std::find(list.begin(), list.end(), Lang(*tag));
    if (found != list.end()) std::rotate(list.begin(), found, found + 1);
    desk.settings_changed();
  }
}

ListingRow volume_row(const AdultView& view) {
  ListingRow row{view.text("adult.set.volume"),
                 stepper("volume", fmt::format("{} / {}", view.settings.volume, kLoudest))};
  row.picks.push_back({"sound", view.text("adult.set.try"), "icon-listen"});
  return row;
}

void choose_volume(std::string_view target, AdultDesk& desk) {
  const int step = target == "volume/more" ? 1 : target == "volume/less" ? -1 : 0;
  if (step != 0) {
    desk.settings.volume = std::clamp(desk.settings.volume + step, 0, kLoudest);
    desk.settings_changed();
  }
  if (step != 0 || target == "sound") desk.ask(TestSound{});
}

AdultScreenPtr make_settings_screen() {
  return std::make_unique<SettingsScreen>();
}

}  // namespace nest
