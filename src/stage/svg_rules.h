#pragma once
// What an SVG may ask of the rasteriser, which cannot be stopped once it has begun: bounded shapes,
// bounded dashes, a size. Not here: decoding.
#include <string>
#include <string_view>
#include <vector>

namespace nest::stage {

/// Something in an SVG that the rasteriser leaves out or draws wrongly.
struct SvgGap {
  std::size_t offset;  ///< byte of its "<"
  std::string what;    ///< "<text>"
};
/// Not faults of safety: such a picture only looks wrong.
std::vector<SvgGap> svg_gaps(std::string_view svg);

/// Why it is refused, one clause; empty if it is fit to be rasterised.
std::string svg_refusal(std::string_view svg);

}  // namespace nest::stage
