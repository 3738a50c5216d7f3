// What the kiosk knows about itself: packs, self-test, and dots that try the touch screen.
#include <fmt/format.h>

#include <set>

#include "core/adult/listing.h"
#include "core/adult/screens.h"
#include "core/base/overloaded.h"
#include "core/view/theme.h"

namespace nest {
namespace {

class Packs : public ListingScreen {
  Listing listing(const AdultView& view) const override {
    Listing listing{view.text("adult.packs.title"), "go/home"};
    for (const auto& pack : view.facts.packs) {
      auto text = view.text("adult.packs.line",
                            {{"version", pack.version}, {"n", static_cast<long>(pack.questions)}});
      if (pack.pending > 0) {
        text += " " + view.counted("adult.packs.pending", pack.pending);
      }
      listing.rows.push_back({pack.title.plain(view.lang), {{"", text}}});
    }
    if (view.facts.packs_refused > 0) {
      listing.rows.push_back(
          {{}, {{"", view.counted("adult.packs.refused", view.facts.packs_refused)}}});
    }
    return listing;
  }
  void choose(std::string_view, AdultDesk&) override {}
};

class Test : public ListingScreen {
  Listing listing(const AdultView& view) const override {
    const auto& test = view.facts.test;
    const auto line = [&](const char* key, std::string value) {
      return ListingRow{view.text(key), {{"", std::move(value)}}};
    };
    Listing listing{view.text("adult.test.title"), "go/home"};
    listing.rows = {
        line("adult.test.counting", counting(view)),
        line("adult.test.space", view.counted("adult.megabytes", test.free_megabytes)),
        line("adult.test.stop", last_stop(view)),
        line("adult.test.clock", view.facts.clock_plausible ? date_text(view, view.facts.today)
                                                            : view.text("adult.test.no-clock")),
        line("adult.test.frames", view.counted("adult.test.dropped", test.dropped_frames)),
    };
    const auto broken = view.facts.tally.set_aside.size();
    if (broken > 0) {
      listing.rows.push_back(
          line("adult.test.files", view.counted("adult.test.set-aside", broken)));
    }
    listing.actions = {{"sound", view.text("adult.test.sound"), "icon-listen"},
                       {"go/dots", view.text("adult.test.touch")}};
    return listing;
  }

  static std::string last_stop(const AdultView& view) {
    const auto at = [&](const WallTime& time) {
      return fmt::format("{}, {}:{:02}", date_text(view, time.day), time.hour, time.minute);
    };
    return std::visit(
        Overloaded{[&](const StopUnknown&) { return view.text("adult.test.stop-unknown"); },
                   [&](const StoppedInOrder& stop) {
                     auto text = view.text("adult.test.clean");
                     return stop.at ? fmt::format("{}, {}", text, at(*stop.at)) : text;
                   },
                   [&](const StoppedSuddenly& stop) {
                     auto text = view.text("adult.test.unclean");
                     if (!stop.started) return text;
                     return fmt::format("{}; {} {}", text, view.text("adult.test.started"),
                                        at(*stop.started));
                   }},
        view.facts.test.last_stop);
  }
  static std::string counting(const AdultView& view) {
    return std::visit(
        Overloaded{[&](const CountingStarts&) { return view.text("adult.counting.starts"); },
                   [&](const Counting&) { return view.text("adult.counting.works"); },
                   [&](const NotCounting& n) { return view.text(reason(n.reason)); }},
        view.facts.tally.now);
  }
  static const char* reason(NotCountingReason why) {
    switch (why) {
      case NotCountingReason::other_kiosk:
        return "adult.reason.other-kiosk";
      case NotCountingReason::locked:
        return "adult.reason.locked";
      case NotCountingReason::disk_full:
        return "adult.reason.disk-full";
      case NotCountingReason::read_only:
        return "adult.reason.read-only";
      case NotCountingReason::io_error:
        break;
    }
    return "adult.reason.io-error";
  }

  void choose(std::string_view target, AdultDesk& desk) override {
    if (target == "sound") desk.ask(TestSound{});
  }
};

/// Dots all over the sheet; each one turns green under a finger, so a blind spot stays violet.
class Dots : public AdultScreen {
 public:
  void draw(Frame& frame, const AdultView& view) const override {
    constexpr std::size_t kColumns = 6, kRows = 4;
    const Sheet sheet(view.screen);
    draw_head(frame, view, view.text("adult.dots.title"), "go/test");
    const Rect area{sheet.body.x, sheet.body.y, sheet.body.w, sheet.bar.bottom() - sheet.body.y};
    const float size = sheet.control;
    for (std::size_t i = 0; i < kColumns * kRows; ++i) {
      const std::size_t row = i / kColumns;
      const auto column = static_cast<float>(i % kColumns) / (kColumns - 1);
      const auto line = static_cast<float>(row) / (kRows - 1);
      const Rect box{area.x + column * (area.w - size), area.y + line * (area.h - size), size,
                     size};
      const auto name = fmt::format("dot/{}", i);
      const bool met = met_.count(name) > 0;
      frame.fill(box, size / 2, met ? theme::kGreen : rgb(0xC9C3E6));
      if (met) frame.picture("library:icon-tick", box);
      frame.target("adult/" + name, box, sheet.slack);
    }
  }
  void tap(std::string_view target, AdultDesk&) override { met_.emplace(target); }

 private:
  std::set<std::string, std::less<>> met_;
};

}  // namespace

AdultScreenPtr make_packs_screen() {
  return std::make_unique<Packs>();
}
AdultScreenPtr make_test_screen() {
  return std::make_unique<Test>();
}
AdultScreenPtr make_dots_screen() {
  return std::make_unique<Dots>();
}

}  // namespace nest
