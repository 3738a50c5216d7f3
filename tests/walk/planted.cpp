#include "walk/planted.h"

#include <array>
#include <cmath>

#include "core/view/theme.h"
#include "core/view/widgets.h"
#include "walk/film.h"
#include "walk/ledger.h"

namespace nest::walk {
namespace {

constexpr TextStyle kWords{62, true, theme::kInk};

void line(Frame& frame, const TextMeasure& measure, const std::string& text, Point middle,
          const TextStyle& style = kWords) {
  const float width = measure.width(text, style);
  frame.line(text, {middle.x - width / 2, middle.y - style.size * kLineHeight / 2}, width, style);
}

/// A question with two answers, one of them right.
Frame sound_screen(const TextMeasure& measure) {
  Frame frame;
  frame.screen = "quiz";
  frame.moment = "quiz/asked/soap-or-water";
  frame.fill(kCanvas, 0, theme::kSky);
  bubble(frame, {468, 150, 1364, 234});
  line(frame, measure, "Zażółć gęślą jaźń?", {1150, 267});
  const Rect left{600, 450, 420, 420}, right{1100, 450, 420, 420};
  const Rect face = card(frame, "answer/a", left, {}, 12);
  card_mark(frame, face, theme::kGreen, "library:badge-right");
  line(frame, measure, "mydło", {810, 800});
  card(frame, "answer/b", right, {}, 12);
  line(frame, measure, "woda", {1310, 800});
  disc_button(frame, "listen", {36, 30, 120, 120}, theme::kTeal, "library:icon-listen", {}, 12);
  return frame;
}

/// What a pack promises for it.
Promises sound_promises() {
  Promises promises(Lang("pl"));
  promises.add("soap-or-water", "answer/a", "mydło");
  promises.add("soap-or-water", "answer/b", "woda");
  promises.add("another-item", "answer/b", "ręcznik");
  return promises;
}

struct Fault {
  const char* rule;
  void (*plant)(Frame& frame, const TextMeasure& measure);
  AgeBand age = AgeBand::a;
};

/// As a layout does whose card has no room for its word.
void drop_word(Frame& frame, const TextMeasure&) {
  std::erase_if(frame.ops, [](const DrawOp& op) {
    const auto* text = std::get_if<TextOp>(&op);
    return text != nullptr && text->text == "woda";
  });
}

/// Of two who take turns, the one whose turn it is not.
void seat(Frame& frame, Point at, float side) {
  frame.picture("library:badge-red-circle", Rect::around({100, 950}, 60, 60));
  frame.picture("library:badge-blue-square", Rect::around(at, side, side));
}

/// Lightness as it is, hue turned: an answer that only colour tells from the other.
void add_twin_rings(Frame& frame, const TextMeasure&) {
  frame.ops.clear();
  frame.fill(kCanvas, 0, theme::kSky);
  for (const auto& target : frame.targets) {
    frame.fill(target.box, 44, target.id == "answer/a" ? theme::kGreen : rgb(0xB0623A));
  }
}

constexpr Fault kFaults[] = {
    {"target size",
     [](Frame& f, const TextMeasure&) {
       f.targets[2].box = {36, 30, 50, 120};
     }},
    {"target gap", [](Frame& f, const TextMeasure&) { f.targets[1].box.x = 1030; }},
    {"seats",
     [](Frame& f, const TextMeasure&) {
       seat(f, {560, 500}, 90);
     }},
    {"seats",
     [](Frame& f, const TextMeasure&) {
       seat(f, {300, 900}, 60);
     }},
    {"seats",
     [](Frame& f, const TextMeasure&) {
       seat(f, {300, 900}, 90);
       f.ops.push_back(f.ops.back());
     }},
    {"target covered",
     [](Frame& f, const TextMeasure&) {
       disc_button(f, "seats", {420, 150, 120, 120}, theme::kTeal, "library:icon-listen", {}, 12);
     }},
    {"target covered",
     [](Frame& f, const TextMeasure&) {
       bubble(f, {90, 60, 300, 300});
     }},
    {"text overflow",
     [](Frame& f, const TextMeasure& m) {
       line(f, m, "Zażółć gęślą jaźń, jaźń, jaźń", {1310, 700});
     }},
    {"overlap",
     [](Frame& f, const TextMeasure& m) {
       line(f, m, "zimna", {1310, 780});
     }},
    {"type size",
     [](Frame& f, const TextMeasure& m) {
       line(f, m, "drobne", {1310, 600}, {30, false, theme::kInk});
     }},
    {"glyph",
     [](Frame& f, const TextMeasure& m) {
       line(f, m, "虫", {1310, 600});
     }},
    {"translation",
     [](Frame& f, const TextMeasure& m) {
       line(f, m, "<quiz.x>", {1310, 600});
     }},
    {"word missing", drop_word, AgeBand::b},
    {"text contrast",
     [](Frame& f, const TextMeasure& m) {
       line(f, m, "blade", {1310, 600}, {62, true, theme::kTeal});
     }},
    {"mark contrast",
     [](Frame& f, const TextMeasure&) {
       disc_button(f, "hint", {36, 700, 120, 120}, rgb(0xF4F4F4), "library:icon-listen", {}, 12);
     }},
    {"colour only", add_twin_rings},
};

/// A square of a third of the screen that turns on and off `flashes` times a second.
std::string blinking(float flashes, float high, float red) {
  FlashMeter meter;
  std::vector<FlashMeter::Cell> cells(std::size_t{FlashMeter::kColumns} * FlashMeter::kRows);
  for (int t = 0; t < 2 * FlashMeter::kFramesPerSecond; ++t) {
    const bool on =
        std::fmod(static_cast<float>(t) * flashes / FlashMeter::kFramesPerSecond, 1.0F) < 0.5F;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool inside = i % FlashMeter::kColumns < 20 && i / FlashMeter::kColumns < 11;
      cells[i] = {inside && on ? high : 0.3F, inside && on ? red : 0.0F};
    }
    meter.add(cells);
  }
  return meter.fault();
}

bool states_in_colour_only(Colour other) {
  States states;
  Frame frame;
  frame.fill({100, 100, 300, 300}, 44, theme::kGreen);
  states.add(frame);
  frame.ops.clear();
  frame.fill({100, 100, 300, 300}, 44, other);
  return states.add(frame).has_value();
}

}  // namespace

Planted plant_all(const TextMeasure& measure, Ground& ground) {
  Planted out;
  const auto note = [&](bool found, const std::string& name) {
    ++out.all;
    out.found += found;
    if (!found) out.missed += out.missed.empty() ? name : ", " + name;
  };
  const auto promises = sound_promises();
  const auto judged = [&](const Frame& frame, AgeBand age) {
    Ledger ledger;
    ledger.judge("planted", {frame, {}, age, Lang("pl"), measure, ground, promises});
    return ledger;
  };
  for (const auto age : {AgeBand::a, AgeBand::b}) {
    const auto sound = judged(sound_screen(measure), age);
    sound.print();
    note(sound.findings() == 0, "silence at a sound screen");
  }
  for (const auto& fault : kFaults) {
    Frame frame = sound_screen(measure);
    fault.plant(frame, measure);
    note(judged(frame, fault.age).findings(fault.rule) > 0, fault.rule);
  }
  Frame wordless = sound_screen(measure);
  drop_word(wordless, measure);
  note(judged(wordless, AgeBand::a).findings() == 0, "silence at a picture for the youngest");
  note(!blinking(4, 0.5F, 0).empty(), "flashes");
  note(!blinking(4, 0.3F, 100).empty(), "red flashes");
  note(blinking(2.5F, 0.5F, 0).empty() && blinking(4, 0.35F, 0).empty(), "calm blinking");
  note(states_in_colour_only(rgb(0xB0623A)), "states in colour only");
  note(!states_in_colour_only(theme::kWhite), "states in lightness");
  return out;
}

}  // namespace nest::walk
