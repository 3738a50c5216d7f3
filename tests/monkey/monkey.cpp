// Random touches over the bundled packs: nothing may crash, no screen may be stuck (left alone, the
// kiosk returns to its attract screen), and everything that was started must be ended.
//   monkey SEEDS TOUCHES [FIRST_SEED]
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "core/packs/narration.h"
#include "support/bundled.h"

namespace {

using namespace nest;

class Monkey {
 public:
  Monkey(test::Bundled& bundled, std::uint64_t seed)
      : bundled_(bundled),
        beyond_(beyond(bundled)),
        luck_(seed),
        kiosk_(setup(seed), bundled.catalogs, bundled.measure, {}) {
    kiosk_.set_rigs(bundled.rigs);
    look();
    kiosk_.set_packs(recorded(bundled), "SN-1", now_);
    look();
  }

  /// The packs as if each sentence of their narration were recorded, and the interface too: what is
  /// said without a recording then is missing from the lists that storknest-pack narration prints.
  static std::vector<Pack> recorded(test::Bundled& bundled) {
    auto packs = bundled.packs();
    for (auto& pack : packs) {
      const auto all = narration(pack);
      for (const auto& sentence : all.sentences) {
        pack.content.recordings.insert(recording_stem(all, sentence) + ".ogg");
      }
    }
    return packs;
  }
  /// More stars than the narration counts, which only a monkey gathers.
  static std::set<std::string> beyond(const test::Bundled& bundled) {
    std::set<std::string> texts;
    for (const auto& [lang, catalog] : bundled.catalogs) {
      for (long n = 13; n < 300; ++n) {
        texts.insert(phrase(catalog, "farewell.stars", {{"n", n}}).text);
      }
    }
    return texts;
  }
  static void record_interface(test::Bundled& bundled) {
    std::map<Lang, std::set<std::string>> files;
    for (const auto& sentence : narration(bundled.catalogs).sentences) {
      files[sentence.lang].insert(sentence.id + ".ogg");
    }
    for (auto& [lang, catalog] : bundled.catalogs) catalog.set_recordings(files[lang]);
  }

  /// Empty if all went well, else what did not.
  std::string run(int touches) {
    for (int i = 0; i < touches && fault_.empty(); ++i) {
      touch();
      if (luck_.below(10) == 0) disturb();
      if (i % 400 == 399) rest();
    }
    if (fault_.empty()) rest();
    return fault_;
  }
  const test::Balance& balance() const { return balance_; }
  const std::set<std::string>& screens() const { return screens_; }

 private:
  static KioskSetup setup(std::uint64_t seed) {
    KioskSetup s;
    s.seed = seed;
    s.calm = seed % 4 == 3;
    s.show_pending = seed % 5 == 4;
    return s;
  }
  Point somewhere() {
    const auto& targets = kiosk_.current().targets;
    if (!targets.empty() && luck_.below(10) < 8) {
      const auto& target = targets[luck_.below(static_cast<std::uint32_t>(targets.size()))];
      // Home now and then only, else nobody would ever see the farewell.
      if (target.id != "home" || luck_.below(10) == 0) return target.box.centre();
    }
    return {static_cast<float>(luck_.below(1920)), static_cast<float>(luck_.below(1080))};
  }
  /// A finger lands and is lifted, sometimes later, elsewhere, or never.
  void touch() {
    const auto id = static_cast<std::int64_t>(luck_.below(10) < 8 ? 1 : luck_.below(5));
    const Point at = somewhere();
    feed({id, FingerPhase::down, at});
    pass(Millis(luck_.below(10) == 0 ? luck_.below(1500) : luck_.below(200)));
    if (luck_.below(8) == 0) feed({id, FingerPhase::move, somewhere()});
    if (luck_.below(30) != 0) feed({id, FingerPhase::up, luck_.below(8) == 0 ? somewhere() : at});
    pass(Millis(luck_.below(20) == 0 ? luck_.below(40'000) : luck_.below(900)));
    look();
  }
  void feed(const Finger& finger) {
    kiosk_.touch(finger, now_);
    if (luck_.below(4) != 0) look();
  }
  void disturb() {
    switch (luck_.below(40)) {
      case 0:
        kiosk_.set_packs(recorded(bundled_), "SN-1", now_);
        break;
      case 1:
        kiosk_.set_screen({0.113F + static_cast<float>(luck_.below(30)) / 100});
        break;
      case 2:
        kiosk_.choose_language(luck_.below(2) == 0 ? Lang("pl") : Lang("lt"), now_);
        break;
      case 3:
        kiosk_.end_visit(VisitEnd::home, now_);
        break;
      default:
        if (heard_.empty()) return;
        auto spoken = estimate(heard_.back().text);
        spoken.length = Millis(luck_.below(12'000));
        kiosk_.learn(heard_.back(), spoken);
    }
    look();
  }
  /// Everybody goes away; a lesson may play to its end before the idle time begins.
  void rest() {
    for (std::int64_t id = 0; id < 5; ++id) feed({id, FingerPhase::up, {0, 0}});
    for (int i = 0; i < 600 && kiosk_.current().screen != "attract"; ++i) {
      pass(Millis(1000));
      look();
    }
    if (kiosk_.current().screen != "attract") fault_ = "stuck on " + kiosk_.current().screen;
    if (fault_.empty() && !balance_.even()) fault_ = "what was started is not what was ended";
  }
  void pass(Millis span) {
    const Instant end = now_ + span;
    while (now_ < end) {
      now_ = std::min(end, now_ + Millis(1 + luck_.below(120)));
      kiosk_.advance(now_);
      if (luck_.below(8) == 0) look();
    }
  }
  void look() {
    const auto& frame = kiosk_.frame(now_);
    screens_.insert(frame.screen);
    for (const auto& t : frame.targets) {
      const Point c = t.box.centre();
      const bool sound = std::isfinite(t.box.w) && !t.box.empty() && kCanvas.contains(c);
      if (!sound)
        fault_ = fmt::format("{}: nobody can touch {} at {:.0f},{:.0f} {:.0f}x{:.0f}", frame.screen,
                             t.id, t.box.x, t.box.y, t.box.w, t.box.h);
    }
    for (const auto& op : frame.ops) {
      const Rect b = bounds(op);
      if (!std::isfinite(b.x + b.y + b.w + b.h)) fault_ = frame.screen + ": an op without bounds";
    }
    if (frame.screen != "attract" && frame.targets.empty()) fault_ = "no way on " + frame.screen;
    auto out = kiosk_.take_outbox();
    balance_.take(out.usage);
    for (const auto& cue : out.cues) {
      const auto* say = std::get_if<Say>(&cue);
      if (say == nullptr) continue;
      heard_ = {say->what};
      if (say->what.recording.empty() && beyond_.count(say->what.text) == 0) {
        fault_ = "not in the narration: " + say->what.text;
      }
    }
  }

  test::Bundled& bundled_;
  std::set<std::string> beyond_;
  Random luck_;
  Kiosk kiosk_;
  Instant now_{};
  test::Balance balance_;
  std::vector<Utterance> heard_;
  std::set<std::string> screens_;
  std::string fault_;
};

}  // namespace

int main(int argc, char** argv) try {
  const long seeds = argc > 1 ? std::atol(argv[1]) : 5;
  const int touches = argc > 2 ? std::atoi(argv[2]) : 4000;
  const long first = argc > 3 ? std::atol(argv[3]) : 1;
  test::Bundled bundled;
  Monkey::record_interface(bundled);
  int faults = 0;
  for (long seed = first; seed < first + seeds; ++seed) {
    Monkey monkey(bundled, static_cast<std::uint64_t>(seed));
    const auto fault = monkey.run(touches);
    const auto& b = monkey.balance();
    std::string screens;
    for (const auto& s : monkey.screens()) screens += " " + s;
    fmt::print("seed {}: {} visits, {} activities, {} of {} questions answered;{}\n", seed,
               b.visits, b.started, b.answered, b.shown, screens);
    if (fault.empty()) continue;
    fmt::print("seed {}: {}\n", seed, fault);
    ++faults;
  }
  return faults == 0 ? 0 : 1;
} catch (const std::exception& e) {
  fmt::print(stderr, "monkey: {}\n", e.what());
  return 2;
}
