#include "stage/print/paper.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>

#include <array>
#include <utility>

#include "stage/sdl.h"

namespace nest::stage {
namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr std::array kInk{0x27 / 255.0, 0x36 / 255.0, 0x4A / 255.0};
constexpr const char* kFamily = "Andika";

using PdfSurface = std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, Freed<cairo_destroy>>;
using FontMap = std::unique_ptr<PangoFontMap, Freed<g_object_unref>>;
using TextContext = std::unique_ptr<PangoContext, Freed<g_object_unref>>;
using TextLayout = std::unique_ptr<PangoLayout, Freed<g_object_unref>>;
using FontWish = std::unique_ptr<PangoFontDescription, Freed<pango_font_description_free>>;
using LoadedFont = std::unique_ptr<PangoFont, Freed<g_object_unref>>;
using FontOptions = std::unique_ptr<cairo_font_options_t, Freed<cairo_font_options_destroy>>;
using Svg = std::unique_ptr<RsvgHandle, Freed<g_object_unref>>;
using Complaint = std::unique_ptr<GError, Freed<g_error_free>>;

cairo_status_t append(void* bytes, const unsigned char* more, unsigned length) {
  static_cast<std::string*>(bytes)->append(more, more + length);
  return CAIRO_STATUS_SUCCESS;
}

void must(cairo_status_t status, const char* doing) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  throw StageError(fmt::format("{}: {}", doing, cairo_status_to_string(status)));
}

FontWish wish(double pt, bool bold) {
  FontWish font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), kFamily);
  pango_font_description_set_weight(font.get(), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  // Absolute: a unit of the page is a point already.
  pango_font_description_set_absolute_size(font.get(), pt * PANGO_SCALE);
  return font;
}

}  // namespace

/// The handles of one PDF; what is written last is destroyed first.
struct Paper::Sheet {
  std::string bytes;
  FontMap fonts{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
  TextContext context{pango_font_map_create_context(fonts.get())};
  PdfSurface surface{cairo_pdf_surface_create_for_stream(append, &bytes, kPaperWidth* kPointsPerMm,
                                                         kPaperHeight* kPointsPerMm)};
  Pen pen{cairo_create(surface.get())};
};

Paper::Paper(const std::string& title) : sheet_(std::make_unique<Sheet>()) {
  auto* surface = sheet_->surface.get();
  must(cairo_surface_status(surface), "beginning a PDF");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
  // No date: two printings of the same cards are the same file.
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  const FontOptions unhinted(cairo_font_options_create());
  cairo_font_options_set_hint_style(unhinted.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(unhinted.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(sheet_->context.get(), unhinted.get());
  // fontconfig would quietly take any other font.
  const LoadedFont font(pango_context_load_font(sheet_->context.get(), wish(12, false).get()));
  const FontWish got(font ? pango_font_describe(font.get()) : nullptr);
  if (!got || std::string_view(pango_font_description_get_family(got.get())) != kFamily) {
    throw StageError("The font Andika is not there; install the Debian package fonts-sil-andika.");
  }
}

Paper::~Paper() = default;

void Paper::picture(std::string_view svg, const PaperBox& box) {
  GError* fault = nullptr;
  const auto complain = [&](const char* doing) {
    const Complaint why(fault);
    throw StageError(fmt::format("{}: {}", doing, why ? why->message : "no reason is given"));
  };
  const std::string copy(svg);
  const auto* bytes = reinterpret_cast<const guint8*>(copy.data());
  const Svg handle(rsvg_handle_new_from_data(bytes, copy.size(), &fault));
  if (!handle) complain("reading a picture");
  const RsvgRectangle place{box.x * kPointsPerMm, box.y * kPointsPerMm, box.w * kPointsPerMm,
                            box.h * kPointsPerMm};
  if (rsvg_handle_render_document(handle.get(), sheet_->pen.get(), &place, &fault) == FALSE) {
    complain("printing a picture");
  }
}

double Paper::text(const std::string& text, const PaperBox& box, const PaperText& style) {
  auto* pen = sheet_->pen.get();
  const TextLayout layout(pango_layout_new(sheet_->context.get()));
  pango_layout_set_font_description(layout.get(), wish(style.pt, style.bold).get());
  pango_layout_set_width(layout.get(), static_cast<int>(box.w * kPointsPerMm * PANGO_SCALE));
  pango_layout_set_alignment(layout.get(), style.centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  if (pango_layout_get_unknown_glyphs_count(layout.get()) > 0) {
    throw StageError(fmt::format("Andika lacks a letter of \"{}\".", text));
  }
  cairo_set_source_rgb(pen, kInk[0], kInk[1], kInk[2]);
  cairo_move_to(pen, box.x * kPointsPerMm, box.y * kPointsPerMm);
  pango_cairo_show_layout(pen, layout.get());
  int width = 0;
  int height = 0;
  pango_layout_get_size(layout.get(), &width, &height);
  return height / (PANGO_SCALE * kPointsPerMm);
}

void Paper::cut(double x1, double y1, double x2, double y2) {
  constexpr double kThin = 0.6;
  constexpr std::array kDashes{4.0, 3.0};
  constexpr double kGrey = 0.55;
  auto* pen = sheet_->pen.get();
  cairo_set_source_rgb(pen, kGrey, kGrey, kGrey);
  cairo_set_line_width(pen, kThin);
  cairo_set_dash(pen, kDashes.data(), static_cast<int>(kDashes.size()), 0);
  cairo_move_to(pen, x1 * kPointsPerMm, y1 * kPointsPerMm);
  cairo_line_to(pen, x2 * kPointsPerMm, y2 * kPointsPerMm);
  cairo_stroke(pen);
  cairo_set_dash(pen, nullptr, 0, 0);
}

void Paper::next_page() {
  cairo_show_page(sheet_->pen.get());
}

std::string Paper::finish() {
  cairo_show_page(sheet_->pen.get());
  must(cairo_status(sheet_->pen.get()), "drawing a PDF");
  cairo_surface_finish(sheet_->surface.get());
  must(cairo_surface_status(sheet_->surface.get()), "writing a PDF");
  return std::move(sheet_->bytes);
}

}  // namespace nest::stage
