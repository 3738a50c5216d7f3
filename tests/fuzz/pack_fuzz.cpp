// Any bytes as pack.json. What is accepted must be playable: a whole visit with taps on whatever is
// there ends without a stuck screen.
#include <cstdint>
#include <cstdlib>

#include "core/packs/read_pack.h"
#include "core/shell/kiosk.h"
#include "store/json.h"

namespace {

using namespace nest;

class Ruler : public TextMeasure {
 public:
  float width(std::string_view text, const TextStyle& style) const override {
    return static_cast<float>(text.size()) * style.size / 2;
  }
  bool covers(char32_t c) const override { return c < 0x3000; }
};

const std::map<std::string, Rig, std::less<>>& rigs() {
  static const auto made = [] {
    std::map<std::string, Rig, std::less<>> all;
    Rig mila;
    mila.id = "mila";
    mila.width = mila.height = 600;
    mila.parts.push_back({"wing", "mila/wing.svg", {0, 0, 10, 10}, {5, 5}, {}, false});
    for (const auto* clip : {"wave", "talk", "think", "cheer", "point", "idle"}) {
      mila.clips[clip] = {};
    }
    all.emplace("mila", std::move(mila));
    return all;
  }();
  return made;
}

void finger(Kiosk& kiosk, Point at, Instant now) {
  kiosk.touch({1, FingerPhase::down, at}, now);
  kiosk.frame(now + Millis(40));
  kiosk.touch({1, FingerPhase::up, at}, now + Millis(80));
}

/// Taps one target after another, another one each time, and lets time pass.
void visit(Pack pack, std::uint64_t seed) {
  static const Ruler ruler;
  static const std::map<Lang, Catalog> catalogs{{Lang("pl"), {Lang("pl"), {}}},
                                                {Lang("lt"), {Lang("lt"), {}}}};
  KioskSetup setup;
  setup.seed = seed;
  Kiosk kiosk(setup, catalogs, ruler, {});
  kiosk.set_rigs(rigs());
  std::vector<Pack> packs;
  packs.push_back(std::move(pack));
  kiosk.set_packs(std::move(packs), "", Instant{});
  Random luck(seed);
  Instant now{};
  for (int step = 0; step < 60; ++step) {
    now += Millis(700 + (step % 7 == 0 ? 9000 : 0));
    kiosk.advance(now);
    const auto& targets = kiosk.frame(now).targets;
    if (targets.empty()) continue;
    finger(kiosk, targets[luck.below(static_cast<std::uint32_t>(targets.size()))].box.centre(),
           now);
    now += Millis(100);
    kiosk.advance(now);
    kiosk.take_outbox();
  }
  now += Millis(1000);
  for (int quiet = 0; quiet < 400; ++quiet) {
    now += Millis(5000);
    kiosk.advance(now);
    if (kiosk.frame(now).screen == "attract") return;
  }
  std::abort();  // a screen that never goes back
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Ruler ruler;
  Diagnostics out;
  PackFiles files;
  files.name = "fuzz";
  files.manifest =
      store::parse_json("pack.json", std::string(reinterpret_cast<const char*>(bytes), size), out);
  files.media = {{"media/soap.png", {MediaKind::png, 100, 100, 0}},
                 {"media/splash.ogg", {MediaKind::ogg, 0, 0, 1}}};
  const Surroundings around{
      {"meadow-morning", "soap", "towel"}, {"drop"}, &rigs(), &ruler, {}, true};
  auto pack = read_pack(files, around, out);
  for (const auto& d : out.list()) to_text(d);
  if (pack) visit(std::move(*pack), size);
  return 0;
}
