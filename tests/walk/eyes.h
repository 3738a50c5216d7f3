#pragma once
// How colours look: relative luminance and contrast as WCAG 2.2 defines them, and what dichromats
// see of a colour.
#include <array>
#include <vector>

#include "core/view/geometry.h"

namespace nest::walk {

/// Linear light of a channel or colour, 0-1.
struct Light {
  float r = 0, g = 0, b = 0;
};
Light light(Colour colour);

enum class Eyes { usual, protanopia, deuteranopia, tritanopia };
inline constexpr std::array kEyes{Eyes::usual, Eyes::protanopia, Eyes::deuteranopia,
                                  Eyes::tritanopia};
const char* name(Eyes eyes);

/// WCAG relative luminance of what these eyes see, 0-1.
float luminance(Colour colour, Eyes eyes = Eyes::usual);
/// WCAG contrast ratio, 1-21.
float contrast(Colour a, Colour b, Eyes eyes = Eyes::usual);
/// The lowest of all eyes.
float least_contrast(Colour a, Colour b);

/// `over` laid on the opaque `ground`.
Colour blended(Colour over, Colour ground);

}  // namespace nest::walk
