#pragma once
// The ground that pictures leave, from painted pixels at a quarter of the canvas; what was asked
// once is remembered.
#include <map>

#include "stage/offscreen.h"
#include "walk/look.h"

namespace nest::walk {

inline constexpr stage::PxSize kQuarter{480, 270};

class PaintedGround : public Ground {
 public:
  PaintedGround(const MediaSource& media, const stage::Fonts& fonts)
      : canvas_(kQuarter, media, fonts) {}

  std::vector<Colour> under(const Frame& frame, std::size_t ops, const Rect& box) override;
  std::vector<Share> colours(const std::string& picture, Colour ground) override;
  std::size_t painted() const { return under_.size() + colours_.size(); }

 private:
  stage::Offscreen canvas_;
  std::map<std::string, std::vector<Colour>> under_;
  std::map<std::string, std::vector<Share>> colours_;
};

}  // namespace nest::walk
