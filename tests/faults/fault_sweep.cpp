// A busy kiosk (busy_kiosk.h) meets a disk on which the Nth write, sync, truncate, rename or open
// fails, once or for some time, because it is full, broken or can only be read. All goes on; when
// the disk is well again, nothing is lost, nothing is there twice, all is whole.
// usage: fault_sweep POINTS [SEED]     (points where it fails, drawn by luck)
#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <thread>

#include "faults/aftermath.h"
#include "faults/campaign.h"
#include "support/faulty_disk.h"
#include "support/temp_folder.h"

namespace {

using namespace nest;
using namespace nest::test;

constexpr std::array kCalls{DiskCall::write, DiskCall::truncate, DiskCall::sync, DiskCall::rename,
                            DiskCall::open};
constexpr std::array kNames{"write", "truncate", "sync", "rename", "open"};
constexpr std::array kErrors{ENOSPC, EIO, EROFS};

struct Point {
  std::size_t call = 0;
  int error = 0;
  int nth = 0;
  bool for_ever = false;
};

struct Sums {
  std::int64_t acknowledged = 0;
  int hit = 0, refused = 0, wrong = 0;
};

/// What a disk that fails may refuse, with a sentence.
int try_steps(BusyKiosk& kiosk, std::uint32_t steps) {
  int refused = 0;
  for (; steps > 0; --steps) {
    try {
      kiosk.step();
    } catch (const std::runtime_error&) {
      ++refused;
    }
  }
  return refused;
}

/// One life with one fault, and another one of its kind while it closes.
void live(const Point& point, const Places& places, std::uint64_t seed, Told& told, Sums& sums) {
  constexpr std::uint32_t kSteps = 12;
  FaultyDisk disk;
  disk.fail(kCalls.at(point.call), point.error, point.nth, point.for_ever);
  {
    BusyKiosk kiosk(places, {}, seed, [&](const News& news) { told.hear(news); });
    sums.refused += try_steps(kiosk, kSteps);
    disk.heal();
    const int after = try_steps(kiosk, kSteps / 2);
    if (after > 0) throw std::runtime_error("a disk that is well again is refused");
    while (!kiosk.settle()) std::this_thread::sleep_for(Millis(1));
    sums.hit += disk.failures() > 0 ? 1 : 0;
    disk.fail(kCalls.at(point.call), point.error, 1, point.for_ever);
  }
}

void meet(const Point& point, const std::filesystem::path& other, std::uint64_t seed, Sums& sums) {
  const TempFolder folder;
  const Places places{folder.path(), other};
  Told told;
  live(point, places, seed, told, sums);
  sums.acknowledged += told.acknowledged;
  auto wrong = wrong_after(places, told);
  if (told.acknowledged != told.sent) wrong.emplace_back("something waits for ever");
  for (const auto& what : wrong) {
    fmt::print(stderr, "{} {} fails {} with {}, seed {}: {}\n", kNames.at(point.call), point.nth,
               point.for_ever ? "from then on" : "once", point.error, seed, what);
    ++sums.wrong;
  }
}

int run(int points, std::uint64_t seed) {
  const TempFolder other;
  make_other_tally(other.path());
  Random luck(seed);
  Sums sums;
  for (int i = 0; i < points && sums.wrong == 0; ++i) {
    Point point{luck.below(kCalls.size()), kErrors.at(luck.below(kErrors.size())), 0,
                luck.below(2) == 0};
    // Of writes and syncs there are hundreds, of the others a handful.
    const bool many = kCalls.at(point.call) == DiskCall::write;
    point.nth = 1 + static_cast<int>(luck.below(luck.below(2) == 0 ? 10 : many ? 200 : 50));
    meet(point, other.path(), luck.next(), sums);
  }
  fmt::print(
      "{} faults, {} of them met, {} merges and exports refused, {} additions acknowledged, "
      "{} problems\n",
      points, sums.hit, sums.refused, sums.acknowledged, sums.wrong);
  return sums.wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  return nest::test::campaign("fault_sweep", argc, argv, run);
}
