#include <fmt/format.h>

#include <array>

#include "core/base/overloaded.h"
#include "core/shell/kiosk.h"
#include "core/shell/screens.h"
#include "core/view/backdrop.h"
#include "core/workshop/notice.h"

namespace nest {
namespace {

constexpr std::size_t kWithSeats = 3;  ///< buttons: home, listen, how many play

struct AgeCard {
  AgeBand band;
  const char* target;
  const char* picture;
  const char* text;
  const char* key;
};
constexpr std::array<AgeCard, 3> kAges{{{AgeBand::a, "age/a", "library:age-a", "4–6", "age.a"},
                                        {AgeBand::b, "age/b", "library:age-b", "7–9", "age.b"},
                                        {AgeBand::c, "age/c", "library:age-c", "10–12", "age.c"}}};

}  // namespace

/// What the shell's screens offer; one list serves the picture and the voice.
struct Screens {
  static std::vector<Choice> ages(const Kiosk& k) {
    const auto& texts = k.catalogs_.at(k.lang_);
    std::vector<Choice> out;
    for (const auto& a : kAges) {
      if (k.offers(a.band)) out.push_back({a.target, a.picture, a.text, phrase(texts, a.key)});
    }
    return out;
  }
  static std::vector<Choice> topics(const Kiosk& k) {
    std::vector<Choice> out;
    for (const auto i : k.offered()) {
      const auto& p = k.pack(i);
      const auto& title = p.title.plain(k.lang_);
      out.push_back({"topic/" + p.id().str(), p.content.media(p.picture), title,
                     p.content.utterance(k.lang_, title, kPackTitle)});
    }
    return out;
  }
  static std::vector<Choice> notice(const Kiosk& k) {
    const auto& texts = k.catalogs_.at(k.lang_);
    return {{"notice/ok", kChildNoticePicture, texts.text("workshop.go"),
             phrase(texts, "workshop.go")}};
  }
  static Choice card_part(const Kiosk& k, const std::string& target, const std::string& picture,
                          const std::string& key) {
    const auto& texts = k.catalogs_.at(k.lang_);
    return {target, picture, texts.text(key), phrase(texts, key)};
  }
  static std::vector<Choice> animals(const Kiosk& k) {
    std::vector<Choice> out;
    for (std::size_t i = 0; i < kAnimals; ++i) {
      const auto animal = static_cast<Animal>(i);
      auto part = card_part(k, fmt::format("animal/{}", i), picture_of(animal), name_key(animal));
      part.text.clear();  // twelve pictures need the room, and everybody knows them
      out.push_back(std::move(part));
    }
    return out;
  }
  static std::vector<Choice> badges(const Kiosk& k) {
    std::vector<Choice> out;
    for (std::size_t i = 0; i < kBadges; ++i) {
      const auto badge = static_cast<Badge>(i);
      out.push_back(card_part(k, fmt::format("badge/{}", i), picture_of(badge), name_key(badge)));
    }
    return out;
  }
  static const char* question(const CardChoice& c) {
    return c.doubted ? kIsItYours : c.animal ? kWhichBadge : kWhichAnimal;
  }
  static std::vector<Choice> card_choices(const Kiosk& k, const CardChoice& c) {
    if (!c.doubted) return c.animal ? badges(k) : animals(k);
    return {card_part(k, "card/mine", picture_of(c.doubted->animal), "card.mine"),
            card_part(k, "card/again", "library:magnifier", "card.choose-again")};
  }
  static std::vector<Choice> steps(const Kiosk& k, std::size_t index) {
    const auto& p = k.pack(index);
    std::vector<Choice> out;
    for (const auto i : k.path(index)) {
      const auto& spec = *p.activities[i];
      const auto& title = spec.title.plain(k.lang_);
      out.push_back({"activity/" + spec.id.str(), p.content.media(spec.picture), title,
                     p.content.utterance(k.lang_, title, title_id(spec.id)),
                     k.visit_->done.count({index, i}) > 0});
    }
    return out;
  }
};

namespace {

std::vector<Line> read_out(Utterance title, const std::vector<Choice>& choices) {
  std::vector<Line> lines{{"title", std::move(title)}};
  for (const auto& c : choices) lines.push_back({c.target, c.spoken});
  return lines;
}

}  // namespace

std::vector<Line> Kiosk::spoken_lines() const {
  const auto& texts = catalogs_.at(lang_);
  return std::visit(
      Overloaded{
          [](const Attract&) { return std::vector<Line>{}; },  // silent until someone comes
          [&](const AgeChoice&) {
            return read_out(phrase(texts, "age.title"), Screens::ages(*this));
          },
          [&](const Menu&) {
            return read_out(phrase(texts, "menu.title"), Screens::topics(*this));
          },
          [&](const PathMap& m) {
            return read_out(phrase(texts, "path.title"), Screens::steps(*this, m.pack));
          },
          [](const Playing&) { return std::vector<Line>{}; },
          [&](const Notice&) { return read_out(phrase(texts, kChildNotice), {}); },
          [&](const CardChoice& c) { return read_out(phrase(texts, Screens::question(c)), {}); },
          [&](const Farewell&) {
            const auto stars = static_cast<long>(visit_ ? visit_->stars : 0);
            return std::vector<Line>{{"stars", phrase(texts, "farewell.stars", {{"n", stars}})},
                                     {"thanks", phrase(texts, "farewell.thanks")},
                                     {"bye", phrase(texts, "farewell.bye")}};
          },
          [](const Trouble&) { return std::vector<Line>{}; },
      },
      state_);
}

void Kiosk::speak(Instant now) {
  auto lines = spoken_lines();
  if (lines.empty() && !narrator_.speaking()) return;
  narrator_.start(std::move(lines), now, voices_, out_.cues);
}

const Frame& Kiosk::frame(Instant now) {
  Frame f;
  const Show s = shown(now);
  const ScreenView view{s, catalogs_, narrator_, mila_, now};
  const auto& texts = *s.texts;
  std::visit(Overloaded{
                 [&](const Attract&) { draw_attract(f, view); },
                 [&](const AgeChoice&) {
                   f.screen = "age";
                   backdrop(f, "library:meadow-age");
                   draw_choices(f, view, texts.text("age.title"), Screens::ages(*this));
                 },
                 [&](const Menu&) {
                   f.screen = "menu";
                   backdrop(f, "library:meadow-day");
                   draw_choices(f, view, texts.text("menu.title"), Screens::topics(*this),
                                kWithSeats);
                   draw_seats_button(f, view, visit_->seats);
                 },
                 [&](const PathMap& m) {
                   f.screen = "path";
                   backdrop(f, "library:meadow-day");
                   draw_choices(f, view, texts.text("path.title"), Screens::steps(*this, m.pack),
                                kWithSeats);
                   draw_seats_button(f, view, visit_->seats);
                 },
                 [&](const Playing& p) {
                   p.activity->draw(f, s, now);
                   draw_home(f, view);
                   draw_languages(f, view, f.screen == "lesson");
                   draw_seats(f, view, p.activity->turns());
                 },
                 [&](const Notice&) {
                   f.screen = "notice";
                   backdrop(f, "library:meadow-age");
                   draw_choices(f, view, texts.text(kChildNotice), Screens::notice(*this));
                 },
                 [&](const CardChoice& c) {
                   f.screen = c.doubted ? "card" : c.animal ? "badge" : "animal";
                   backdrop(f, "library:meadow-age");
                   draw_choices(f, view, texts.text(Screens::question(c)),
                                Screens::card_choices(*this, c));
                 },
                 [&](const Farewell&) { draw_farewell(f, view, visit_ ? visit_->stars : 0); },
                 [&](const Trouble& t) { draw_trouble(f, view, t.code); },
             },
             state_);
  if (held_still()) {
    f = {};
    if (adult_is_here()) {
      adult_->draw(f, gate_.shown(), now);
    } else {
      draw_pause(f, view);
    }
  }
  if (asking_since_ && !held_still()) {
    const Millis left = setup_.countdown - (now - *asking_since_);
    const long whole = (left.count() + 999) / 1000;
    draw_still_there(f, view, whole);
    f.change_at(*asking_since_ + setup_.countdown - Millis((whole - 1) * 1000));
  }
  if (const auto change = narrator_.next_change(now)) f.change_at(*change);
  if (f.moment.empty()) f.moment = f.screen;
  if (!frame_.moment.empty() && f.moment != frame_.moment) {
    gate_.moment_changed(now);
    glance_.reset();  // what was looked at is gone
  }
  frame_ = std::move(f);
  stale_ = false;
  return frame_;
}

}  // namespace nest
