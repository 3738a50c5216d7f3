// Preparing a workshop: everything stands as it was the last time, so that one yes and one start
// are enough.
#include <fmt/format.h>

#include <algorithm>

#include "core/adult/listing.h"
#include "core/adult/pad.h"
#include "core/adult/screens.h"
#include "core/base/wording.h"

namespace nest {
namespace {

constexpr std::size_t kRoomDigits = 4;

const PackFact* pack_of(const AdultFacts& facts, const PackId& id) {
  const auto found = std::find_if(facts.packs.begin(), facts.packs.end(),
                                  [&](const PackFact& p) { return p.id == id; });
  return found == facts.packs.end() ? nullptr : &*found;
}

/// Before and after need a topic with two forms of questions.
bool may_ask(const AdultFacts& facts, const PackId& topic) {
  const auto* pack = pack_of(facts, topic);
  return pack != nullptr && pack->has_forms;
}

bool is_ready(const AdultFacts& facts, const Draft& draft) {
  return find_venue(facts.venues, draft.plan.venue) != nullptr &&
         pack_of(facts, draft.plan.topic) != nullptr && (draft.today || !facts.clock_plausible);
}

class Start : public ListingScreen {
 public:
  void enter(AdultDesk& desk) override {
    auto& plan = desk.draft.plan;
    if (pack_of(desk.facts, plan.topic) == nullptr && !desk.facts.packs.empty()) {
      plan.topic = desk.facts.packs.front().id;
    }
    if (!may_ask(desk.facts, plan.topic)) plan.mode = WorkshopMode::free;
  }

 private:
  Listing listing(const AdultView& view) const override {
    const auto& plan = view.draft.plan;
    Listing listing{view.text("adult.start.title"), "go/home"};
    const bool no_venue = find_venue(view.facts.venues, plan.venue) == nullptr;
    listing.rows.push_back(
        {view.text("adult.start.place"),
         {{"go/venue", no_venue ? view.text("adult.choose") : venue_text(view, plan.venue)}}});
    listing.rows.push_back(day_row(view));
    listing.rows.push_back(ages_row(view));
    listing.rows.push_back(
        {view.text("adult.start.topic"), {{"go/topic", topic_text(view, plan.topic)}}});
    listing.rows.push_back(mode_row(view));
    ListingRow group{view.text("adult.start.group"), {}};
    for (std::size_t i = 0; i < kGroupSizes.size(); ++i) {
      std::string text(kGroupSizes[i]);
      text.replace(text.find('-'), 1, "–");
      group.picks.push_back(
          {fmt::format("group/{}", i), text, {}, plan.group_size == kGroupSizes[i]});
    }
    listing.rows.push_back(std::move(group));
    ListingRow time{view.text("adult.start.time"), {}};
    for (const int minutes : kTimeLimits) {
      time.picks.push_back({fmt::format("time/{}", minutes),
                            view.text("adult.minutes", {{"n", minutes}}),
                            {},
                            plan.minutes == minutes});
    }
    listing.rows.push_back(std::move(time));
    listing.rows.push_back(room_row(view));
    if (is_ready(view.facts, view.draft)) {
      listing.actions = {{"begin", view.text("adult.start.begin"), "icon-play"}};
    }
    return listing;
  }

  static ListingRow day_row(const AdultView& view) {
    if (!view.facts.clock_plausible) {
      return {view.text("adult.start.day"), {{"", view.text("adult.start.no-clock")}}};
    }
    return {fmt::format("{} {}\u00A0– {}", view.text("adult.start.today"),
                        date_text(view, view.facts.today), view.text("adult.start.right")),
            yes_no(view, "today", view.draft.today)};
  }
  static ListingRow ages_row(const AdultView& view) {
    ListingRow row{view.text("adult.start.ages"), {}};
    for (const auto band : kBands) {
      row.picks.push_back({fmt::format("ages/{}", band_letter(band)),
                           ages_text(view, band),
                           {},
                           view.draft.plan.ages == band});
    }
    return row;
  }
  static ListingRow mode_row(const AdultView& view) {
    ListingRow row{view.text("adult.start.mode"), {}};
    for (const auto mode : kModes) {
      if (mode != WorkshopMode::free && !may_ask(view.facts, view.draft.plan.topic)) continue;
      row.picks.push_back({fmt::format("mode/{}", run_word(mode)),
                           mode_text(view, mode),
                           {},
                           view.draft.plan.mode == mode});
    }
    return row;
  }
  static ListingRow room_row(const AdultView& view) {
    const auto& room = view.draft.plan.room;
    ListingRow row{view.text("adult.start.room"),
                   {{"room/none", view.text("adult.room.alone"), {}, room.empty()},
                    {"room/new", view.text("adult.room.first")},
                    {"go/room", view.text("adult.room.join")}}};
    if (!room.empty()) row.picks.push_back({"room/keep", room, {}, true});
    return row;
  }

  void choose(std::string_view target, AdultDesk& desk) override {
    auto& plan = desk.draft.plan;
    if (const auto today = behind(target, "today/")) {
      desk.draft.today = *today == "yes";
      plan.day = *desk.draft.today ? std::optional(iso(desk.facts.today)) : std::nullopt;
    }
    for (const auto band : kBands) {
      if (behind(target, "ages/") == band_letter(band)) plan.ages = band;
    }
    for (const auto mode : kModes) {
      if (behind(target, "mode/") == std::string(run_word(mode))) plan.mode = mode;
    }
    for (std::size_t i = 0; i < kGroupSizes.size(); ++i) {
      if (target == fmt::format("group/{}", i)) plan.group_size = kGroupSizes[i];
    }
    for (const int minutes : kTimeLimits) {
      if (target == fmt::format("time/{}", minutes)) plan.minutes = minutes;
    }
    if (target == "room/none") plan.room.clear();
    if (target == "room/new") plan.room = fmt::format("{:04}", 1000 + desk.luck.below(9000));
    if (target == "begin" && is_ready(desk.facts, desk.draft)) begin(desk);
  }

  static void begin(AdultDesk& desk) {
    const auto& plan = desk.draft.plan;
    desk.ask(StartWorkshop{plan});
    desk.settings.usual = plan;
    desk.settings.usual.day.reset();
    desk.settings.usual.room.clear();
    desk.settings.usual.venue = VenueId();
    desk.settings.venue = plan.venue;
    desk.settings_changed();
    desk.next = "running";
  }
};

class Topics : public ListingScreen {
  Listing listing(const AdultView& view) const override {
    Listing listing{view.text("adult.start.topic"), "go/start"};
    for (const auto& pack : view.facts.packs) {
      listing.rows.push_back({{},
                              {{"topic/" + pack.id.str(),
                                pack.title.plain(view.lang),
                                {},
                                pack.id == view.draft.plan.topic,
                                true}}});
    }
    return listing;
  }
  void choose(std::string_view target, AdultDesk& desk) override {
    const auto topic = behind(target, "topic/");
    if (!topic) return;
    desk.draft.plan.topic = PackId(*topic);
    desk.next = "start";
  }
};

/// The code that another kiosk of the room shows.
class Room : public AdultScreen {
 public:
  void draw(Frame& frame, const AdultView& view) const override {
    const Sheet sheet(view.screen);
    draw_head(frame, view, view.text("adult.room.title"), "go/start");
    const float high = sheet.bar.bottom() - sheet.body.y;
    const float wide = std::max(high * 0.8F, sheet.control * 5);
    draw_sign(frame, view, {sheet.body.x, sheet.body.y, sheet.body.w - wide - 2 * sheet.gap, high},
              "icon-workshop", view.text("adult.room.say"));
    pad_.draw(frame, view, {sheet.body.right() - wide, sheet.body.y, wide, high}, false,
              kRoomDigits);
  }
  void tap(std::string_view target, AdultDesk& desk) override {
    if (pad_.tap(target) || target != "ok" || pad_.digits().size() < kRoomDigits) return;
    desk.draft.plan.room = pad_.take();
    desk.next = "start";
  }

 private:
  Pad pad_{kRoomDigits};
};

}  // namespace

AdultScreenPtr make_start_screen() {
  return std::make_unique<Start>();
}
AdultScreenPtr make_topic_screen() {
  return std::make_unique<Topics>();
}
AdultScreenPtr make_room_screen() {
  return std::make_unique<Room>();
}

}  // namespace nest
