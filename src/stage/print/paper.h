#pragma once
// Sheets of A4 as a PDF: pictures, lines and Andika laid by millimetres from the upper left corner
// of the page. Vectors all through, and the same calls give the same bytes.
// Not here: what is printed (card_sheet); the screen, which has a painter of its own.
#include <memory>
#include <string>
#include <string_view>

namespace nest::stage {

inline constexpr double kPaperWidth = 210, kPaperHeight = 297;  ///< mm, ISO 216

/// A box on the page, in mm.
struct PaperBox {
  double x, y, w, h;
};

struct PaperText {
  double pt = 12;  ///< 1/72 inch
  bool bold = false;
  bool centred = false;
};

class Paper {
 public:
  /// Throws StageError, naming the Debian package, if Andika is not installed.
  explicit Paper(const std::string& title);
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  /// The whole SVG, as large as fits into the box, centred. Throws StageError if it is none.
  void picture(std::string_view svg, const PaperBox& box);
  /// Lines that break at the box's width, from its upper edge on; returns their height in mm,
  /// which may be more than the box has. Throws StageError if a letter is not in Andika.
  double text(const std::string& text, const PaperBox& box, const PaperText& style);
  /// A thin dashed line to cut along, from here to there.
  void cut(double x1, double y1, double x2, double y2);
  void next_page();

  /// The PDF; nothing can be drawn any more.
  std::string finish();

 private:
  struct Sheet;
  std::unique_ptr<Sheet> sheet_;
};

}  // namespace nest::stage
