// The power goes just when an answer was acknowledged, after a disk that did not sync.
#include <doctest/doctest.h>

#include "support/faulty_disk.h"
#include "support/recorded_disk.h"
#include "unit/store/tally_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;

namespace {

/// What is counted after a power cut now, of which nothing that was not synced survives.
std::int64_t counted_after_cut(const RecordedDisk& disk) {
  const TempFolder left;
  Random luck(1);
  disk.cut(disk.moment(), RecordedDisk::Unsynced::nothing, luck, left.path());
  return std::filesystem::exists(left / kTallyFile) ? counted(left.path()) : 0;
}

}  // namespace

TEST_CASE("tally: whichever sync of a new file fails once, what is acknowledged survives a cut") {
  int nth = 1;
  for (bool reached = true; reached; ++nth) {
    CAPTURE(nth);
    const TempFolder folder;
    const RecordedDisk recorded(folder.path());
    FaultyDisk faulty;
    faulty.fail(DiskCall::sync, EIO, nth, false);
    SqliteTally tally(options(folder.path()));
    tally.add(answer(1));
    eventually([&] { return tally.acknowledged() == 1; });
    CHECK(counted_after_cut(recorded) == 1);
    reached = faulty.failures() > 0;
  }
  CHECK(nth > 5);
}

TEST_CASE("tally: a commit whose sync failed is acknowledged when it is on the disk, not before") {
  const TempFolder folder;
  const RecordedDisk recorded(folder.path());
  FaultyDisk faulty;
  SqliteTally tally(options(folder.path()));
  tally.add(answer(1));
  REQUIRE(tally.settle());
  // For ever, so that the log cannot be copied into the file either and stays as it is.
  faulty.fail(DiskCall::sync, EIO);
  tally.add(answer(2));
  eventually([&] { return trouble(tally.state()) != nullptr; });
  faulty.heal();
  eventually([&] { return tally.acknowledged() == 2; });
  CHECK(counted_after_cut(recorded) == 2);
}
