#include "core/shell/screens.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "core/view/backdrop.h"
#include "core/view/theme.h"

namespace nest {
namespace {

constexpr float kMargin = 36;

void centred_line(Frame& frame, const ScreenView& view, const std::string& text, float middle,
                  float top, const TextStyle& style) {
  const float width = view.show.measure->width(text, style);
  frame.line(text, {middle - width / 2, top}, width, style);
}

void draw_mila(Frame& frame, const ScreenView& view, const Stand& stand) {
  const auto* mila = view.show.rig("mila");
  if (mila == nullptr) return;
  const auto talking =
      view.narrator.speaking() ? std::optional(view.narrator.since()) : std::nullopt;
  view.mila.draw(frame, *mila, stand, view.now, talking, view.show.calm);
}

/// A paragraph whose spoken word lies on a patch.
void lit(Frame& frame, const ScreenView& view, const Fitted& fitted, const Rect& box,
         std::string_view tag, bool whole) {
  const auto word = view.narrator.word(view.now);
  if (word && word->tag == tag && !whole) {
    word_patch(frame, word_box(fitted.paragraph, *view.show.measure, box, Align::centre,
                               word->begin, word->end));
  }
  draw_paragraph(frame, fitted.paragraph, box, Align::centre);
}

/// "Here": a hand that goes slowly from button to button and presses.
void draw_hand(Frame& frame, const ScreenView& view, const std::vector<Rect>& buttons) {
  constexpr float kPeriod = 4.0F;  // seconds a button
  constexpr float kSize = 300;
  const auto n = static_cast<float>(buttons.size());
  const Instant at{view.now.time_since_epoch() / kCalmTick * kCalmTick};
  const float t = view.show.calm ? 0.6F : std::fmod(seconds(at.time_since_epoch()), kPeriod * n);
  const auto index = static_cast<std::size_t>(t / kPeriod) % buttons.size();
  const float local = t - std::floor(t / kPeriod) * kPeriod;
  const auto& here = buttons[index];
  const auto& last = buttons[(index + buttons.size() - 1) % buttons.size()];
  const auto tip = [](const Rect& b) { return Point{b.x + b.w * 0.78F, b.y + b.h * 0.42F}; };
  const float go = ease(Easing::in_out, local / 1.2F);
  const float press = local > 1.4F && local < 2.2F
                          ? std::sin((local - 1.4F) / 0.8F * std::numbers::pi_v<float>)
                          : 0.0F;
  const Point p = tip(last) + (tip(here) - tip(last)) * go - Point{press * 10, press * 10};
  // The finger tip lies at (88, 40) of the picture's 320.
  frame.picture("library:hand-point",
                {p.x - kSize * 88 / 320, p.y - kSize * 40 / 320, kSize, kSize});
  if (!view.show.calm) frame.change_at(at + (local < 2.3F ? kCalmTick : Millis(200)));
}

/// Up to four cards stand in one row, more in two.
std::vector<Rect> choice_cells(const Rect& area, std::size_t count, float gap) {
  constexpr std::size_t kMostInRow = 4;
  constexpr float kWidest = 420;
  const bool two_rows = count > kMostInRow;
  const std::size_t columns = two_rows ? (count + 1) / 2 : std::max<std::size_t>(count, 1);
  const auto n = static_cast<float>(columns);
  const float width = std::min(kWidest, (area.w - gap * (n - 1)) / n);
  if (!two_rows) return row(area, count, width, gap);
  const float high = (area.h - gap) / 2;
  auto cells = row({area.x, area.y, area.w, high}, columns, width, gap);
  for (const auto& cell :
       row({area.x, area.y + high + gap, area.w, high}, count - columns, width, gap)) {
    cells.push_back(cell);
  }
  return cells;
}

/// A card with its picture above its words, or beside them where it is low. The youngest do without
/// words that do not fit.
void draw_choice(Frame& frame, const ScreenView& view, const Choice& choice, const Rect& cell) {
  constexpr float kEdge = 18;
  const auto& show = view.show;
  const float least = show.screen.type(show.age);
  const Rect face = card(frame, choice.target, cell, show.touch, show.screen.slack());
  const bool beside = face.w > face.h * 1.3F;
  const float room =
      beside ? face.w - std::min(face.h - 50, face.w * 0.42F) - 3 * kEdge : face.w - 2 * kEdge;
  const auto text =
      fit_text(choice.text, *show.measure, {std::max(46.0F, least), false, theme::kInk}, room,
               beside ? 3 : 2, least);
  const bool with_text = !choice.text.empty() && (text.fits || show.age != AgeBand::a);
  const float text_h = with_text && !beside ? std::max(text.paragraph.height(), 90.0F) : 0;
  const float text_w = with_text && beside ? room + kEdge : 0;
  const float side = std::min(face.w - text_w, face.h - text_h) - 50;
  const Rect words = beside ? Rect{face.right() - room - kEdge, face.y, room, face.h}
                            : Rect{face.x + kEdge, face.bottom() - text_h - 20, room, text_h};
  const Point middle{beside && with_text ? face.x + kEdge + side / 2 : face.centre().x,
                     beside ? face.centre().y : face.y + 24 + side / 2};
  frame.picture(choice.picture, Rect::around(middle, side, side));
  if (with_text) lit(frame, view, text, words, choice.target, choice.text != choice.spoken.text);
  if (choice.done) {
    frame.picture("library:star", Rect::around({face.right() - 40, face.y + 36}, 104, 104));
  }
}

}  // namespace

void draw_home(Frame& frame, const ScreenView& view) {
  const float c = view.show.control();
  disc_button(frame, "home", {kMargin, 30, c, c}, theme::kBlue, "library:icon-home",
              view.show.touch, view.show.screen.slack());
}

void draw_listen(Frame& frame, const ScreenView& view) {
  const float c = view.show.control();
  const float gap = std::max(20.0F, view.show.screen.gap());
  disc_button(frame, "listen", {kMargin + c + gap, 30, c, c}, theme::kTeal, "library:icon-listen",
              view.show.touch, view.show.screen.slack());
}

void draw_languages(Frame& frame, const ScreenView& view, bool at_top) {
  const float h = std::max(92.0F, view.show.screen.control(view.show.age));
  const float w = 250;
  const float gap = std::max(20.0F, view.show.screen.gap());
  const auto n = static_cast<float>(view.languages.size());
  float x = kCanvasWidth - 70 - n * w - (n - 1) * gap;
  const float y = at_top ? 30 : kCanvasHeight - h - 24;
  for (const auto& lang : view.languages) {
    const auto catalog = view.catalogs.find(lang);
    if (catalog == view.catalogs.end()) continue;
    const std::string id = "language/" + lang.str();
    const bool chosen = lang == view.show.lang;
    Rect box{x, y, w, h};
    frame.target(id, box, view.show.screen.slack());
    if (view.show.touch.pressed == id) box = box.moved({0, 4});
    frame.fill(box.moved({0, 6}), h / 2, theme::kSoftShadow);
    frame.fill(box, h / 2, chosen ? theme::kInk : theme::kPaleWhite);
    const TextStyle style{42, false, chosen ? theme::kWhite : theme::kInk};
    centred_line(frame, view, catalog->second.text("language.name"), box.centre().x,
                 box.centre().y - style.size * kLineHeight / 2, style);
    x += w + gap;
  }
}

void draw_attract(Frame& frame, const ScreenView& view) {
  frame.screen = "attract";
  backdrop(frame, "library:meadow-attract");
  draw_mila(frame, view, {{1575, 620}, 0.66F, 0, 1, false});
  std::vector<std::string> hello, touch;
  for (const auto& lang : view.languages) {
    const auto& texts = view.catalogs.at(lang);
    hello.push_back(texts.text("attract.hello"));
    touch.push_back(texts.text("attract.touch"));
  }
  centred_line(frame, view, fmt::format("{}", fmt::join(hello, " ")), 800, 128,
               {112, true, theme::kInk});
  centred_line(frame, view, fmt::format("{}", fmt::join(touch, " · ")), 800, 288,
               {60, false, theme::kInk});
  const auto n = view.languages.size();
  const float w = n > 2 ? 400.0F : 470.0F;
  const auto cells =
      row({120, 800, 1360, std::max(190.0F, view.show.screen.answer(AgeBand::a))}, n, w, 60);
  for (std::size_t i = 0; i < n; ++i) {
    const auto& texts = view.catalogs.at(view.languages[i]);
    const Rect face = card(frame, "language/" + view.languages[i].str(), cells[i], view.show.touch,
                           view.show.screen.slack());
    centred_line(frame, view, texts.text("language.name"), face.centre().x, face.y + 20,
                 {70, true, theme::kInk});
    centred_line(frame, view, texts.text("attract.here"), face.centre().x, face.y + 108,
                 {44, false, theme::kInk});
  }
  draw_hand(frame, view, cells);
}

void draw_choices(Frame& frame, const ScreenView& view, const std::string& title,
                  const std::vector<Choice>& choices) {
  const auto& show = view.show;
  const float least = show.screen.type(show.age);
  const float c = show.control();
  const Rect box{468, 30 + c, 1364, 180};
  bubble(frame, box);
  const auto fitted = fit_text(title, *show.measure, {std::max(66.0F, least), true, theme::kInk},
                               box.w - 80, 2, least);
  lit(frame, view, fitted, box.grown(-30), "title", false);
  const float language_h = std::max(92.0F, show.screen.control(show.age));
  const float top = box.bottom() + 66;
  const Rect area{490, top, 1360, kCanvasHeight - language_h - 24 - 54 - top};
  const auto cells = choice_cells(area, choices.size(), std::max(40.0F, show.screen.gap()));
  for (std::size_t i = 0; i < choices.size(); ++i) draw_choice(frame, view, choices[i], cells[i]);
  draw_mila(frame, view, {{272, 964}, 0.86F, 0, 1, true});
  draw_home(frame, view);
  draw_listen(frame, view);
  draw_languages(frame, view, false);
}

void draw_farewell(Frame& frame, const ScreenView& view, std::size_t stars) {
  frame.screen = "farewell";
  backdrop(frame, "library:meadow-evening");
  const auto& texts = *view.show.texts;
  const float c = view.show.control();
  const Rect box{560, 30 + c, 1240, 300};
  bubble(frame, box);
  centred_line(frame, view, texts.text("farewell.title"), box.centre().x, box.y + 24,
               {84, true, theme::kInk});
  const float least = view.show.screen.type(view.show.age);
  const auto thanks = fit_text(texts.text("farewell.thanks"), *view.show.measure,
                               {std::max(58.0F, least), false, theme::kInk}, box.w - 80, 2, least);
  lit(frame, view, thanks, {box.x + 40, box.y + 140, box.w - 80, 150}, "thanks", false);
  const std::size_t shown = std::min<std::size_t>(stars, 12);
  const auto cells =
      row({560, box.bottom() + 90, 1240, 150}, std::min<std::size_t>(shown, 6), 150, 24);
  for (std::size_t i = 0; i < shown; ++i) {
    const Rect& cell = cells[i % 6];
    frame.picture("library:star", cell.moved({0, i < 6 ? 0.0F : 170.0F}));
  }
  draw_mila(frame, view, {{330, 964}, 0.92F, 0, 1, true});
  draw_home(frame, view);
  draw_listen(frame, view);
  draw_languages(frame, view, false);
}

void draw_trouble(Frame& frame, const ScreenView& view, const std::string& code) {
  frame.screen = "trouble";
  backdrop(frame, "library:meadow-evening");
  const Rect box{310, 90, 1300, 900};
  card(frame, "", box, view.show.touch, 0);
  frame.picture("library:nest-sleeping", {box.x + 250, box.y + 40, 800, 500});
  float y = box.y + 570;
  for (const auto& lang : view.languages) {
    const auto& texts = view.catalogs.at(lang);
    centred_line(frame, view, texts.text("staff.title"), box.centre().x, y,
                 {58, true, theme::kInk});
    y += 92;
  }
  centred_line(frame, view, code, box.centre().x, box.bottom() - 100, {44, false, theme::kInk});
}

void draw_still_there(Frame& frame, const ScreenView& view, long seconds_left) {
  frame.screen = "still-there";
  frame.moment = "still-there";
  frame.targets.clear();
  frame.fill(kCanvas, 0, theme::kVeil);
  const auto& texts = *view.show.texts;
  const Rect box{468, 130, 1240, 300};
  bubble(frame, box);
  const float least = view.show.screen.type(view.show.age);
  const auto title = fit_text(texts.text("idle.question"), *view.show.measure,
                              {std::max(72.0F, least), true, theme::kInk}, box.w - 80, 2, least);
  lit(frame, view, title, {box.x + 40, box.y + 20, box.w - 80, 150}, "title", false);
  const auto rest =
      fit_text(texts.text("idle.countdown", {{"n", seconds_left}}), *view.show.measure,
               {std::max(46.0F, least * 0.8F), false, theme::kInk}, box.w - 80, 1, 40);
  draw_paragraph(frame, rest.paragraph, {box.x + 40, box.y + 180, box.w - 80, 90}, Align::centre);
  const Rect yes{780, 540, 620, std::max(220.0F, view.show.screen.answer(view.show.age))};
  const Rect face = card(frame, "idle/yes", yes, view.show.touch, view.show.screen.slack());
  frame.picture("library:badge-right", {face.x + 40, face.y + face.h / 2 - 70, 140, 140});
  const auto label = fit_text(texts.text("idle.yes"), *view.show.measure,
                              {std::max(60.0F, least), true, theme::kInk}, face.w - 240, 2, least);
  draw_paragraph(frame, label.paragraph, {face.x + 200, face.y, face.w - 230, face.h},
                 Align::centre);
  draw_mila(frame, view, {{272, 964}, 0.86F, 0, 1, true});
}

}  // namespace nest
