#include "core/shell/screens.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/activities/places.h"
#include "core/activities/practice_view.h"
#include "core/scene/spoken_paragraph.h"
#include "core/view/backdrop.h"
#include "core/view/card_face.h"
#include "core/view/theme.h"

namespace nest {
namespace {

void centred_line(Frame& frame, const ScreenView& view, const std::string& text, float middle,
                  float top, const TextStyle& style) {
  const float width = view.show.measure->width(text, style);
  frame.line(text, {middle - width / 2, top}, width, style);
}

void draw_mila(Frame& frame, const ScreenView& view, const Stand& stand) {
  draw_mila(frame, PracticeView{view.show, view.now, view.narrator, view.mila}, stand);
}

/// A paragraph whose spoken word lies on a patch.
void lit(Frame& frame, const ScreenView& view, const Fitted& fitted, const Rect& box,
         std::string_view tag) {
  draw_spoken(frame, fitted.paragraph, box, *view.show.measure, view.narrator, tag, view.now);
}

/// "Here": a hand that goes slowly from button to button and presses.
void draw_hand(Frame& frame, const ScreenView& view, const std::vector<Rect>& buttons) {
  constexpr float kPeriod = 4.0F;  // seconds a button
  constexpr float kSize = 220;
  const auto n = static_cast<float>(buttons.size());
  const Instant at{view.now.time_since_epoch() / kCalmTick * kCalmTick};
  const float t = view.show.calm ? 0.6F : std::fmod(seconds(at.time_since_epoch()), kPeriod * n);
  const auto index = static_cast<std::size_t>(t / kPeriod) % buttons.size();
  const float local = t - std::floor(t / kPeriod) * kPeriod;
  const auto& here = buttons[index];
  const auto& last = buttons[(index + buttons.size() - 1) % buttons.size()];
  const auto tip = [](const Rect& b) { return Point{b.right() - 130, b.bottom() - 6}; };
  const float go = ease(Easing::in_out, local / 1.2F);
  const float press = local > 1.4F && local < 2.2F
                          ? std::sin((local - 1.4F) / 0.8F * std::numbers::pi_v<float>)
                          : 0.0F;
  const Point p = tip(last) + (tip(here) - tip(last)) * go - Point{press * 10, press * 10};
  pointing_hand(frame, p, kSize);
  if (!view.show.calm) frame.change_at(at + (local < 2.3F ? kCalmTick : Millis(200)));
}

/// Up to four cards stand in one row, more in two, if their words find room so.
std::vector<Rect> choice_cells(const Rect& area, const std::vector<Choice>& choices,
                               const Show& show) {
  constexpr std::size_t kMostInRow = 4;
  const CardGrid grid{420, std::max(40.0F, show.screen.gap()), show.screen.answer(show.age),
                      choices.size() > kMostInRow ? 2U : 1U};
  std::vector<const std::string*> words;
  for (const auto& choice : choices) words.push_back(&choice.text);
  return practice_cells(show, area, choices.size(), grid, words, kChoiceType);
}

void draw_choice(Frame& frame, const ScreenView& view, const Choice& choice, const Rect& face,
                 const CardFace& inside) {
  frame.picture(choice.picture, inside.picture);
  if (!inside.speaker.empty()) frame.picture("library:answer-sound", inside.speaker);
  if (inside.with_words) {
    // "4–6" is said in more words than it shows; then none of them is lit.
    const bool as_said = choice.text == choice.spoken.text;
    lit(frame, view, inside.text, inside.words, as_said ? choice.target : std::string());
  }
  if (choice.done) {
    frame.picture("library:star", Rect::around({face.right() - 40, face.y + 36}, 104, 104));
  }
}

/// The bubble with one text, whose spoken word is lit.
void draw_bubble(Frame& frame, const ScreenView& view, const Laid& laid, const std::string& text,
                 std::string_view tag) {
  bubble(frame, laid.bubble, view.show.reach.mirrored);
  lit(frame, view, laid.lettering.fit(text, *view.show.measure, laid.words.w), laid.words, tag);
}

void draw_heading(Frame& frame, const ScreenView& view, const Laid& laid,
                  const std::string& title) {
  bubble(frame, laid.bubble, view.show.reach.mirrored);
  const float size = laid.heading.h / kLineHeight;
  lit(frame, view,
      fit_text(title, *view.show.measure, {size, true, theme::kInk}, laid.heading.w, 1,
               view.show.screen.type(view.show.age)),
      laid.heading, "title");
}

/// A bubble with a heading and a text. While the title is said its word is lit, else the text's.
Laid draw_titled(Frame& frame, const ScreenView& view, const std::string& title,
                 const std::string& text, std::string_view tag) {
  const auto& show = view.show;
  auto laid = Places(show).lay(kTitledPlan, {&text});
  laid.lettering.style.bold = false;
  draw_heading(frame, view, laid, title);
  lit(frame, view, laid.lettering.fit(text, *show.measure, laid.words.w), laid.words, tag);
  return laid;
}

}  // namespace

void draw_home(Frame& frame, const ScreenView& view) {
  disc_button(frame, "home", Places(view.show).button(0), theme::kBlue, "library:icon-home",
              view.show.touch, view.show.screen.slack());
}

void draw_listen(Frame& frame, const ScreenView& view) {
  disc_button(frame, "listen", Places(view.show).button(1), theme::kTeal, "library:icon-listen",
              view.show.touch, view.show.screen.slack());
}

void draw_languages(Frame& frame, const ScreenView& view, bool in_lesson) {
  const Places places(view.show);
  const auto& screen = view.show.screen;
  for (std::size_t i = 0; i < view.show.languages.size(); ++i) {
    const auto& lang = view.show.languages[i];
    const auto catalog = view.catalogs.find(lang);
    if (catalog == view.catalogs.end()) continue;
    const std::string id = "language/" + lang.str();
    const bool chosen = lang == view.show.lang;
    Rect box = places.language(i, in_lesson);
    frame.target(id, box, screen.slack());
    if (view.show.touch.pressed == id) box = box.moved({0, 4});
    frame.fill(box.moved({0, 6}), box.h / 2, theme::kSoftShadow);
    frame.fill(box, box.h / 2, chosen ? theme::kInk : theme::kPaleWhite);
    const TextStyle style{std::max(42.0F, screen.type(view.show.age)), false,
                          chosen ? theme::kWhite : theme::kInk};
    centred_line(frame, view, catalog->second.text("language.name"), box.centre().x,
                 box.centre().y - style.size * kLineHeight / 2, style);
  }
}

/// With hard spaces, so that what one language says stays on one line.
std::string unbroken(std::string words) {
  for (auto at = words.find(' '); at != std::string::npos; at = words.find(' ', at)) {
    words.replace(at, 1, "\u00A0");
  }
  return words;
}

/// What every language says, one after the other; returns where it ends below `top`. No line ends
/// with what stands between them.
float greet(Frame& frame, const ScreenView& view, const char* key, const std::string& between,
            const TextStyle& style, float top) {
  const Rect box{270, top, 1110, 0};  // between the sun and Mila
  std::vector<std::string> all;
  for (const auto& lang : view.show.languages) {
    all.push_back(unbroken(view.catalogs.at(lang).text(key)));
  }
  const auto& measure = *view.show.measure;
  auto lines = fit_text(fmt::format("{}", fmt::join(all, between)), measure, style, box.w, 2,
                        view.show.screen.type(AgeBand::a))
                   .paragraph;
  const auto dangling = between.substr(0, between.size() - 1);
  for (auto& line : lines.lines) {
    if (dangling.empty() || !line.text.ends_with(dangling)) continue;
    line.text.resize(line.text.size() - dangling.size());
    line.width = measure.width(line.text, lines.style);
  }
  draw_paragraph(frame, lines, box, Align::centre);
  return top + lines.height() + 10;
}

void draw_attract(Frame& frame, const ScreenView& view) {
  frame.screen = "attract";
  backdrop(frame, "library:meadow-attract");
  draw_mila(frame, view, {{1575, 620}, 0.66F, 0, 1, false});
  const auto& screen = view.show.screen;
  const float least = screen.type(AgeBand::a);
  const float hello = greet(frame, view, "attract.hello", " ",
                            {screen.type(AgeBand::a, 112), true, theme::kInk}, 72);
  greet(frame, view, "attract.touch", " · ", {screen.type(AgeBand::a, 60), false, theme::kInk},
        hello);
  const auto n = view.show.languages.size();
  const TextStyle name{std::max(70.0F, least), true, theme::kInk};
  const TextStyle here{std::max(44.0F, least), false, theme::kInk};
  const float words_h = (name.size + here.size) * kLineHeight;
  const float high = std::max({190.0F, screen.answer(AgeBand::a), words_h + 64});
  const float gap = std::max(n > 2 ? 40.0F : 60.0F, screen.gap());
  const float wide = (1480 - static_cast<float>(n - 1) * gap) / static_cast<float>(n);
  const auto cells = row({60, 930 - high, 1480, high}, n, std::min(wide, 700.0F), gap);
  for (std::size_t i = 0; i < n; ++i) {
    const auto& texts = view.catalogs.at(view.show.languages[i]);
    const Rect face = card(frame, "language/" + view.show.languages[i].str(), cells[i],
                           view.show.touch, screen.slack());
    const float first = face.y + 10;
    centred_line(frame, view, texts.text("language.name"), face.centre().x, first, name);
    centred_line(frame, view, texts.text("attract.here"), face.centre().x,
                 first + name.size * kLineHeight, here);
  }
  draw_hand(frame, view, cells);
}

void draw_choices(Frame& frame, const ScreenView& view, const std::string& title,
                  const std::vector<Choice>& choices, std::size_t buttons) {
  auto plan = kChoicePlan;
  plan.buttons = buttons;
  const auto laid = Places(view.show).lay(plan, {&title});
  draw_bubble(frame, view, laid, title, "title");
  const auto cells = choice_cells(laid.field, choices, view.show);
  draw_mila(frame, view, laid.mila);  // below the cards: where many lie, her beak may reach them
  std::vector<Rect> cards;
  std::vector<CardFace> faces;
  const auto& show = view.show;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    cards.push_back(card(frame, choices[i].target, cells[i], show.touch, show.screen.slack()));
    faces.push_back(practice_face(show, cards[i], choices[i].text, kChoiceType));
  }
  lay_alike(faces, cards);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    draw_choice(frame, view, choices[i], cards[i], faces[i]);
  }
  draw_home(frame, view);
  draw_listen(frame, view);
  draw_languages(frame, view, false);
}

void draw_farewell(Frame& frame, const ScreenView& view, std::size_t stars) {
  frame.screen = "farewell";
  backdrop(frame, "library:meadow-evening");
  const auto& texts = *view.show.texts;
  const auto laid = draw_titled(frame, view, texts.text("farewell.title"),
                                texts.text("farewell.thanks"), "thanks");
  const std::size_t shown = std::min<std::size_t>(stars, 12);
  for (const auto& cell : square_cells(laid.field, shown, 24, 150)) {
    frame.picture("library:star", cell);
  }
  draw_mila(frame, view, laid.mila);
  draw_home(frame, view);
  draw_listen(frame, view);
  draw_languages(frame, view, false);
}

void draw_trouble(Frame& frame, const ScreenView& view, const std::string& code) {
  frame.screen = "trouble";
  backdrop(frame, "library:meadow-evening");
  const Rect box{310, 90, 1300, 900};
  card(frame, "", box, view.show.touch, 0);
  constexpr float kLine = 92;
  const float last = box.bottom() - 100;
  float y = last - 46 - kLine * static_cast<float>(view.show.languages.size());
  frame.picture("library:nest-repair", {box.x + 250, box.y + 40, 800, y - box.y - 70});
  for (const auto& lang : view.show.languages) {
    const auto& texts = view.catalogs.at(lang);
    const auto title = fit_text(texts.text("staff.title"), *view.show.measure,
                                {58, true, theme::kInk}, box.w - 120, 1, 40);
    draw_paragraph(frame, title.paragraph, {box.x + 60, y, box.w - 120, 82}, Align::centre);
    y += kLine;
  }
  centred_line(frame, view, code, box.centre().x, last, {44, false, theme::kInk});
}

void draw_pause(Frame& frame, const ScreenView& view) {
  frame.screen = "pause";
  frame.moment = "pause";
  backdrop(frame, "library:meadow-evening");
  const auto& texts = *view.show.texts;
  const auto laid =
      draw_titled(frame, view, texts.text("pause.title"), texts.text("pause.text"), "");
  draw_mila(frame, view, laid.mila);
}

void draw_still_there(Frame& frame, const ScreenView& view, long seconds_left) {
  frame.screen = "still-there";
  frame.moment = "still-there";
  frame.targets.clear();
  frame.fill(kCanvas, 0, theme::kVeil);
  const auto& texts = *view.show.texts;
  const auto laid = draw_titled(frame, view, texts.text("idle.question"),
                                texts.text("idle.countdown", {{"n", seconds_left}}), "");
  const auto& screen = view.show.screen;
  constexpr float kWide = 760;
  const auto label = fit_text(texts.text("idle.yes"), *view.show.measure,
                              {screen.type(view.show.age, 60), true, theme::kInk}, kWide - 230, 2,
                              screen.type(view.show.age));
  const float high =
      std::max({220.0F, screen.answer(view.show.age), label.paragraph.height() + 20});
  const Rect yes = Rect::around(laid.field.centre(), kWide, high);
  const Rect face = card(frame, "idle/yes", yes, view.show.touch, screen.slack());
  frame.picture("library:badge-right", {face.x + 40, face.y + face.h / 2 - 70, 140, 140});
  draw_paragraph(frame, label.paragraph, {face.x + 200, face.y, face.w - 220, face.h},
                 Align::centre);
  draw_mila(frame, view, laid.mila);
}

}  // namespace nest
