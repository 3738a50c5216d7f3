#include "stage/svg_rules.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace nest::stage;

namespace {
std::string svg(std::string_view attributes, std::string_view inside = "") {
  return fmt::format("<svg {}>{}</svg>", attributes, inside);
}
std::string gaps(std::string_view text) {
  std::string out;
  for (const auto& gap : svg_gaps(text)) out += fmt::format("{}@{} ", gap.what, gap.offset);
  return out;
}
constexpr const char* kBox = "viewBox=\"0 0 100 50\"";
}  // namespace

TEST_CASE("svg rules: a size is a viewBox, a width and height, or both") {
  CHECK(svg_refusal(svg(kBox)).empty());
  CHECK(svg_refusal(svg("viewBox = '0,0,100,50'")).empty());
  CHECK(svg_refusal(svg("width=\"100\" height='50'")).empty());
  CHECK(svg_refusal(svg("viewBox=\"0 0 9 9\" width=\"100\" height=\"50\"")).empty());
}

TEST_CASE("svg rules: a size that is missing, odd or out of bounds is refused") {
  for (const auto* odd :
       {"", "width=\"100\"", "viewBox=\"0 0 100\"", "viewBox=\"0 0 0 50\"", "viewBox=\"0 0 1e9 5\"",
        "viewBox=\"0 0 nan 50\"", "viewBox=\"0 0 100 50\" width=\"-5\" height=\"5\"",
        "width=\"0\" height=\"0\"", "xwidth=\"100\" xheight=\"50\"", "viewBox=", "viewBox"}) {
    CAPTURE(odd);
    CHECK_FALSE(svg_refusal(svg(odd)).empty());
  }
  CHECK_FALSE(svg_refusal("").empty());
  CHECK_FALSE(svg_refusal("<svg").empty());
  CHECK_FALSE(svg_refusal("<rect/>").empty());
}

TEST_CASE("svg rules: shapes and bytes are bounded") {
  std::string many;
  for (int i = 0; i < 1600; ++i) many += "<g/>";
  CHECK(svg_refusal(svg(kBox, many)) == "an SVG with too many shapes");
  CHECK(svg_refusal(svg(kBox, std::string(300U << 10U, ' '))).find("too large") !=
        std::string::npos);
}

TEST_CASE("svg rules: dashes are a unit or more, on lines of ordinary length") {
  const auto dashed = [](std::string_view dashes, std::string_view path = "M0 0L90 9") {
    return svg_refusal(svg(kBox, fmt::format("<path stroke-dasharray=\"{}\" d=\"{}\" "
                                             "stroke=\"#4E9AD1\"/>",
                                             dashes, path)));
  };
  CHECK(dashed("4 2").empty());
  CHECK(dashed("0 6").empty());
  CHECK_FALSE(dashed("0.001").empty());
  CHECK_FALSE(dashed("0 0").empty());
  CHECK_FALSE(dashed("4 2", "M0 0L99999 0").empty());
  CHECK_FALSE(dashed("4 2", "M0 0L9e9 0").empty());
  CHECK(dashed("4 2", "M0.123456 0L90 0").empty());
}

TEST_CASE("svg rules: what the kiosk does not draw is named with its place") {
  CHECK(gaps("<svg><path/><text>a</text></svg>") == "<text>@12 ");
  CHECK(gaps("<svg><filter id='f'/></svg>") == "<filter>@5 ");
  CHECK(gaps("<svg><sodipodi:namedview/><metadata/><title>a</title></svg>").empty());
  CHECK(gaps("<?xml version='1.0'?><!-- <text> --><svg/>").empty());
}

TEST_CASE("svg rules: comments and tags that never end are read to the end and no further") {
  CHECK(gaps("<svg><!-- <text>").empty());
  CHECK(gaps("<svg><").empty());
  CHECK(gaps("<svg><text") == "<text>@5 ");
  CHECK(gaps("<svg><" + std::string(100, 'x')).size() == 40 + 5);
}
