// A day at the kiosk in a few seconds: one visit after the other over the bundled packs, each as
// children play, with a clock moved by hand. Memory must stay flat and everything started be ended.
//   visit_loop HOURS
#include <fmt/format.h>

#include <cstdlib>
#include <new>

#include "support/bundled.h"

namespace {
long live_blocks = 0;  // of operator new; the day must not add to them
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  void* block = std::malloc(size == 0 ? 1 : size);
  live_blocks += block != nullptr ? 1 : 0;
  return block;
}
void* operator new(std::size_t size) {
  if (void* block = operator new(size, std::nothrow)) return block;
  throw std::bad_alloc();
}
void operator delete(void* block) noexcept {
  if (block != nullptr) --live_blocks;
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
  operator delete(block);
}

namespace {

using namespace nest;

class PlayDay {
 public:
  explicit PlayDay(test::Bundled& bundled) : kiosk_({}, bundled.catalogs, bundled.measure, {}) {
    kiosk_.set_rigs(bundled.rigs);
    kiosk_.set_packs(bundled.packs(), "SN-1", now_);
    look();
  }
  Instant now() const { return now_; }
  const test::Balance& balance() const { return balance_; }

  /// From attract to attract; now and then the child walks away.
  void visit() {
    const auto patience = 20 + luck_.below(150);
    for (std::uint32_t taps = 0; taps < patience; ++taps) {
      pass(Millis(450 + luck_.below(6000)));
      if (kiosk_.current().screen == "attract" && taps > 0) return;
      tap();
    }
    for (int i = 0; i < 1000 && kiosk_.current().screen != "attract"; ++i) pass(Millis(1000));
  }

 private:
  void tap() {
    const auto& targets = kiosk_.current().targets;
    if (targets.empty()) return;
    auto pick = targets[luck_.below(static_cast<std::uint32_t>(targets.size()))];
    const bool rare = pick.id == "home" || pick.id.rfind("language/", 0) == 0;
    if (rare && kiosk_.current().screen != "attract" && luck_.below(10) != 0) return;
    const Point at = pick.box.centre();
    kiosk_.touch({1, FingerPhase::down, at}, now_);
    pass(Millis(80));
    kiosk_.touch({1, FingerPhase::up, at}, now_);
    look();
  }
  void pass(Millis span) {
    now_ += span;
    kiosk_.advance(now_);
    look();
  }
  void look() {
    kiosk_.frame(now_);
    balance_.take(kiosk_.take_outbox().usage);
  }

  Random luck_{11};
  Kiosk kiosk_;
  Instant now_{};
  test::Balance balance_;
};

}  // namespace

int main(int argc, char** argv) try {
  const auto hours = std::chrono::hours(argc > 1 ? std::atol(argv[1]) : 24);
  test::Bundled bundled;
  PlayDay day(bundled);
  while (day.now().time_since_epoch() < hours / 4) day.visit();
  const long early = live_blocks;
  while (day.now().time_since_epoch() < hours) day.visit();
  const long late = live_blocks;
  const auto& b = day.balance();
  fmt::print(
      "{} visits, {} activities, {} questions; {} blocks of memory after a quarter, {} at the "
      "end\n",
      b.visits, b.started, b.shown, early, late);
  // Strings and lists of the last screen come and go; a leak of one block a visit would be
  // hundreds.
  const bool flat = late - early < 64;
  if (!flat) fmt::print("memory grows\n");
  if (!b.even()) fmt::print("what was started is not what was ended\n");
  return flat && b.even() ? 0 : 1;
} catch (const std::exception& e) {
  fmt::print(stderr, "visit_loop: {}\n", e.what());
  return 2;
}
