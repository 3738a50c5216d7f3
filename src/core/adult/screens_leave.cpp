// What leaves the kiosk: a report on a stick; and how one ends it.
#include <fmt/format.h>

#include "core/adult/parts.h"
#include "core/adult/screens.h"
#include "core/base/overloaded.h"
#include "core/view/theme.h"

namespace nest {
namespace {

class ExportScreen : public AdultScreen {
 public:
  void draw(Frame& frame, const AdultView& view) const override {
    draw_head(frame, view, view.text("adult.export.title"), "go/home");
    const auto say = [&](const char* icon, const std::string& words) {
      draw_notice(frame, view, icon, words);
    };
    std::visit(Overloaded{
                   [&](const NoStick&) { say("icon-export", view.text("adult.export.none")); },
                   [&](const StickFound& s) {
                     say("icon-export",
                         fmt::format("{} {} ({})", view.text("adult.export.found"), s.name,
                                     view.counted("adult.megabytes", s.free_megabytes)));
                     draw_actions(frame, view, {{"export", view.text("adult.export.begin")}});
                   },
                   [&](const Exporting&) { say("icon-export", view.text("adult.export.writing")); },
                   [&](const Exported& e) {
                     say("icon-tick", view.counted("adult.export.done", e.files));
                   },
                   [&](const ExportFailed& f) {
                     say("icon-almost", view.text(trouble(f.why)));
                     draw_actions(frame, view, {{"export", view.text("adult.export.again")}});
                   },
               },
               view.facts.stick);
  }
  void tap(std::string_view target, AdultDesk& desk) override {
    if (target == "export") desk.ask(Export{});
  }

 private:
  static const char* trouble(ExportTrouble why) {
    switch (why) {
      case ExportTrouble::full:
        return "adult.export.full";
      case ExportTrouble::pulled:
        return "adult.export.pulled";
      case ExportTrouble::unreadable:
        break;
    }
    return "adult.export.unreadable";
  }
};

class QuitScreen : public AdultScreen {
 public:
  void draw(Frame& frame, const AdultView& view) const override {
    const Sheet sheet(view.screen);
    draw_head(frame, view, view.text("adult.quit.title"), "go/home");
    if (asked_.empty()) {
      const auto cells = row(sheet.body, 2, (sheet.body.w - sheet.gap) / 2, sheet.gap);
      draw_tile(frame, view, cells[0], {"quit", view.text("adult.quit.program"), "icon-close"});
      draw_tile(frame, view, cells[1], {"power", view.text("adult.quit.power"), "icon-power"});
      return;
    }
    auto words = view.text(asked_ == "power" ? "adult.quit.sure-power" : "adult.quit.sure-program");
    if (view.facts.running) words += " " + view.text("adult.quit.running");
    draw_notice(frame, view, "icon-power", words);
    draw_actions(frame, view, {{"stay", view.text("adult.no")}, {"sure", view.text("adult.yes")}});
  }

  void tap(std::string_view target, AdultDesk& desk) override {
    const auto asked = std::exchange(asked_, {});
    if (target == "quit" || target == "power") asked_ = target;
    if (target != "sure") return;
    if (asked == "quit") desk.ask(Quit{});
    if (asked == "power") desk.ask(PowerOff{});
  }

 private:
  std::string asked_;  ///< "quit" or "power", while it is being confirmed
};

}  // namespace

AdultScreenPtr make_export_screen() {
  return std::make_unique<ExportScreen>();
}
AdultScreenPtr make_quit_screen() {
  return std::make_unique<QuitScreen>();
}

}  // namespace nest
