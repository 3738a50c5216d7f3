#pragma once
// Luck as a value: seeded, the same on every machine. The standard distributions and std::shuffle
// differ between libraries, so the bounded draw is ours (Lemire's method).
#include <cstdint>
#include <span>
#include <utility>

namespace nest {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  /// The next 64 bits (SplitMix64, Steele, Lea & Flood 2014).
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }

  /// A whole number in [0, limit); limit > 0. Unbiased enough for a shuffle: the upper 32 bits are
  /// scaled (Lemire 2019), the bias is below 2^-32.
  std::uint32_t below(std::uint32_t limit) {
    return static_cast<std::uint32_t>(((next() >> 32U) * limit) >> 32U);
  }

  /// Fisher-Yates.
  template <class T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace nest
