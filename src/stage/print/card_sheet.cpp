#include "stage/print/card_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "stage/print/paper.h"
#include "stage/sdl.h"

namespace nest::stage {
namespace {

// All of it in mm. Office printers leave 5 mm at the edges white.
constexpr int kColumns = 2, kRows = 4;
static_assert(kColumns * kRows == kCardsPerPage);
constexpr double kCardWidth = 95, kCardHeight = 68;
constexpr double kLeft = (kPaperWidth - kColumns * kCardWidth) / 2;
constexpr double kTop = (kPaperHeight - kRows * kCardHeight) / 2;
constexpr double kAnimalSide = 50, kBadgeSide = 28;
constexpr double kAir = 5;  // from a card's edge to what stands in it
constexpr double kNameTop = kAir + kAnimalSide + 1.5;

constexpr double kMargin = 20;  // of the adult's page
constexpr double kNumberWidth = 10;
constexpr double kGap = 4;  // between its paragraphs
constexpr double kSampleSide = 30;

void print_card(Paper& paper, const PrintedCard& card, double x, double y) {
  paper.picture(card.animal, {x + kAir, y + kAir, kAnimalSide, kAnimalSide});
  const double badge_x = x + kCardWidth - kAir - kBadgeSide;
  const double badge_y = y + kAir + (kAnimalSide - kBadgeSide) / 2;
  paper.picture(card.badge, {badge_x, badge_y, kBadgeSide, kBadgeSide});
  paper.text(card.name, {x + kAir, y + kNameTop, kCardWidth - 2 * kAir, 0}, {14, false, true});
}

void print_cuts(Paper& paper) {
  for (int column = 0; column <= kColumns; ++column) {
    const double x = kLeft + column * kCardWidth;
    paper.cut(x, kTop, x, kTop + kRows * kCardHeight);
  }
  for (int row = 0; row <= kRows; ++row) {
    const double y = kTop + row * kCardHeight;
    paper.cut(kLeft, y, kLeft + kColumns * kCardWidth, y);
  }
}

/// A paragraph below `y`; moves it to where the next one begins.
void print_paragraph(Paper& paper, const std::string& text, const PaperText& style, double& y) {
  y += paper.text(text, {kMargin, y, kPaperWidth - 2 * kMargin, 0}, style) + kGap;
}

void print_steps(Paper& paper, const std::vector<std::string>& steps, double& y) {
  constexpr PaperText kNumber{14, true, false};
  constexpr PaperText kStep{14, false, false};
  int number = 0;
  for (const auto& step : steps) {
    paper.text(fmt::format("{}.", ++number), {kMargin, y, kNumberWidth, 0}, kNumber);
    const double width = kPaperWidth - 2 * kMargin - kNumberWidth;
    y += paper.text(step, {kMargin + kNumberWidth, y, width, 0}, kStep) + kGap;
  }
}

/// What the cards look like: the first few, without names.
void print_samples(Paper& paper, const std::vector<PrintedCard>& cards, double y) {
  const auto most = static_cast<std::size_t>((kPaperWidth - 2 * kMargin) / kSampleSide);
  const auto shown = std::min(cards.size(), most);
  double x = (kPaperWidth - static_cast<double>(shown) * kSampleSide) / 2;
  for (std::size_t i = 0; i < shown; ++i, x += kSampleSide) {
    paper.picture(cards[i].animal, {x + 2, y, kSampleSide - 4, kSampleSide - 4});
  }
}

void print_guide(Paper& paper, const CardGuide& guide, const std::vector<PrintedCard>& cards) {
  double y = kMargin;
  print_paragraph(paper, guide.title, {26, true, false}, y);
  print_paragraph(paper, guide.purpose, {14, false, false}, y);
  y += kGap;
  print_steps(paper, guide.steps, y);
  y += kGap;
  print_paragraph(paper, guide.note, {12, false, false}, y);
  const double samples = kPaperHeight - kMargin - kSampleSide;
  if (y > samples) throw StageError("the text for the adult does not fit on a page");
  print_samples(paper, cards, samples);
}

}  // namespace

std::string print_cards(const CardGuide& guide, const std::vector<PrintedCard>& cards) {
  Paper paper(guide.title);
  print_guide(paper, guide, cards);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const auto place = i % kCardsPerPage;
    if (place == 0) {
      paper.next_page();
      print_cuts(paper);
    }
    const std::size_t column = place % kColumns, row = place / kColumns;
    print_card(paper, cards[i], kLeft + static_cast<double>(column) * kCardWidth,
               kTop + static_cast<double>(row) * kCardHeight);
  }
  return paper.finish();
}

}  // namespace nest::stage
