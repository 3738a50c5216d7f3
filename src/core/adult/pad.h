#pragma once
// A keypad for digits: the adult code and the room code are typed on it. Not here: what the digits
// mean (screens_code, screens_start).
#include <array>
#include <string>

#include "core/adult/parts.h"
#include "core/base/random.h"

namespace nest {

class Pad {
 public:
  explicit Pad(std::size_t longest) : longest_(longest) {}
  /// Puts the digits in another order, so that the place of a finger tells nothing.
  void shuffle(Random& luck);
  /// Takes "digit/7" and "delete"; false if the target is neither.
  bool tap(std::string_view target);
  const std::string& digits() const { return digits_; }
  /// Hands the digits out and forgets them.
  std::string take();

  /// In the box: what was typed (as dots if it is `secret`), the keys below, and "ok" once there
  /// are `enough` digits.
  void draw(Frame& frame, const AdultView& view, const Rect& box, bool secret,
            std::size_t enough) const;

 private:
  std::size_t longest_;
  std::array<int, 10> order_{1, 2, 3, 4, 5, 6, 7, 8, 9, 0};
  std::string digits_;
};

}  // namespace nest
