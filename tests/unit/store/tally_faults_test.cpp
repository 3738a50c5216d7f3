// Trouble with the disk: play goes on, the state says why, nothing is lost or counted twice.
#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "store/folder_lock.h"
#include "store/tally_schema.h"
#include "store/tally_store.h"
#include "support/faulty_disk.h"
#include "unit/store/tally_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;
namespace fs = std::filesystem;
using Call = FaultyDisk::Call;

namespace {

bool sound(const fs::path& folder) {
  Database database((folder / kTallyFile).string());
  Statement check(database, "PRAGMA integrity_check");
  return check.step() && check.column(0) == SqlValue("ok");
}

/// Takes the right to write the folder and its files away, also from root.
class ReadOnly {
 public:
  explicit ReadOnly(const fs::path& folder) : folder_(folder) {
    for (const auto& entry : fs::directory_iterator(folder)) fs::permissions(entry, kRead);
    fs::permissions(folder, kRead | fs::perms::owner_exec | fs::perms::others_exec);
    if (user_ == 0) CHECK(::seteuid(kNobody) == 0);
  }
  ReadOnly(const ReadOnly&) = delete;
  ReadOnly& operator=(const ReadOnly&) = delete;
  ~ReadOnly() { allow(); }
  void allow() const {
    if (user_ == 0) CHECK(::seteuid(user_) == 0);
    fs::permissions(folder_, fs::perms::owner_all);
    for (const auto& entry : fs::directory_iterator(folder_)) {
      fs::permissions(entry, fs::perms::owner_read | fs::perms::owner_write);
    }
  }

 private:
  static constexpr auto kRead = fs::perms::owner_read | fs::perms::others_read;
  static constexpr uid_t kNobody = 65534;
  fs::path folder_;
  uid_t user_ = ::geteuid();
};

/// Starts well, meets the fault, goes on when it is over; nothing may be missing or doubled.
void survives(Call call, int error, NotCountingReason expected) {
  const TempFolder folder;
  FaultyDisk disk;
  {
    SqliteTally tally(options(folder.path()));
    tally.add(answer(1));
    REQUIRE(tally.settle());
    disk.fail(call, error);
    for (int i = 2; i < 6; ++i) tally.add(answer(i));
    eventually([&] { return trouble(tally.state()) != nullptr; });
    const auto state = tally.state();
    CAPTURE(trouble(state)->detail);
    CHECK(trouble(state)->reason == expected);
    CHECK(trouble(state)->since == Instant(Millis(1234)));
    CHECK_FALSE(trouble(state)->detail.empty());
    CHECK(tally.acknowledged() == 1);
    CHECK(state.waiting == 4);
    disk.heal();
    eventually([&] { return tally.acknowledged() == 5; });
    eventually([&] { return std::holds_alternative<Counting>(tally.state().now); });
    CHECK(tally.state().lost == 0);
  }
  CHECK(counted(folder.path()) == 5);
  CHECK(sound(folder.path()));
}

void broken_file_is_set_aside(const TempFolder& folder) {
  const auto before = bytes(folder / kTallyFile);
  {
    SqliteTally tally(options(folder.path()));
    tally.add(answer(1));
    CHECK(tally.settle());
    CHECK(tally.state().set_aside == std::vector<std::string>{"tally.broken-1.db"});
  }
  CHECK(counted(folder.path()) == 1);
  CHECK(bytes(folder / "tally.broken-1.db") == before);
}

}  // namespace

TEST_CASE("tally: a full disk") {
  survives(Call::write, ENOSPC, NotCountingReason::disk_full);
}

TEST_CASE("tally: a disk that cannot write") {
  survives(Call::write, EIO, NotCountingReason::io_error);
}

TEST_CASE("tally: a disk that cannot sync; the commit that failed is not counted twice") {
  survives(Call::sync, EIO, NotCountingReason::io_error);
}

TEST_CASE("tally: a folder that can only be read") {
  const TempFolder folder;
  play(folder.path(), 0, 1);
  {
    const ReadOnly denied(folder.path());
    SqliteTally tally(options(folder.path()));
    tally.add(answer(2));
    eventually([&] { return trouble(tally.state()) != nullptr; });
    CAPTURE(trouble(tally.state())->detail);
    CHECK(trouble(tally.state())->reason == NotCountingReason::read_only);
    denied.allow();
    eventually([&] { return tally.acknowledged() == 1; });
  }
  CHECK(counted(folder.path()) == 2);
}

TEST_CASE("tally: a folder that cannot be made; closing does not hang") {
  const TempFolder folder;
  std::ofstream(folder / "file") << "x";
  SqliteTally tally(options(folder / "file" / "below"));
  tally.add(answer(1));
  CHECK_FALSE(tally.settle());
  CHECK(trouble(tally.state())->reason == NotCountingReason::read_only);
}

TEST_CASE("tally: another program that holds the database delays, no more") {
  const TempFolder folder;
  play(folder.path(), 0, 1);
  {
    Database other((folder / kTallyFile).string(), Database::Access::create);
    Transaction held(other);
    other.exec("UPDATE outcome SET n = n");
    SqliteTally tally(options(folder.path()));
    tally.add(answer(1));
    eventually([&] { return trouble(tally.state()) != nullptr; });
    CHECK(trouble(tally.state())->reason == NotCountingReason::locked);
    held.commit();
    eventually([&] { return tally.acknowledged() == 1; });
  }
  CHECK(counted(folder.path()) == 2);
}

TEST_CASE("tally: two kiosks on one folder: the second says so and takes over when it may") {
  const TempFolder folder;
  {
    auto first = std::make_unique<SqliteTally>(options(folder.path(), 1));
    first->add(answer(1));
    REQUIRE(first->settle());
    SqliteTally second(options(folder.path(), 2));
    second.add(answer(2));
    CHECK_FALSE(second.settle());
    CHECK(trouble(second.state())->reason == NotCountingReason::other_kiosk);
    first->add(answer(3));
    CHECK(first->settle());
    first.reset();
    eventually([&] { return second.acknowledged() == 1; });
  }
  CHECK(counted(folder.path()) == 3);
}

TEST_CASE("tally: each single failure of a write or a sync loses nothing and doubles nothing") {
  for (const auto call : {Call::write, Call::sync}) {
    for (const int error : {ENOSPC, EIO}) {
      int nth = 1;
      for (bool reached = true; reached; ++nth) {
        CAPTURE(nth);
        const TempFolder folder;
        FaultyDisk disk;
        disk.fail(call, error, nth, false);
        {
          SqliteTally tally(options(folder.path()));
          for (int i = 0; i < 4; ++i) tally.add(answer(i));
          eventually([&] { return tally.acknowledged() == 4; });
          CHECK(tally.state().set_aside.empty());
        }
        reached = disk.failures() > 0;
        disk.heal();
        CHECK(counted(folder.path()) == 4);
        CHECK(number(folder.path(), "SELECT sum(rev) FROM outcome") == 4);
        CHECK(sound(folder.path()));
      }
      CHECK(nth > 10);
    }
  }
}

TEST_CASE("tally: a file that is no database is set aside and a fresh one begins") {
  const TempFolder folder;
  std::ofstream(folder / kTallyFile) << std::string(5000, 'x');
  broken_file_is_set_aside(folder);
}

TEST_CASE("tally: a file of a newer version is set aside") {
  const TempFolder folder;
  play(folder.path(), 0, 1);
  Database((folder / kTallyFile).string(), Database::Access::create)
      .exec(fmt::format("PRAGMA user_version = {}", kTallyVersion + 1));
  broken_file_is_set_aside(folder);
}

TEST_CASE("tally: a database of another program is set aside") {
  const TempFolder folder;
  Database((folder / kTallyFile).string(), Database::Access::create).exec("CREATE TABLE t (a)");
  broken_file_is_set_aside(folder);
}

TEST_CASE("tally: a file whose structure is broken is set aside, the next one under a new number") {
  const TempFolder folder;
  std::ofstream(folder / "tally.broken-1.db") << "kept";
  for (int number = 2; number < 4; ++number) {
    play(folder.path(), 0, 60);
    std::fstream(folder / kTallyFile, std::ios::in | std::ios::out | std::ios::binary).seekp(4096)
        << std::string(512, '\xFF');
    SqliteTally tally(options(folder.path()));
    CHECK(tally.settle());
    CHECK(tally.state().set_aside ==
          std::vector<std::string>{fmt::format("tally.broken-{}.db", number)});
  }
  CHECK(bytes(folder / "tally.broken-1.db") == "kept");
}

TEST_CASE("tally: a file that somebody deletes while we count is begun again") {
  const TempFolder folder;
  {
    SqliteTally tally(options(folder.path()));
    tally.add(answer(1));
    REQUIRE(tally.settle());
    for (const auto* const end : {"", "-wal", "-shm"}) {
      fs::remove(folder / (std::string(kTallyFile) + end));
    }
    tally.add(answer(2));
    CHECK(tally.settle());
  }
  CHECK(counted(folder.path()) == 1);
  CHECK(sound(folder.path()));
}

TEST_CASE(
    "tally: a workshop deleted while the disk was away; the commit that failed is not counted "
    "twice") {
  const std::string run = "00000000000000aa";
  int nth = 1;
  for (bool reached = true; reached; ++nth) {
    CAPTURE(nth);
    const TempFolder folder;
    play(folder.path(), 0, 1);
    {
      FaultyDisk disk;
      disk.fail(DiskCall::open, EACCES);
      SqliteTally tally(options(folder.path()));
      tally.add(answer(1));
      tally.take(RunInfo{run, "paired", "2026-05-04", "alytus", "B", "10-14", "37"});
      tally.add(answer(2), run);
      tally.take(CloseRun{run});
      tally.take(DropRun{run});
      CHECK_FALSE(tally.settle());
      disk.fail(DiskCall::sync, EIO, nth);
      eventually([&] { return disk.failures() > 9 || tally.acknowledged() == 5; });
      reached = tally.acknowledged() < 5;
      disk.heal();
      eventually([&] { return tally.acknowledged() == 5; });
    }
    CHECK(counted(folder.path()) == 2);
    CHECK(number(folder.path(), "SELECT count(*) FROM run WHERE mode <> 'free'") == 0);
  }
  CHECK(nth > 3);
}
