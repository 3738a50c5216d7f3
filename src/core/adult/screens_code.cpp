// The code: giving it, and setting it, in the wizard or later.
#include <fmt/format.h>

#include "core/adult/pad.h"
#include "core/adult/screens.h"
#include "core/view/theme.h"

namespace nest {
namespace {

/// Text at the left, the keypad at the right.
struct CodePlaces {
  explicit CodePlaces(const Sheet& sheet) {
    const float high = sheet.bar.bottom() - sheet.body.y;
    const float wide = std::min(sheet.body.w * 0.5F, std::max(high * 0.8F, sheet.control * 5));
    pad = {sheet.body.right() - wide, sheet.body.y, wide, high};
    text = {sheet.body.x, sheet.body.y, sheet.body.w - wide - 2 * sheet.gap, high};
  }
  Rect pad, text;
};

class Unlock : public AdultScreen {
 public:
  void enter(AdultDesk& desk) override {
    if (desk.settings.shuffled_keypad) pad_.shuffle(desk.luck);
  }

  void draw(Frame& frame, const AdultView& view) const override {
    const Sheet sheet(view.screen);
    const CodePlaces places(sheet);
    draw_head(frame, view, view.text("adult.code.title"), "close");
    if (view.code == CodeState::broken) {
      return draw_notice(
          frame, view, "icon-lock",
          fmt::format("{} storknest --reset-adult-code", view.text("adult.code.broken")));
    }
    const auto left = view.delay.left(view.now);
    if (left > Millis(0)) {
      draw_sign(frame, view, sheet.body, "icon-wait",
                fmt::format("{} {}", view.text("adult.code.wait"), clock_text(left)));
      // The next whole second.
      frame.change_at(view.now + Millis((left.count() - 1) % 1000 + 1));
      return;
    }
    draw_sign(frame, view, places.text, "icon-lock", view.text(message_));
    if (!asked_) pad_.draw(frame, view, places.pad, true, kShortestCode);
  }

  void tap(std::string_view target, AdultDesk& desk) override {
    if (asked_ || !desk.delay.may_try(desk.now)) return;
    if (pad_.tap(target)) return;
    if (target != "ok" || pad_.digits().size() < kShortestCode) return;
    desk.keeper.ask(CheckCode{pad_.take()});
    asked_ = true;
    message_ = "adult.code.checking";
  }

  void advance(AdultDesk& desk) override {
    const auto answer = asked_ ? desk.keeper.answer() : std::nullopt;
    if (!answer) return;
    asked_ = false;
    if (*answer == CodeAnswer::right) {
      desk.delay.right();
      desk.next = "home";
      return;
    }
    if (*answer == CodeAnswer::wrong) desk.delay.wrong(desk.keeper.status().failed, desk.now);
    message_ = *answer == CodeAnswer::wrong ? "adult.code.wrong" : "adult.code.machine";
  }

  bool waits() const override { return asked_; }

 private:
  Pad pad_{kLongestCode};
  bool asked_ = false;  ///< the keeper is at work
  const char* message_ = "adult.code.type";
};

/// Typed twice, so that a slip of the finger locks nobody out.
class NewCode : public AdultScreen {
 public:
  explicit NewCode(Way way) : way_(way) {}

  void draw(Frame& frame, const AdultView& view) const override {
    const CodePlaces places{Sheet(view.screen)};
    draw_head(frame, view,
              way_.step == 0 ? view.text("adult.code.new")
                             : view.text("adult.setup.code", {{"n", way_.step}}),
              fmt::format("go/{}", way_.back));
    draw_sign(frame, view, places.text, "icon-lock", view.text(message_));
    if (!asked_) pad_.draw(frame, view, places.pad, true, kShortestCode);
  }

  void tap(std::string_view target, AdultDesk& desk) override {
    if (asked_ || pad_.tap(target) || target != "ok") return;
    if (pad_.digits().size() < kShortestCode) return;
    auto digits = pad_.take();
    if (first_.empty()) {
      const bool good = may_be_code(digits);
      message_ = good ? "adult.code.again" : "adult.code.easy";
      if (good) first_ = std::move(digits);
      return;
    }
    const bool same = digits == first_;
    first_.clear();
    message_ = same ? "adult.code.checking" : "adult.code.differ";
    if (!same) return;
    desk.keeper.ask(SetCode{std::move(digits)});
    asked_ = true;
  }

  void advance(AdultDesk& desk) override {
    const auto answer = asked_ ? desk.keeper.answer() : std::nullopt;
    if (!answer) return;
    asked_ = false;
    message_ = "adult.code.machine";
    if (*answer != CodeAnswer::kept) return;
    desk.delay.right();
    desk.next = way_.on;
  }

  bool waits() const override { return asked_; }

 private:
  Way way_;
  Pad pad_{kLongestCode};
  std::string first_;
  bool asked_ = false;
  const char* message_ = "adult.code.choose";
};

}  // namespace

AdultScreenPtr make_unlock_screen() {
  return std::make_unique<Unlock>();
}

AdultScreenPtr make_new_code_screen(Way way) {
  return std::make_unique<NewCode>(way);
}

}  // namespace nest
