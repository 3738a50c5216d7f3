#pragma once
// The three age bands that everything is written for.
#include <cstdint>

namespace nest {

enum class AgeBand { a, b, c };  ///< 4-6, 7-9, 10-12 years

/// A set of age bands.
class Ages {
 public:
  void add(AgeBand band) { bits_ = static_cast<std::uint8_t>(bits_ | bit(band)); }
  bool has(AgeBand band) const { return (bits_ & bit(band)) != 0; }
  bool empty() const { return bits_ == 0; }
  /// The youngest band: its limits are the ones that count.
  AgeBand youngest() const {
    return has(AgeBand::a) ? AgeBand::a : has(AgeBand::b) ? AgeBand::b : AgeBand::c;
  }

 private:
  static constexpr std::uint8_t bit(AgeBand band) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(band));
  }
  std::uint8_t bits_ = 0;
};

}  // namespace nest
