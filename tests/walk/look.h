#pragma once
// What a rule sees of one screen, and what it says of it. Rules are pure functions; they are listed
// in rules.h and film.h. A new rule is one function, one row there and one planted fault.
#include <functional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/view/layout.h"
#include "walk/promises.h"

namespace nest::walk {

/// What lies under a box of the canvas, as colours. Needs pixels where pictures lie there.
class Ground {
 public:
  virtual ~Ground() = default;
  /// The colours that the first `ops` operations of the frame leave within `box`.
  virtual std::vector<Colour> under(const Frame& frame, std::size_t ops, const Rect& box) = 0;
  /// The colours of a picture drawn alone on `ground`, each with the share that it fills.
  struct Share {
    Colour colour;
    float share = 0;
  };
  virtual std::vector<Share> colours(const std::string& picture, Colour ground) = 0;
};

struct Look {
  const Frame& frame;
  ScreenMetrics screen;
  AgeBand age;
  Lang lang;
  const TextMeasure& measure;
  Ground& ground;
  const Promises& promises;
};

/// Tells what is wrong, as the end of a sentence that begins with the screen: "answer/soap is …".
using Complain = std::function<void(const std::string& what)>;

struct Rule {
  const char* name;
  void (*judge)(const Look& look, const Complain& complain);
};

/// The ops that a child sees: from the last one that covers the whole canvas as a veil.
std::size_t first_seen(const Frame& frame);

/// Where the ink of a line can lie: from its tallest diacritic to its lowest tail.
Rect ink_box(const TextOp& text);

bool inside(const Rect& inner, const Rect& outer);

}  // namespace nest::walk
