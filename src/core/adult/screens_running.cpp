// A workshop while it runs: how far it is, how many are through, and nothing about who.
#include <fmt/format.h>

#include "core/adult/parts.h"
#include "core/adult/screens.h"
#include "core/base/wording.h"
#include "core/view/theme.h"

namespace nest {
namespace {

constexpr std::array<const char*, 3> kStages{"adult.stage.before", "adult.stage.lesson",
                                             "adult.stage.after"};
constexpr Colour kQuiet = rgb(0xE4E1F3);

/// Steps in a row; the one that runs is filled, those that are over have a tick.
void draw_stages(Frame& frame, const AdultView& view, const Sheet& sheet, const Rect& box,
                 Stage stage) {
  const auto cells = row(box, kStages.size(), (box.w - 2 * sheet.gap) / 3, sheet.gap);
  const auto now = static_cast<std::size_t>(stage);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    frame.fill(cells[i], box.h / 2, i == now ? theme::kInk : kQuiet);
    draw_text(frame, view, view.text(kStages[i]), cells[i].grown(-12),
              {sheet.type, i == now, i == now ? theme::kWhite : theme::kInk}, Align::centre, 1);
    if (i >= now) continue;
    const Rect tick{cells[i].x + 8, cells[i].y + 8, box.h - 16, box.h - 16};
    frame.fill(tick, tick.w / 2, theme::kGreen);
    frame.picture("library:icon-tick", tick);
  }
}

struct CountTile {
  std::string number, label;
};

void draw_counts(Frame& frame, const AdultView& view, const Sheet& sheet, const Rect& box,
                 const std::vector<CountTile>& counts) {
  const auto n = static_cast<float>(counts.size());
  const auto cells = row(box, counts.size(), (box.w - (n - 1) * sheet.gap) / n, sheet.gap);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto& cell = cells[i];
    frame.fill(cell.moved({0, 8}), 40, theme::kSoftShadow);
    frame.fill(cell, 40, theme::kWhite);
    const Rect upper{cell.x + 20, cell.y + cell.h * 0.08F, cell.w - 40, cell.h * 0.56F};
    const float large = std::min(sheet.type * 3, upper.h / kLineHeight);
    draw_text(frame, view, counts[i].number, upper, {large, true, theme::kInk}, Align::centre, 1);
    draw_text(frame, view, counts[i].label, {upper.x, upper.bottom(), upper.w, cell.h * 0.34F},
              sheet.style(), Align::centre, 2);
  }
}

class Running : public AdultScreen {
 public:
  void draw(Frame& frame, const AdultView& view) const override {
    const Sheet sheet(view.screen);
    draw_head(frame, view, view.text("adult.running.title"), "go/home");
    if (!view.facts.running) {
      return draw_notice(frame, view, "icon-workshop", view.text("adult.running.none"));
    }
    const auto& w = *view.facts.running;
    Rect at = sheet.body;
    at.h = sheet.type * kLineHeight;
    draw_text(frame, view, summary(view, w.plan), at, sheet.style(), Align::left, 1);
    at = {at.x, at.bottom() + sheet.gap / 2, at.w, sheet.control};
    if (w.plan.mode != WorkshopMode::free) {
      draw_stages(frame, view, sheet, at, w.stage);
      at.y = at.bottom() + sheet.gap;
    }
    draw_switches(frame, view, sheet, w);
    const float bottom = sheet.bar.y - 2 * sheet.gap - sheet.control;
    draw_counts(frame, view, sheet, {at.x, at.y, at.w, bottom - at.y}, counts(view, w));
    draw_actions(frame, view, actions(view, w));
  }

  void tap(std::string_view target, AdultDesk& desk) override {
    if (!desk.facts.running) return;
    const bool sure = std::exchange(asks_, false);
    if (target == "next") desk.ask(NextStage{});
    if (target == "pause") desk.ask(PauseAll{!desk.facts.running->paused});
    if (target == "count") desk.ask(DoNotCount{desk.facts.running->counted});
    if (target == "end") asks_ = true;
    if (target == "end/yes" && sure) {
      desk.ask(CloseWorkshop{});
      desk.next = "earlier";
    }
  }

 private:
  static std::string summary(const AdultView& view, const WorkshopPlan& plan) {
    auto text = fmt::format("{} · {} · {}", venue_text(view, plan.venue),
                            ages_text(view, plan.ages), topic_text(view, plan.topic));
    if (!plan.room.empty())
      text += fmt::format(" · {} {}", view.text("adult.room.code"), plan.room);
    return text;
  }

  static std::vector<CountTile> counts(const AdultView& view, const RunningWorkshop& w) {
    std::vector<CountTile> out{{std::to_string(w.finished), view.text("adult.running.finished")}};
    if (w.left) out.push_back({std::to_string(*w.left), view.text("adult.running.left")});
    if (w.plan.mode == WorkshopMode::paired) {
      out.push_back({std::to_string(w.unpaired), view.text("adult.running.unpaired")});
    }
    if (w.ends) {
      out.push_back({clock_text(*w.ends - view.now), view.text("adult.running.time")});
    }
    return out;
  }

  /// Pause and "do not count" stand above the bar, each with what it means now.
  static void draw_switches(Frame& frame, const AdultView& view, const Sheet& sheet,
                            const RunningWorkshop& w) {
    const Rect line{sheet.body.x, sheet.bar.y - sheet.gap - sheet.control, sheet.body.w,
                    sheet.control};
    if (w.ends && *w.ends > view.now) {
      frame.change_at(view.now + Millis(((*w.ends - view.now).count() - 1) % 1000 + 1));
    }
    const auto cells = row(line, 2, (line.w - sheet.gap) / 2, sheet.gap);
    draw_pill(frame, view, cells[0],
              {"pause", view.text(w.paused ? "adult.running.resume" : "adult.running.pause"),
               w.paused ? "icon-play" : "icon-pause", w.paused},
              PillLook::choice);
    draw_pill(frame, view, cells[1],
              {"count",
               view.text(w.counted ? "adult.running.uncount" : "adult.running.recount"),
               {},
               !w.counted},
              PillLook::choice);
  }

  std::vector<Pick> actions(const AdultView& view, const RunningWorkshop& w) const {
    if (asks_) {
      return {{"stay", view.text("adult.running.stay")},
              {"end/yes", view.text("adult.running.sure")}};
    }
    std::vector<Pick> out{{"end", view.text("adult.running.end")}};
    if (w.plan.mode == WorkshopMode::free) return out;
    if (w.stage == Stage::before) out.push_back({"next", view.text("adult.running.to-lesson")});
    if (w.stage == Stage::lesson) out.push_back({"next", view.text("adult.running.to-after")});
    return out;
  }

  bool asks_ = false;  ///< whether it is to be closed
};

}  // namespace

AdultScreenPtr make_running_screen() {
  return std::make_unique<Running>();
}

}  // namespace nest
