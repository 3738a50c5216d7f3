#include "core/usage/statistics/exact.h"

namespace nest {

Whole centred(const Whole& n, const Whole& a, const Whole& b, const Whole& ab) {
  return n * ab - a * b;
}

double ratio(const Whole& part, const Whole& whole) {
  // A double ends near 2^1024; what is cut off lies far behind its last digit.
  constexpr unsigned kMostBits = 512;
  const auto bits = static_cast<unsigned>(boost::multiprecision::msb(whole));
  const unsigned surplus = bits > kMostBits ? bits - kMostBits : 0;
  return Whole(part >> surplus).convert_to<double>() / Whole(whole >> surplus).convert_to<double>();
}

}  // namespace nest
