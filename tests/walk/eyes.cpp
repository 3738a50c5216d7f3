#include "walk/eyes.h"

#include <algorithm>
#include <cmath>

namespace nest::walk {
namespace {

/// Full dichromacy in linear RGB. Source: Machado, Oliveira, Fernandes, "A Physiologically-based
/// Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), table for severity 1.0.
using Matrix = std::array<float, 9>;
constexpr std::array<Matrix, 4> kSeen{{{1, 0, 0, 0, 1, 0, 0, 0, 1},
                                       {0.152286F, 1.052583F, -0.204868F, 0.114503F, 0.786281F,
                                        0.099216F, -0.003882F, -0.048116F, 1.051998F},
                                       {0.367322F, 0.860646F, -0.227968F, 0.280085F, 0.672501F,
                                        0.047413F, -0.011820F, 0.042940F, 0.968881F},
                                       {1.255528F, -0.076749F, -0.178779F, -0.078411F, 0.930809F,
                                        0.147602F, 0.004733F, 0.691367F, 0.303900F}}};

/// sRGB to linear, IEC 61966-2-1, as WCAG names it.
std::array<float, 256> linear_table() {
  std::array<float, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const float c = static_cast<float>(i) / 255.0F;
    table[i] = c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F);
  }
  return table;
}

float row(const Matrix& m, std::size_t i, const Light& l) {
  return std::clamp(m[i] * l.r + m[i + 1] * l.g + m[i + 2] * l.b, 0.0F, 1.0F);
}

}  // namespace

const char* name(Eyes eyes) {
  constexpr std::array kNames{"usual eyes", "protanopia", "deuteranopia", "tritanopia"};
  return kNames.at(static_cast<std::size_t>(eyes));
}

Light light(Colour colour) {
  static const auto kLinear = linear_table();
  return {kLinear[colour.r], kLinear[colour.g], kLinear[colour.b]};
}

float luminance(Colour colour, Eyes eyes) {
  const Light l = light(colour);
  const auto& m = kSeen.at(static_cast<std::size_t>(eyes));
  return 0.2126F * row(m, 0, l) + 0.7152F * row(m, 3, l) + 0.0722F * row(m, 6, l);
}

float contrast(Colour a, Colour b, Eyes eyes) {
  const float x = luminance(a, eyes);
  const float y = luminance(b, eyes);
  return (std::max(x, y) + 0.05F) / (std::min(x, y) + 0.05F);
}

float least_contrast(Colour a, Colour b) {
  float least = 21;
  for (const auto eyes : kEyes) least = std::min(least, contrast(a, b, eyes));
  return least;
}

Colour blended(Colour over, Colour ground) {
  return mixed(ground, {over.r, over.g, over.b, 255}, static_cast<float>(over.a) / 255.0F);
}

}  // namespace nest::walk
