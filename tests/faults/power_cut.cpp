// A busy kiosk (busy_kiosk.h) loses its power at random moments, and with it what it had not
// synced; sometimes a sync had failed before. What was acknowledged must be there when it starts
// again, nothing twice, all whole.
// usage: power_cut CUTS [SEED] [careless]
//   careless: SQLite does not sync at each commit (synchronous=NORMAL). That passes a kill; here
//   it has to lose something, else this program sees nothing, and fails.
#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

#include "faults/aftermath.h"
#include "faults/campaign.h"
#include "support/faulty_disk.h"
#include "support/recorded_disk.h"
#include "support/temp_folder.h"

namespace {

using namespace nest;
using namespace nest::test;

constexpr int kCutsInLife = 10;

/// What was told at the latest when the disk had seen so many changes.
struct Mark {
  std::size_t moment;
  Told told;
};

/// SQLite calls this for each connection that opens: it begins with NORMAL, and nothing that the
/// store asks for changes it.
int open_carelessly(sqlite3* database, char** /*error*/, const sqlite3_api_routines* /*api*/) {
  sqlite3_exec(database, "PRAGMA synchronous=NORMAL", nullptr, nullptr, nullptr);
  const auto allow = [](void*, int action, const char* name, const char* value, const char*,
                        const char*) {
    const bool safer = action == SQLITE_PRAGMA && value && name == std::string("synchronous") &&
                       value == std::string("FULL");
    return safer ? SQLITE_IGNORE : SQLITE_OK;
  };
  return sqlite3_set_authorizer(database, allow, nullptr);
}

void make_careless() {
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(&open_carelessly));
}

class Life {
 public:
  Life(Random& luck, const std::filesystem::path& other) : luck_(luck), other_(other) {
    RecordedDisk* const disk = &disk_;
    const auto hear = [this, disk](const News& news) {
      told_.hear(news);
      marks_.push_back({disk->moment(), told_});
    };
    FaultyDisk faulty;
    BusyKiosk kiosk({folder_.path(), other_}, {}, luck.next(), hear);
    if (luck.below(2) == 0) {
      faulty.fail(DiskCall::sync, EIO, 1 + static_cast<int>(luck.below(60)), luck.below(2) == 0);
    }
    do {
      for (auto steps = 5 + luck.below(20); steps > 0; --steps) try_step(kiosk);
    } while (marks_.empty());
    faulty.heal();
    while (!kiosk.settle()) std::this_thread::sleep_for(Millis(1));
  }

  /// What is wrong after a cut.
  std::vector<std::string> cut() {
    const TempFolder folder;
    const auto moment = any_moment();
    const auto unsynced =
        luck_.below(2) == 0 ? RecordedDisk::Unsynced::nothing : RecordedDisk::Unsynced::some;
    disk_.cut(moment, unsynced, luck_, folder.path());
    const auto told = told_until(moment);
    const Places places{folder.path(), other_};
    const auto wrong = wrong_after(places, told);
    if (!wrong.empty() || luck_.below(4) > 0) return wrong;
    // A kiosk that starts again finds all that a reader found.
    {
      const store::SqliteTally next(
          {folder.path(), Random(luck_.next()), [] { return Instant{}; }});
    }
    return wrong_after(places, told);
  }
  std::int64_t acknowledged() const { return told_.acknowledged; }

 private:
  static void try_step(BusyKiosk& kiosk) {
    try {
      kiosk.step();
    } catch (const std::runtime_error&) {
      // The sync that failed was this one's, and it said so.
    }
  }
  /// Half of them just when something was acknowledged, where a missing sync shows.
  std::size_t any_moment() {
    if (luck_.below(2) == 0) return luck_.below(static_cast<std::uint32_t>(disk_.moment()) + 1);
    return marks_[luck_.below(static_cast<std::uint32_t>(marks_.size()))].moment;
  }
  Told told_until(std::size_t moment) const {
    Told told;
    for (const auto& mark : marks_) {
      if (mark.moment <= moment) told = mark.told;
    }
    return told;
  }

  Random& luck_;
  const std::filesystem::path other_;
  TempFolder folder_;
  RecordedDisk disk_{folder_.path()};
  Told told_;
  std::vector<Mark> marks_;
};

int run(int cuts, std::uint64_t seed, bool careless) {
  const TempFolder other;
  make_other_tally(other.path());
  if (careless) make_careless();
  Random luck(seed);
  std::int64_t acknowledged = 0;
  int bad = 0;
  for (int done = 0; done < cuts && (careless || bad == 0);) {
    Life life(luck, other.path());
    acknowledged += life.acknowledged();
    for (int i = 0; i < kCutsInLife && done < cuts; ++i, ++done) {
      const auto wrong = life.cut();
      bad += wrong.empty() ? 0 : 1;
      for (const auto& what : wrong) fmt::print(stderr, "{}\n", what);
    }
  }
  fmt::print("{} power cuts, {} additions acknowledged, {} cuts lost something{}\n", cuts,
             acknowledged, bad, careless ? ", as they must without a sync" : "");
  return (bad > 0) == careless ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const bool careless = argc > 3 && argv[3] == std::string("careless");
  return nest::test::campaign("power_cut", argc, argv, [&](int cuts, std::uint64_t seed) {
    return run(cuts, seed, careless);
  });
}
