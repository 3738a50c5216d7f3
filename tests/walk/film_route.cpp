#include "walk/film_route.h"

#include <fmt/format.h>

#include <set>

#include "walk/film.h"
#include "walk/painted_ground.h"
#include "walk/route.h"

namespace nest::walk {
namespace {

constexpr Millis kTouches{1500};  ///< between two touches in a game
constexpr int kMostTouches = 8;
constexpr Millis kLongest{240000};  ///< a lesson is over by then

class Camera {
 public:
  explicit Camera(World& world)
      : kiosk_({}, world.catalogs, world.fonts, {}),
        canvas_(kQuarter, world.assets(), world.fonts) {
    kiosk_.set_rigs(world.rigs);
    kiosk_.set_packs(world.packs(), "SN-1", now_);
  }

  /// Films until `span` has passed or another screen stands there.
  void roll(Millis span, std::string_view while_screen = {}) {
    const Instant start = now_;
    while (now_ - start < span) {
      // 16, 17, 17 ms: sixty in a second.
      now_ += Millis(frames_++ % 3 == 0 ? 16 : 17);
      kiosk_.advance(now_);
      const auto& frame = kiosk_.frame(now_);
      kiosk_.take_outbox();
      if (!while_screen.empty() && frame.screen.rfind(while_screen, 0) != 0) return;
      if (frame.ops == shown_) {
        meter_.hold();
        continue;
      }
      shown_ = frame.ops;
      ++painted_;
      meter_.add(canvas_.render(frame));
    }
  }
  void tap(const std::string& target) { touch(kiosk_, target, now_); }
  /// Touches one thing after the other, and films what comes of it.
  void play(Random luck) {
    const std::string screen = kiosk_.current().screen;
    for (int i = 0; i < kMostTouches && kiosk_.current().screen == screen; ++i) {
      roll(kTouches);
      std::vector<std::string> ids;
      for (const auto& t : kiosk_.current().targets) {
        if (t.id != "home" && t.id.rfind("language/", 0) != 0) ids.push_back(t.id);
      }
      if (ids.empty()) return;
      tap(ids[luck.below(static_cast<std::uint32_t>(ids.size()))]);
    }
    roll(kTouches);
  }
  /// To the end, with its questions answered as luck has it.
  void watch(Random luck) {
    const Instant start = now_;
    while (kiosk_.current().screen.rfind("lesson", 0) == 0 && now_ - start < kLongest) {
      roll(kLongest, "lesson");
      if (kiosk_.current().screen == "lesson-question") play(luck);
    }
  }
  const Kiosk& kiosk() const { return kiosk_; }
  long frames() const { return frames_; }
  std::size_t painted() const { return painted_; }
  std::string cut() { return std::exchange(meter_, {}).fault(); }

 private:
  Kiosk kiosk_;
  stage::Offscreen canvas_;
  FlashMeter meter_;
  std::vector<DrawOp> shown_;
  Instant now_{};
  long frames_ = 0;
  std::size_t painted_ = 0;
};

}  // namespace

Film film_all(World& world) {
  Film film;
  Camera camera(world);
  const auto cut = [&](const std::string& what) {
    const auto fault = camera.cut();
    if (!fault.empty()) film.faults.push_back(what + ": " + fault);
  };
  camera.roll(Millis(9000));
  cut("attract");
  const auto packs = world.packs();
  std::set<std::string> filmed;
  for (const auto age : {AgeBand::a, AgeBand::c}) {
    for (const auto& pack : packs) {
      for (const auto step : pack.path(age)) {
        const auto& spec = *pack.activities[step];
        if (!filmed.insert(spec.id.str()).second) continue;
        camera.tap("language/pl");
        camera.tap(age == AgeBand::a ? "age/a" : "age/c");
        camera.tap("topic/" + pack.id().str());
        camera.tap("activity/" + spec.id.str());
        spec.tells() ? camera.watch(Random(7)) : camera.play(Random(7));
        cut(spec.id.str());
        while (camera.kiosk().current().screen != "attract") {
          camera.tap(camera.kiosk().current().screen == "still-there" ? "idle/yes" : "home");
        }
      }
    }
  }
  film.seconds = static_cast<float>(camera.frames()) / FlashMeter::kFramesPerSecond;
  film.painted = camera.painted();
  return film;
}

}  // namespace nest::walk
