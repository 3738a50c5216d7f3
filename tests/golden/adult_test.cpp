// Every screen of the adult area, in each language and on three displays: buttons that a finger
// finds, texts that fit. ADULT_SHOTS=FOLDER keeps them as pictures, to be looked at.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <functional>

#include "stage/offscreen.h"
#include "store/adult_files.h"
#include "store/assets.h"
#include "support/adult.h"

namespace {

using namespace nest;

struct Display {
  const char* name;
  float inches, width, height;
};
constexpr std::array<Display, 3> kDisplays{
    {{"21", 21.5F, 1920, 1080}, {"10", 10.1F, 1280, 800}, {"55", 55, 3840, 2160}}};

/// How one gets to see a screen: with which facts, and by which taps.
struct Sight {
  std::string name;
  std::vector<std::string> taps;
  std::function<void(AdultFacts&)> with = [](AdultFacts&) {};
  std::function<void(test::FakeKeeper&)> keeper = [](test::FakeKeeper&) {};
  bool unlocked = true;
};

void run(AdultFacts& facts) {
  facts.running = test::some_workshop();
}

std::vector<Sight> sights() {
  const auto no_code = [](test::FakeKeeper& k) { k.now = {}; };
  const auto stick = [](Stick s) { return [s](AdultFacts& f) { f.stick = s; }; };
  const auto places = [](PlacesOnStick p) { return [p](AdultFacts& f) { f.places = p; }; };
  return {
      {"code", {"digit/7", "digit/3"}, [](auto&) {}, [](auto&) {}, false},
      {"code-wait", {}, [](auto&) {}, [](auto& k) { k.now.failed = 5; }, false},
      {"code-broken", {}, [](auto&) {}, [](auto& k) { k.now.state = CodeState::broken; }, false},
      {"setup-1", {}, [](auto&) {}, no_code, false},
      {"setup-2", {"go/setup-place"}, [](auto&) {}, no_code, false},
      {"setup-2-stick", {"go/setup-place", "go/setup-add-places"}, [](auto&) {}, no_code, false},
      {"setup-3", {"go/setup-size", "more"}, [](auto&) {}, no_code, false},
      {"setup-4", {"go/setup-sound"}, [](auto&) {}, no_code, false},
      {"setup-5", {"go/setup-code"}, [](auto&) {}, no_code, false},
      {"home", {}},
      {"home-trouble",
       {},
       [](AdultFacts& f) {
         f.tally.now = NotCounting{Instant{}, NotCountingReason::disk_full, {}};
         run(f);
       }},
      {"start", {"start"}},
      {"start-ready", {"start", "today/yes", "room/new"}},
      {"start-no-clock", {"start"}, [](AdultFacts& f) { f.clock_plausible = false; }},
      {"venue", {"start", "go/venue"}},
      {"topic", {"start", "go/topic"}},
      {"room", {"start", "go/room", "digit/4", "digit/8", "digit/2", "digit/7"}},
      {"running-before", {"go/running"}, run},
      {"running-after",
       {"go/running", "end"},
       [](AdultFacts& f) {
         run(f);
         f.running->stage = Stage::after;
         f.running->paused = true;
         f.running->counted = false;
       }},
      {"running-free",
       {"go/running"},
       [](AdultFacts& f) {
         run(f);
         f.running->plan.mode = WorkshopMode::free;
         f.running->left.reset();
       }},
      {"earlier", {"go/earlier"}},
      {"earlier-none", {"go/earlier"}, [](AdultFacts& f) { f.earlier.clear(); }},
      {"result", {"go/earlier", "workshop/00000000000000a1"}},
      {"result-few", {"go/earlier", "workshop/00000000000000a2", "delete"}},
      {"settings", {"go/settings"}},
      {"settings-2", {"go/settings", "page/next"}},
      {"settings-3", {"go/settings", "page/next", "page/next"}},
      {"packs", {"go/packs"}},
      {"test", {"go/test"}},
      {"test-sudden",
       {"go/test"},
       [](AdultFacts& f) {
         f.test.last_stop = StoppedSuddenly{WallTime{{2026, 9, 27}, 8, 5}};
       }},
      {"test-first", {"go/test"}, [](AdultFacts& f) { f.test = {}; }},
      {"dots", {"go/dots", "dot/0", "dot/9"}},
      {"export-none", {"go/export"}},
      {"export-found", {"go/export"}, stick(StickFound{"WARSZTATY", 7321})},
      {"export-writing", {"go/export"}, stick(Exporting{})},
      {"export-done", {"go/export"}, stick(Exported{6})},
      {"export-failed", {"go/export"}, stick(ExportFailed{ExportTrouble::full})},
      {"place", {"go/place"}},
      {"places-none", {"go/add-places"}},
      {"places-found", {"go/add-places"}, places(StickFound{"WARSZTATY", 7321})},
      {"places-reading", {"go/add-places"}, places(PlacesReading{})},
      {"places-added", {"go/add-venues"}, places(VenuesAdded{22, 3})},
      {"places-known", {"go/add-places"}, places(VenuesAdded{})},
      {"places-no-file", {"go/add-places"}, places(VenuesRefused{VenueFault::no_file, 0})},
      {"places-unreadable", {"go/add-places"}, places(VenuesRefused{VenueFault::unreadable, 0})},
      {"places-syntax", {"go/add-places"}, places(VenuesRefused{VenueFault::syntax, 112})},
      {"places-name", {"go/add-places"}, places(VenuesRefused{VenueFault::name, 1234})},
      {"places-same-id", {"go/add-places"}, places(VenuesRefused{VenueFault::same_id, 7})},
      {"places-entry", {"go/add-places"}, places(VenuesRefused{VenueFault::entry, 12})},
      {"places-too-many", {"go/add-places"}, places(VenuesRefused{VenueFault::too_many, 0})},
      {"places-not-kept", {"go/add-places"}, places(VenuesRefused{VenueFault::not_kept, 0})},
      {"quit", {"go/quit"}},
      {"quit-sure", {"go/quit", "power"}, run},
  };
}

class Room {
 public:
  Room() : assets(STORKNEST_SOURCE_DIR) {
    Diagnostics faults;
    texts = assets.adult_texts(faults);
    REQUIRE(faults.empty());
    for (const auto* tag : {"pl", "lt", "en"}) order.emplace_back(tag, &texts.at(Lang(tag)));
  }

  Frame see(const Sight& sight, const std::string& lang, const ScreenMetrics& metrics) const {
    test::FakeKeeper keeper;
    sight.keeper(keeper);
    AdultArea area(order, fonts, keeper, Random(4), Instant{});
    auto facts = test::some_facts();
    Diagnostics faults;
    facts.venues = store::load_venues(STORKNEST_SOURCE_DIR, "/nowhere", faults);
    sight.with(facts);
    area.set_facts(std::move(facts));
    Settings settings;
    settings.venue = VenueId("suwalki-school");
    area.set_settings(settings);
    area.set_screen(metrics);
    area.open(now);
    if (sight.unlocked) {
      for (const char digit : keeper.code) area.tap(fmt::format("adult/digit/{}", digit), now);
      area.tap("adult/ok", now);
      area.advance(now);
    }
    for (const auto& tap : sight.taps) area.tap("adult/" + tap, now);
    area.tap("adult/lang/" + lang, now);
    area.advance(now);
    Frame frame;
    area.draw(frame, {}, now);
    return frame;
  }

  stage::Fonts fonts;
  store::Assets assets;
  std::map<Lang, Catalog> texts;
  std::vector<std::pair<Lang, const Catalog*>> order;
  static constexpr Instant now{std::chrono::seconds(61)};
};

ScreenMetrics metrics_of(const Display& d) {
  const float scale = std::min(d.width / kCanvasWidth, d.height / kCanvasHeight);
  return ScreenMetrics::from_display(d.inches, d.width, d.height, scale);
}

bool inside(const Rect& box, const Rect& outer) {
  constexpr float kRounding = 0.01F;
  const Rect o = outer.grown(kRounding);
  return box.x >= o.x && box.y >= o.y && box.right() <= o.right() && box.bottom() <= o.bottom();
}

void check_targets(const Frame& frame, const ScreenMetrics& metrics) {
  const float least = metrics.units(12) - 0.5F;
  const float gap = metrics.units(5) - 0.5F;
  for (std::size_t i = 0; i < frame.targets.size(); ++i) {
    const auto& a = frame.targets[i];
    CAPTURE(a.id);
    CHECK(std::min(a.box.w, a.box.h) >= least);
    CHECK(inside(a.box, kCanvas));
    for (std::size_t j = i + 1; j < frame.targets.size(); ++j) {
      CAPTURE(frame.targets[j].id);
      CHECK_FALSE(a.box.grown(gap / 2).overlaps(frame.targets[j].box.grown(gap / 2)));
    }
  }
}

/// The thin lines between the rows of a list.
std::vector<Rect> dividers(const Frame& frame) {
  std::vector<Rect> out;
  for (const auto& op : frame.ops) {
    const auto* fill = std::get_if<FillOp>(&op);
    if (fill != nullptr && fill->box.h <= 2) out.push_back(fill->box);
  }
  return out;
}

/// Texts lie on the sheet, over no other text and no divider, in letters of at least 2 mm x-height.
void check_texts(const Frame& frame, const ScreenMetrics& metrics) {
  std::vector<const TextOp*> lines;
  for (const auto& op : frame.ops) {
    if (const auto* line = std::get_if<TextOp>(&op)) lines.push_back(line);
  }
  CHECK(lines.size() > 2);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& a = *lines[i];
    CAPTURE(a.text);
    CHECK(a.text.find('<') == std::string::npos);
    CHECK(a.style.size >= metrics.units(2) * 2 - 1);
    const auto ink = [](const TextOp& t) {
      return Rect{t.at.x, t.at.y + t.style.size * 0.3F, t.width, t.style.size * 0.8F};
    };
    CHECK(inside(ink(a), kCanvas.grown(-22)));
    for (const auto& line : dividers(frame)) CHECK_FALSE(ink(a).overlaps(line));
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      CAPTURE(lines[j]->text);
      CHECK_FALSE(ink(a).overlaps(ink(*lines[j])));
    }
  }
}

}  // namespace

TEST_CASE("adult area: every screen has buttons that a finger finds and texts that fit") {
  const Room room;
  for (const auto& display : kDisplays) {
    for (const auto& sight : sights()) {
      for (const std::string lang : {"pl", "lt", "en"}) {
        CAPTURE(std::string(display.name));
        CAPTURE(sight.name);
        CAPTURE(lang);
        const auto metrics = metrics_of(display);
        const auto frame = room.see(sight, lang, metrics);
        CHECK(frame.screen.find("adult-") == 0);
        check_targets(frame, metrics);
        check_texts(frame, metrics);
      }
    }
  }
}

TEST_CASE("adult area: pictures, for who asks for them") {
  const char* folder = std::getenv("ADULT_SHOTS");
  if (folder == nullptr) return;
  const Room room;
  stage::Offscreen painter({1920, 1080}, room.assets, room.fonts);
  for (const auto& display : kDisplays) {
    const auto out = std::filesystem::path(folder) / display.name;
    std::filesystem::create_directories(out);
    for (const auto& sight : sights()) {
      for (const std::string lang : {"pl", "lt", "en"}) {
        const auto frame = room.see(sight, lang, metrics_of(display));
        stage::save_png(painter.render(frame), out / fmt::format("{}.{}.png", sight.name, lang));
      }
    }
  }
}
