#include "core/adult/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "core/view/theme.h"

namespace nest {
namespace {

constexpr float kLabelShare = 0.27F;  // of the width
constexpr float kPad = 30;            // between the list's rim and its rows
constexpr Colour kDivider = rgb(0xE4E1F3);

/// A row with the boxes of its picks, as if it stood at the top.
struct LaidRow {
  const ListingRow* row;
  Paragraph label;
  std::vector<Rect> boxes;
  float height = 0;
};

constexpr std::size_t kLinesOfText = 2;  // that a lone text may have

/// How high the row of a lone text is.
float height_of(const AdultView& view, const Sheet& sheet, const std::string& text, float width) {
  const auto fitted =
      fit_text(text, view.measure, sheet.style(), width, kLinesOfText, kLeastOfText * sheet.type);
  return std::max(sheet.control, fitted.paragraph.height() + sheet.gap);
}

/// One line, a little smaller if need be, else two.
Paragraph label_of(const AdultView& view, const Sheet& sheet, const std::string& text,
                   float width) {
  constexpr float kLeast = 0.85F;
  const float least = sheet.type * kLeast;
  auto one = fit_text(text, view.measure, sheet.style(), width, 1, least);
  if (one.fits) return one.paragraph;
  const TextStyle small{least, false, theme::kInk};
  return fit_text(text, view.measure, small, width, 2, least * kLeast).paragraph;
}

float width_of(const AdultView& view, const Sheet& sheet, const Pick& pick, std::size_t count,
               float room) {
  const auto n = static_cast<float>(std::max<std::size_t>(count, 1));
  if (pick.wide) return (room - sheet.gap * (n - 1)) / n;
  if (!pick.target.empty()) return std::min(room, pill_width(view, sheet, pick));
  const float words = view.measure.width(pick.text, sheet.style());
  // A lone text may have several lines; a value between two buttons keeps its place as it changes.
  return count == 1 ? room : std::max(words, sheet.control * 2.2F);
}

LaidRow laid(const AdultView& view, const Sheet& sheet, const ListingRow& row, const Rect& list,
             bool labels) {
  const bool whole = row.label.empty() && (!labels || row.picks.empty() || row.picks[0].wide);
  const float left = list.x + (whole ? kPad : list.w * kLabelShare);
  const float right = list.right() - kPad;
  LaidRow out{&row, {}, {}, sheet.control};
  if (!row.label.empty()) {
    out.label = label_of(view, sheet, row.label, list.w * kLabelShare - kPad * 1.5F);
  }
  float x = left;
  float y = 0;
  for (const auto& pick : row.picks) {
    const float width = width_of(view, sheet, pick, row.picks.size(), right - left);
    if (x > left && x + width > right + 1) {
      x = left;
      y += sheet.control + sheet.gap;
    }
    out.boxes.push_back({x, y, width, sheet.control});
    x += width + sheet.gap;
  }
  out.height = std::max(y + sheet.control, out.label.height());
  if (y > 0) return out;
  if (row.picks.size() == 1 && row.picks[0].target.empty()) {
    auto& box = out.boxes[0];
    box.h = height_of(view, sheet, row.picks[0].text, box.w);
    out.height = std::max(out.height, box.h);
  }
  for (auto& box : out.boxes) box.y = (out.height - box.h) / 2;
  return out;
}

std::vector<LaidRow> laid(const AdultView& view, const Sheet& sheet,
                          const std::vector<ListingRow>& rows, const Rect& list) {
  const bool labels = std::any_of(rows.begin(), rows.end(),
                                  [](const ListingRow& row) { return !row.label.empty(); });
  std::vector<LaidRow> out;
  for (const auto& row : rows) out.push_back(laid(view, sheet, row, list, labels));
  return out;
}

/// Between the list's edge and its first row.
float rim(const Sheet& sheet) {
  return sheet.gap * 0.5F;
}
float room_in(const Sheet& sheet, const Rect& list) {
  return list.h - 2 * rim(sheet);
}

/// Which row each page begins with, and at last how many rows there are.
std::vector<std::size_t> pages_of(const std::vector<LaidRow>& rows, float gap, float room) {
  std::vector<std::size_t> first{0};
  float used = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float with = used + (used > 0 ? gap : 0) + rows[i].height;
    const bool full = used > 0 && with > room;
    if (full) first.push_back(i);
    used = full ? rows[i].height : with;
  }
  first.push_back(rows.size());
  return first;
}

void draw_pick(Frame& frame, const AdultView& view, const Sheet& sheet, const Rect& box,
               const Pick& pick, bool alone) {
  if (!pick.target.empty()) return draw_pill(frame, view, box, pick, PillLook::choice);
  draw_text(frame, view, pick.text, box, sheet.style(), alone ? Align::left : Align::centre,
            alone ? kLinesOfText : 1);
}

void draw_row(Frame& frame, const AdultView& view, const Sheet& sheet, const LaidRow& row,
              const Rect& list, float top) {
  draw_paragraph(frame, row.label, {list.x + kPad, top, 0, row.height}, Align::left);
  for (std::size_t i = 0; i < row.boxes.size(); ++i) {
    draw_pick(frame, view, sheet, row.boxes[i].moved({0, top}), row.row->picks[i],
              row.boxes.size() == 1);
  }
}

void draw_pager(Frame& frame, const AdultView& view, const Sheet& sheet, std::size_t page,
                std::size_t pages) {
  Rect at{sheet.bar.x, sheet.bar.y, sheet.control, sheet.control};
  if (page > 0) draw_pill(frame, view, at, {"page/back", "", "icon-back"}, PillLook::action);
  at.x += sheet.control + sheet.gap;
  const Rect middle{at.x, at.y, sheet.control * 1.6F, at.h};
  draw_text(frame, view, fmt::format("{} / {}", page + 1, pages), middle, sheet.style(),
            Align::centre, 1);
  at.x = middle.right() + sheet.gap;
  if (page + 1 < pages) {
    draw_pill(frame, view, at, {"page/next", "", "icon-next"}, PillLook::action);
  }
}

/// Below the intro, if there is one.
Rect list_place(Frame& frame, const AdultView& view, const Sheet& sheet, const std::string& intro) {
  Rect list = sheet.body;
  if (intro.empty()) return list;
  const float high = sheet.type * kLineHeight * 2;
  draw_text(frame, view, intro, {list.x + 8, list.y, list.w - 16, high}, sheet.style(), Align::left,
            2);
  list.y += high + sheet.gap / 2;
  list.h -= high + sheet.gap / 2;
  return list;
}

}  // namespace

namespace {

/// The rows as large as one page allows, up to a third larger; else as they are, on several.
Sheet sheet_for(const AdultView& view, const std::vector<ListingRow>& rows, const Rect& list) {
  constexpr std::array<float, 3> kLarger{1.35F, 1.2F, 1.1F};
  for (const float larger : kLarger) {
    const Sheet sheet(view.screen, larger);
    const auto pages = pages_of(laid(view, sheet, rows, list), sheet.gap, room_in(sheet, list));
    if (pages.size() <= 2) return sheet;
  }
  return Sheet(view.screen);
}

/// Returns where it ends.
float draw_rows(Frame& frame, const AdultView& view, const Sheet& sheet, const Rect& list,
                std::span<const LaidRow> rows) {
  float high = 2 * rim(sheet) - sheet.gap;
  for (const auto& row : rows) high += row.height + sheet.gap;
  const Rect paper{list.x, list.y, list.w, high};
  frame.fill(paper.moved({0, 8}), 40, theme::kSoftShadow);
  frame.fill(paper, 40, theme::kWhite);
  float top = list.y + rim(sheet);
  for (const auto& row : rows) {
    if (&row != &rows.front() && !row.row->label.empty()) {
      frame.fill({list.x + kPad, top - sheet.gap / 2 - 1, list.w - 2 * kPad, 2}, 0, kDivider);
    }
    draw_row(frame, view, sheet, row, list, top);
    top += row.height + sheet.gap;
  }
  return paper.bottom();
}

}  // namespace

void draw_listing(Frame& frame, const AdultView& view, const Listing& listing, std::size_t page) {
  const Sheet plain(view.screen);
  draw_head(frame, view, listing.title, listing.back);
  draw_actions(frame, view, listing.actions);
  const Rect list = list_place(frame, view, plain, listing.intro);
  const Sheet sheet = sheet_for(view, listing.rows, list);
  const auto rows = laid(view, sheet, listing.rows, list);
  const auto first = pages_of(rows, sheet.gap, room_in(sheet, list));
  const std::size_t pages = first.size() - 1;
  page = std::min(page, pages - 1);
  frame.moment += fmt::format("/{}", page);
  if (pages > 1) draw_pager(frame, view, plain, page, pages);
  const auto here = std::span(rows).subspan(first[page], first[page + 1] - first[page]);
  const float end = here.empty() ? list.y : draw_rows(frame, view, sheet, list, here);
  const Rect rest{list.x, end + sheet.gap, list.w, plain.bar.bottom() - end - sheet.gap};
  if (!listing.picture.empty()) frame.picture(listing.picture, rest);
}

void ListingScreen::draw(Frame& frame, const AdultView& view) const {
  draw_listing(frame, view, listing(view), page_);
}

void ListingScreen::tap(std::string_view target, AdultDesk& desk) {
  if (target == "page/next") {
    ++page_;
  } else if (target == "page/back") {
    page_ -= page_ > 0 ? 1 : 0;
  } else {
    choose(target, desk);
  }
}

std::vector<Pick> stepper(const std::string& name, const std::string& value) {
  return {{name + "/less", "", "icon-minus"}, {"", value}, {name + "/more", "", "icon-plus"}};
}

std::vector<Pick> yes_no(const AdultView& view, const std::string& name, std::optional<bool> now) {
  return {{name + "/yes", view.text("adult.yes"), {}, now == true},
          {name + "/no", view.text("adult.no"), {}, now == false}};
}

}  // namespace nest
