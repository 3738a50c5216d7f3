// Earlier workshops: a list, and the first picture of what one of them brought.
#include <fmt/format.h>

#include <algorithm>

#include "core/adult/listing.h"
#include "core/adult/screens.h"
#include "core/view/theme.h"

namespace nest {
namespace {

constexpr Colour kRail = rgb(0xE4E1F3);

std::string day_text(const AdultView& view, const EarlierWorkshop& w) {
  return w.day ? date_text(view, *w.day) : view.text("adult.earlier.no-day");
}

class EarlierList : public ListingScreen {
  void draw(Frame& frame, const AdultView& view) const override {
    if (!view.facts.earlier.empty()) return ListingScreen::draw(frame, view);
    draw_head(frame, view, view.text("adult.earlier.title"), "go/home");
    draw_notice(frame, view, "icon-results", view.text("adult.earlier.none"));
  }
  Listing listing(const AdultView& view) const override {
    Listing listing{view.text("adult.earlier.title"), "go/home"};
    for (const auto& w : view.facts.earlier) {
      const auto text = fmt::format("{} · {} · {}", day_text(view, w), venue_text(view, w.venue),
                                    topic_text(view, w.topic));
      listing.rows.push_back({{}, {{"workshop/" + w.id, text, {}, false, true}}});
    }
    return listing;
  }
  void choose(std::string_view target, AdultDesk& desk) override {
    const auto id = behind(target, "workshop/");
    if (!id) return;
    desk.subject = *id;
    desk.next = "result";
  }
};

/// A share of 100 as a bar with its number.
void draw_share(Frame& frame, const AdultView& view, const Sheet& sheet, const Rect& box,
                const std::string& label, int share, Colour colour) {
  const float left = box.w * 0.22F;
  const float right = sheet.type * 4;
  draw_text(frame, view, label, {box.x, box.y, left - 20, box.h}, sheet.style(), Align::left, 2);
  const Rect rail{box.x + left, box.y + box.h * 0.2F, box.w - left - right, box.h * 0.6F};
  frame.fill(rail, rail.h / 2, kRail);
  const float width = std::max(rail.h, rail.w * static_cast<float>(share) / 100);
  frame.fill({rail.x, rail.y, width, rail.h}, rail.h / 2, colour);
  draw_text(frame, view, view.text("adult.percent", {{"n", share}}),
            {rail.right() + 20, box.y, right - 20, box.h}, {sheet.type * 1.3F, true, theme::kInk},
            Align::left, 1);
}

class Result : public AdultScreen {
 public:
  void draw(Frame& frame, const AdultView& view) const override {
    const Sheet sheet(view.screen);
    const auto* w = workshop(view.facts, view.subject);
    draw_head(frame, view, w == nullptr ? view.text("adult.earlier.title") : day_text(view, *w),
              "go/earlier");
    if (w == nullptr) return;
    const Rect panel = sheet.body;
    frame.fill(panel.moved({0, 8}), 40, theme::kSoftShadow);
    frame.fill(panel, 40, theme::kWhite);
    const Rect inside = panel.grown(-44);
    const Rect line{inside.x, inside.y, inside.w, sheet.type * kLineHeight};
    draw_text(frame, view,
              fmt::format("{} · {} · {} · {}", venue_text(view, w->venue), ages_text(view, w->ages),
                          topic_text(view, w->topic), mode_text(view, w->mode)),
              line, sheet.style(), Align::left, 1);
    const Rect rest{inside.x, line.bottom() + sheet.gap, inside.w,
                    inside.bottom() - line.bottom() - sheet.gap};
    if (w->result) {
      draw_result(frame, view, sheet, rest, *w->result);
    } else {
      draw_text(frame, view,
                view.text(w->mode == WorkshopMode::free ? "adult.result.free" : "adult.result.few"),
                rest, {sheet.type * 1.2F, false, theme::kInk}, Align::left, 4);
    }
    if (asks_) {
      draw_actions(frame, view,
                   {{"keep", view.text("adult.result.keep")},
                    {"delete/yes", view.text("adult.result.sure")}});
    } else {
      draw_actions(frame, view,
                   {{"delete", view.text("adult.result.delete")},
                    {"go/export", view.text("adult.result.export")}});
    }
  }

  void tap(std::string_view target, AdultDesk& desk) override {
    const bool sure = std::exchange(asks_, target == "delete");
    if (target != "delete/yes" || !sure) return;
    desk.ask(DeleteWorkshop{desk.subject});
    desk.next = "earlier";
  }

 private:
  static const EarlierWorkshop* workshop(const AdultFacts& facts, const std::string& id) {
    const auto found = std::find_if(facts.earlier.begin(), facts.earlier.end(),
                                    [&](const EarlierWorkshop& w) { return w.id == id; });
    return found == facts.earlier.end() ? nullptr : &*found;
  }

  /// Never a bare percentage: the number of children and the interval stand below the bars.
  static void draw_result(Frame& frame, const AdultView& view, const Sheet& sheet, const Rect& box,
                          const FirstResult& r) {
    const float bar = box.h * 0.27F;
    draw_share(frame, view, sheet, {box.x, box.y, box.w, bar}, view.text("adult.stage.before"),
               r.before, rgb(0x8F86C6));
    draw_share(frame, view, sheet, {box.x, box.y + bar, box.w, bar}, view.text("adult.stage.after"),
               r.after, theme::kTeal);
    const auto whole = [](std::size_t n) { return static_cast<long>(n); };
    const auto text =
        fmt::format("{} {}",
                    view.text("adult.result.gain", {{"n", whole(r.children)},
                                                    {"gain", r.after - r.before},
                                                    {"low", r.gain_low},
                                                    {"high", r.gain_high}}),
                    view.text(r.more_than_chance ? "adult.result.more" : "adult.result.chance"));
    draw_text(frame, view, text,
              {box.x, box.y + 2 * bar + sheet.gap, box.w, box.h - 2 * bar - sheet.gap},
              {sheet.type * 1.1F, false, theme::kInk}, Align::left, 3);
  }

  bool asks_ = false;  ///< whether it is to be deleted
};

}  // namespace

AdultScreenPtr make_earlier_screen() {
  return std::make_unique<EarlierList>();
}
AdultScreenPtr make_result_screen() {
  return std::make_unique<Result>();
}

}  // namespace nest
