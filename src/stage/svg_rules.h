#pragma once
// What an SVG may ask of the rasteriser, which cannot be stopped once it has begun: bounded shapes,
// bounded dashes, a size. Not here: decoding.
#include <string>
#include <string_view>

namespace nest::stage {

/// Why it is refused, one clause; empty if it is fit to be rasterised.
std::string svg_refusal(std::string_view svg);

}  // namespace nest::stage
