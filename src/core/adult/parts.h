#pragma once
// What the adult area's screens are made of: the sheet with its violet frame, which shows that this
// is not the child's screen, buttons of at least 12 mm with 5 mm between them, plain texts.
// A button and its touch area are made by the same call. Not here: lists of choices (listing).
#include <string>
#include <vector>

#include "core/adult/screen.h"

namespace nest {

/// Where the regions of the sheet lie.
struct Sheet {
  /// `larger`: how much more than their usual size buttons and letters have.
  explicit Sheet(const ScreenMetrics& screen, float larger = 1);
  float control;  ///< height of a button; at least 12 mm
  float gap;      ///< between two buttons; at least 5 mm
  float slack;    ///< how far beside a button it may be touched
  float type;     ///< usual size of letters; x-height at least 3 mm
  Rect back;      ///< upper left
  Rect body;      ///< between the head and the bar
  Rect bar;       ///< lowest row: pages and actions
  TextStyle style() const;
};

/// The i-th of equal boxes that fill `area` row by row.
Rect tile_of(const Rect& area, std::size_t columns, std::size_t rows, float gap, std::size_t i);

/// Something to tap, or a plain text if it has no target.
struct Pick {
  std::string target;  ///< without "adult/"
  std::string text;
  std::string icon{};  ///< "icon-plus"
  bool chosen = false;
  bool wide = false;  ///< in a form: shares the width of the row equally
};

enum class PillLook {
  choice,  ///< one of several; filled if it is chosen
  action,  ///< white, on the sheet
  main     ///< what the screen is for
};

/// The empty sheet in its frame.
void draw_sheet(Frame& frame);
/// Title, the way back (`back` is a target; none if empty) and the languages.
void draw_head(Frame& frame, const AdultView& view, const std::string& title,
               std::string_view back);

/// As wide as `pick` needs.
float pill_width(const AdultView& view, const Sheet& sheet, const Pick& pick);
/// The letters are as large as its height asks for.
void draw_pill(Frame& frame, const AdultView& view, const Rect& box, const Pick& pick,
               PillLook look);
/// In the bar, right-aligned; the last one is the main one.
void draw_actions(Frame& frame, const AdultView& view, const std::vector<Pick>& actions);
/// A large white card with an icon on a disc and a text below it.
void draw_tile(Frame& frame, const AdultView& view, const Rect& box, const Pick& pick);

/// A large icon with words below it, on the bare sheet.
void draw_sign(Frame& frame, const AdultView& view, const Rect& box, const std::string& icon,
               const std::string& words);
/// A white panel with an icon and words beside it: all that a screen has to say.
void draw_notice(Frame& frame, const AdultView& view, const std::string& icon,
                 const std::string& words);

/// How much smaller than its size a text may be to fit; still 2 mm of x-height.
inline constexpr float kLeastOfText = 0.7F;
/// A paragraph of at most `lines` lines, in the box's height middle.
void draw_text(Frame& frame, const AdultView& view, const std::string& text, const Rect& box,
               const TextStyle& style, Align align = Align::left, std::size_t lines = 3);

/// "27 November 2026"
std::string date_text(const AdultView& view, const Day& day);
std::string venue_text(const AdultView& view, const VenueId& id);
std::string topic_text(const AdultView& view, const PackId& id);
std::string ages_text(const AdultView& view, AgeBand ages);
std::string mode_text(const AdultView& view, WorkshopMode mode);
/// Whole minutes and seconds that are left: "2:05".
std::string clock_text(Millis left);

/// What stands behind "prefix" in a target.
std::optional<std::string> behind(std::string_view target, std::string_view prefix);

}  // namespace nest
