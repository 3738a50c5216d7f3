#pragma once
// The house colours and measures. Source: art direction; contrast figures there.
#include "core/view/geometry.h"

namespace nest::theme {

inline constexpr Colour kInk = rgb(0x27364A);
inline constexpr Colour kWhite = rgb(0xFFFFFF);
inline constexpr Colour kSky = rgb(0xA9DDF3);
inline constexpr Colour kTeal = rgb(0x1E8F8A);
inline constexpr Colour kSun = rgb(0xFFC53D);
inline constexpr Colour kPatch =
    rgb(0xFFCC55);  ///< the sun, light enough for ink at 7:1 in protanopia
inline constexpr Colour kBlue = rgb(0x3E6FB0);
inline constexpr Colour kGreen = rgb(0x1E8F5A);
inline constexpr Colour kAmber = rgb(0xE09B00);
inline constexpr Colour kShadow = {0x1F, 0x3A, 0x4D, 41};      ///< 16 %
inline constexpr Colour kSoftShadow = {0x1F, 0x3A, 0x4D, 31};  ///< 12 %
inline constexpr Colour kVeil = {0xEA, 0xF7, 0xEC, 210};       ///< lies over what is not meant now
inline constexpr Colour kPaleWhite = {0xFF, 0xFF, 0xFF, 235};

}  // namespace nest::theme
