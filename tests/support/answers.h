#pragma once
// Answers of imaginary children, as the increments that the shell would send.
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/usage/tally.h"

namespace nest::test {

/// One answered question; the same number always gives the same answer.
inline std::vector<Increment> answer(int number) {
  Random luck(static_cast<std::uint64_t>(number));
  const auto option = luck.below(3);
  return increments(
      ItemAnswered{{PackId("hands"), ItemId("item-" + std::to_string(luck.below(14)))},
                   luck.below(4) == 0 ? Phase::before : Phase::practice,
                   AnswerId("option-" + std::to_string(option)),
                   option == 0,
                   Millis(luck.below(40'000))});
}

inline std::vector<Increment> visit() {
  return increments(VisitStarted{});
}

}  // namespace nest::test
