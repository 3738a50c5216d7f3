#include "core/view/easing.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nest {

float ease(Easing easing, float progress) {
  const float t = std::clamp(progress, 0.0F, 1.0F);
  const float back = 1 - t;
  switch (easing) {
    case Easing::linear:
      return t;
    case Easing::in:
      return t * t * t;
    case Easing::out:
      return 1 - back * back * back;
    case Easing::in_out:
      return t < 0.5F ? 4 * t * t * t : 1 - 4 * back * back * back;
    case Easing::out_back: {
      constexpr float kOvershoot = 1.70158F;
      return 1 - back * back * ((kOvershoot + 1) * back - kOvershoot);
    }
    case Easing::step:
      return t >= 1 ? 1.0F : 0.0F;
  }
  return t;
}

std::optional<Easing> easing_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Easing>, 6> kNames{
      {{"linear", Easing::linear},
       {"in", Easing::in},
       {"out", Easing::out},
       {"in-out", Easing::in_out},
       {"out-back", Easing::out_back},
       {"step", Easing::step}}};
  for (const auto& [word, easing] : kNames) {
    if (word == name) return easing;
  }
  return std::nullopt;
}

}  // namespace nest
