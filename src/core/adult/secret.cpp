#include "core/adult/secret.h"

#include <algorithm>

namespace nest {
namespace {

/// Whether each digit differs from the one before it by the same: 777777, 123456, 654321.
bool is_run(std::string_view digits) {
  const int step = digits[1] - digits[0];
  if (step < -1 || step > 1) return false;
  for (std::size_t i = 1; i < digits.size(); ++i) {
    if (digits[i] - digits[i - 1] != step) return false;
  }
  return true;
}

}  // namespace

bool may_be_code(std::string_view digits) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return digits.size() >= kShortestCode && digits.size() <= kLongestCode &&
         std::all_of(digits.begin(), digits.end(), digit) && !is_run(digits);
}

}  // namespace nest
