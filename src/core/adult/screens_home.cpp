// The first screen behind the code: where everything is.
#include "core/adult/parts.h"
#include "core/adult/screens.h"
#include "core/base/overloaded.h"
#include "core/view/theme.h"

namespace nest {
namespace {

struct Tile {
  const char* target;
  const char* key;
  const char* icon;
};
constexpr Tile kStart{"start", "adult.home.start", "icon-workshop"};
constexpr Tile kRunning{"go/running", "adult.home.running", "icon-workshop"};
constexpr std::array<Tile, 7> kOthers{{
    {"go/earlier", "adult.home.earlier", "icon-results"},
    {"go/export", "adult.home.export", "icon-export"},
    {"go/packs", "adult.home.packs", "icon-packs"},
    {"go/settings", "adult.home.settings", "icon-settings"},
    {"go/test", "adult.home.test", "icon-test"},
    {"go/quit", "adult.home.quit", "icon-power"},
    {"close", "adult.home.close", "icon-home"},
}};

/// Whether answers are being counted, in one sentence.
std::string counting(const AdultView& view) {
  return std::visit(
      Overloaded{
          [&](const CountingStarts&) { return view.text("adult.counting.starts"); },
          [&](const Counting&) { return view.text("adult.counting.works"); },
          [&](const NotCounting& not_now) {
            const auto minutes =
                std::chrono::duration_cast<std::chrono::minutes>(view.now - not_now.since);
            return view.text("adult.counting.stopped", {{"n", static_cast<long>(minutes.count())}});
          }},
      view.facts.tally.now);
}

class Home : public AdultScreen {
 public:
  void draw(Frame& frame, const AdultView& view) const override {
    constexpr std::size_t kColumns = 4;
    const Sheet sheet(view.screen);
    draw_head(frame, view, view.text("adult.home.title"), "");
    const auto cell = [&](std::size_t i) { return tile_of(sheet.body, kColumns, 2, sheet.gap, i); };
    const auto& first = view.facts.running ? kRunning : kStart;
    draw_tile(frame, view, cell(0), {first.target, view.text(first.key), first.icon});
    for (std::size_t i = 0; i < kOthers.size(); ++i) {
      const auto& tile = kOthers[i];
      draw_tile(frame, view, cell(i + 1), {tile.target, view.text(tile.key), tile.icon});
    }
    const bool works = std::holds_alternative<Counting>(view.facts.tally.now);
    const float dot = sheet.type * 0.7F;
    frame.fill(Rect::around({sheet.bar.x + dot, sheet.bar.centre().y}, dot, dot), dot / 2,
               works ? theme::kGreen : theme::kAmber);
    draw_text(frame, view, counting(view),
              {sheet.bar.x + dot * 2.2F, sheet.bar.y, sheet.bar.w - dot * 2.2F, sheet.bar.h},
              sheet.style(), Align::left, 1);
  }

  void tap(std::string_view target, AdultDesk& desk) override {
    if (target != "start") return;
    desk.draft = {desk.settings.usual, std::nullopt};
    desk.draft.plan.venue = desk.settings.venue;
    desk.next = "start";
  }
};

}  // namespace

AdultScreenPtr make_home_screen() {
  return std::make_unique<Home>();
}

}  // namespace nest
