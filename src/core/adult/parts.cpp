#include "core/adult/parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/wording.h"
#include "core/view/theme.h"

namespace nest {
namespace {

constexpr Colour kViolet = rgb(0x51469A);  // white on it: 7.9:1
constexpr Colour kPaper = rgb(0xF1F0F9);
constexpr Colour kPale = rgb(0xE4E1F3);
constexpr float kBorder = 22;
constexpr float kSinks = 4;
constexpr float kLowTile = 3.5F;  // buttons high
constexpr float kLargest = 1.5F;  // letters on a pill, times the usual

std::string id_of(std::string_view target) {
  return fmt::format("adult/{}", target);
}

void icon_disc(Frame& frame, const Rect& box, const std::string& icon) {
  frame.fill(box, box.w / 2, kViolet);
  frame.picture("library:" + icon, box.grown(-box.w * 0.02F));
}

struct Fill {
  Colour box, text;
};
Fill fill_of(const Pick& pick, PillLook look) {
  if (look == PillLook::main) return {theme::kInk, theme::kWhite};
  if (look == PillLook::action) return {theme::kWhite, theme::kInk};
  return pick.chosen ? Fill{kViolet, theme::kWhite} : Fill{kPale, theme::kInk};
}

void draw_languages(Frame& frame, const AdultView& view, const Sheet& sheet, float& right) {
  for (auto it = view.languages.rbegin(); it != view.languages.rend(); ++it) {
    const Pick pick{
        "lang/" + it->first.str(), it->second->text("adult.language"), {}, it->first == view.lang};
    const float width = pill_width(view, sheet, pick);
    right -= width;
    draw_pill(frame, view, {right, sheet.back.y, width, sheet.control}, pick, PillLook::choice);
    right -= sheet.gap;
  }
}

}  // namespace

Sheet::Sheet(const ScreenMetrics& screen, float larger)
    : control(std::max(std::ceil(screen.units(12)), 72.0F) * larger),
      gap(std::max(std::ceil(screen.units(5)), 22.0F)),
      slack(screen.slack()),
      type(std::max(std::floor(screen.units(3) * 2), 38.0F) * larger) {
  const float edge = kBorder + std::max(gap, 28.0F);
  back = {edge, edge, control, control};
  bar = {edge, kCanvasHeight - edge - control, kCanvasWidth - 2 * edge, control};
  const float top = back.bottom() + gap;
  body = {edge, top, bar.w, bar.y - gap - top};
}

Rect tile_of(const Rect& area, std::size_t columns, std::size_t rows, float gap, std::size_t i) {
  const auto across = static_cast<float>(columns);
  const auto down = static_cast<float>(rows);
  const float wide = (area.w - gap * (across - 1)) / across;
  const float high = (area.h - gap * (down - 1)) / down;
  const std::size_t column = i % columns;
  const std::size_t row = i / columns;
  return {area.x + static_cast<float>(column) * (wide + gap),
          area.y + static_cast<float>(row) * (high + gap), wide, high};
}

TextStyle Sheet::style() const {
  return {type, false, theme::kInk};
}

void draw_sheet(Frame& frame) {
  frame.fill(kCanvas, 0, kViolet);
  frame.fill(kCanvas.grown(-kBorder), 40, kPaper);
}

void draw_head(Frame& frame, const AdultView& view, const std::string& title,
               std::string_view back) {
  const Sheet sheet(view.screen);
  float left = sheet.back.x + 8;
  if (!back.empty()) {
    disc_button(frame, id_of(back), sheet.back, kViolet, "library:icon-back", view.touch,
                sheet.slack);
    left = sheet.back.right() + sheet.gap;
  }
  float right = sheet.body.right();
  draw_languages(frame, view, sheet, right);
  draw_text(frame, view, title, {left, sheet.back.y, right - left, sheet.control},
            {sheet.type * 1.4F, true, theme::kInk}, Align::left, 1);
}

float pill_width(const AdultView& view, const Sheet& sheet, const Pick& pick) {
  const bool alone = pick.text.empty();
  if (alone) return sheet.control;
  const float inside = std::ceil(view.measure.width(pick.text, sheet.style()));
  const float icon = pick.icon.empty() ? 0 : sheet.control * 0.85F;
  return std::max(sheet.control, inside + icon + sheet.control * 0.8F);
}

void draw_pill(Frame& frame, const AdultView& view, const Rect& box, const Pick& pick,
               PillLook look) {
  const Sheet sheet(view.screen);
  const std::string id = id_of(pick.target);
  const Rect face = view.touch.pressed == id ? box.moved({0, kSinks}) : box;
  const auto fill = fill_of(pick, look);
  if (look != PillLook::choice) frame.fill(box.moved({0, 6}), box.h / 2, theme::kSoftShadow);
  const bool icon_alone = pick.text.empty();
  if (icon_alone) {
    icon_disc(frame, face, pick.icon);
  } else {
    frame.fill(face, std::min(face.h / 2, 60.0F), fill.box);
    Rect words = face.grown(-face.h * 0.1F);
    if (!pick.icon.empty()) {
      const float size = face.h * 0.8F;
      icon_disc(frame, {face.x + face.h * 0.1F, face.y + face.h * 0.1F, size, size}, pick.icon);
      words = {face.x + face.h, face.y, face.w - face.h * 1.3F, face.h};
    }
    const float type = std::min(sheet.type * face.h / sheet.control, sheet.type * kLargest);
    draw_text(frame, view, pick.text, words, {type, false, fill.text}, Align::centre,
              face.h > sheet.control * 2 ? 2 : 1);
  }
  frame.target(id, box, sheet.slack);
}

void draw_actions(Frame& frame, const AdultView& view, const std::vector<Pick>& actions) {
  const Sheet sheet(view.screen);
  float right = sheet.bar.right();
  for (auto it = actions.rbegin(); it != actions.rend(); ++it) {
    const float width = pill_width(view, sheet, *it);
    right -= width;
    draw_pill(frame, view, {right, sheet.bar.y, width, sheet.control}, *it,
              it == actions.rbegin() ? PillLook::main : PillLook::action);
    right -= sheet.gap;
  }
}

void draw_tile(Frame& frame, const AdultView& view, const Rect& box, const Pick& pick) {
  const Sheet sheet(view.screen);
  const Rect face = card(frame, id_of(pick.target), box, view.touch, sheet.slack);
  const bool low = face.h < sheet.control * kLowTile;
  if (low) {  // then the text stands beside the icon
    const float disc = std::min(face.h * 0.5F, face.w * 0.3F);
    icon_disc(frame, {face.x + 24, face.centre().y - disc / 2, disc, disc}, pick.icon);
    const float left = face.x + 24 + disc + 16;
    return draw_text(frame, view, pick.text, {left, face.y, face.right() - left - 12, face.h},
                     sheet.style(), Align::left, 2);
  }
  const float disc = std::min(face.h * 0.46F, face.w * 0.5F);
  icon_disc(frame, {face.centre().x - disc / 2, face.y + face.h * 0.12F, disc, disc}, pick.icon);
  const float top = face.y + face.h * 0.12F + disc;
  draw_text(frame, view, pick.text, {face.x + 20, top, face.w - 40, face.bottom() - top - 12},
            sheet.style(), Align::centre, 2);
}

void draw_sign(Frame& frame, const AdultView& view, const Rect& box, const std::string& icon,
               const std::string& words) {
  const Sheet sheet(view.screen);
  const float disc = std::min(box.w, box.h) * 0.34F;
  const Rect at = Rect::around({box.centre().x, box.y + box.h * 0.32F}, disc, disc);
  icon_disc(frame, at, icon);
  const float top = at.bottom() + sheet.gap;
  auto text = fit_text(words, view.measure, {sheet.type * 1.15F, false, theme::kInk}, box.w * 0.9F,
                       6, sheet.type);
  draw_paragraph(frame, text.paragraph, {box.x, top, box.w, 0}, Align::centre);
}

void draw_notice(Frame& frame, const AdultView& view, const std::string& icon,
                 const std::string& words) {
  const Sheet sheet(view.screen);
  frame.fill(sheet.body.moved({0, 8}), 40, theme::kSoftShadow);
  frame.fill(sheet.body, 40, theme::kWhite);
  const float disc = std::min(sheet.body.h * 0.5F, sheet.body.w * 0.2F);
  const Rect at = Rect::around({sheet.body.x + disc, sheet.body.centre().y}, disc, disc);
  icon_disc(frame, at, icon);
  const float left = at.right() + disc * 0.4F;
  draw_text(frame, view, words,
            {left, sheet.body.y + 20, sheet.body.right() - left - 44, sheet.body.h - 40},
            {sheet.type * 1.2F, false, theme::kInk}, Align::left, 6);
}

void draw_text(Frame& frame, const AdultView& view, const std::string& text, const Rect& box,
               const TextStyle& style, Align align, std::size_t lines) {
  const auto fitted = fit_text(text, view.measure, style, box.w, lines, style.size * kLeastOfText);
  draw_paragraph(frame, fitted.paragraph, box, align);
}

std::string date_text(const AdultView& view, const Day& day) {
  return view.text(fmt::format("adult.date.{}", day.month), {{"day", day.day}, {"year", day.year}});
}

std::string venue_text(const AdultView& view, const VenueId& id) {
  const auto* venue = find_venue(view.facts.venues, id);
  // One that is on no list any more is known by its id.
  return venue == nullptr ? id.str() : venue->names.plain(view.lang);
}

std::string topic_text(const AdultView& view, const PackId& id) {
  const auto& packs = view.facts.packs;
  const auto found =
      std::find_if(packs.begin(), packs.end(), [&](const PackFact& p) { return p.id == id; });
  return found == packs.end() ? id.str() : found->title.plain(view.lang);
}

std::string ages_text(const AdultView& view, AgeBand ages) {
  return view.text(fmt::format("adult.ages.{}", band_index(ages) + 1));
}

std::string mode_text(const AdultView& view, WorkshopMode mode) {
  switch (mode) {
    case WorkshopMode::free:
      return view.text("adult.mode.free");
    case WorkshopMode::paired:
      return view.text("adult.mode.paired");
    case WorkshopMode::unpaired:
      break;
  }
  return view.text("adult.mode.unpaired");
}

std::string clock_text(Millis left) {
  const auto whole = std::max<long>(0, (left.count() + 999) / 1000);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::optional<std::string> behind(std::string_view target, std::string_view prefix) {
  if (target.rfind(prefix, 0) != 0) return std::nullopt;
  return std::string(target.substr(prefix.size()));
}

}  // namespace nest
