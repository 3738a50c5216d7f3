#include "store/tally_store.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "store/folder_lock.h"
#include "store/tally_schema.h"
#include "unit/store/tally_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;
namespace fs = std::filesystem;

TEST_CASE("tally: what is acknowledged is counted, and the file is tidy after close") {
  const TempFolder folder;
  {
    SqliteTally tally(options(folder / "made" / "here"));
    tally.add(visit());
    tally.add(answer(1));
    tally.add({});
    CHECK(tally.settle());
    CHECK(tally.acknowledged() == 3);
    CHECK(std::holds_alternative<Counting>(tally.state().now));
    CHECK(tally.state().waiting == 0);
  }
  const auto data = folder / "made" / "here";
  CHECK(number(data, "SELECT n FROM use_count WHERE what = 'visit'") == 1);
  CHECK(counted(data) == 1);
  CHECK_FALSE(fs::exists(data / "tally.db-wal"));
}

TEST_CASE("tally: what is added before the file is open is counted too, in close at the latest") {
  const TempFolder folder;
  play(folder.path(), 0, 25);
  CHECK(counted(folder.path()) == 25);
  CHECK(number(folder.path(), "SELECT sum(rev) FROM outcome") == 25);
}

TEST_CASE("tally: the same 200 answers in any order leave the same bytes") {
  const auto bytes_after = [](std::uint64_t order) {
    std::vector<int> answers(200);
    std::iota(answers.begin(), answers.end(), 0);
    if (order > 0) Random(order).shuffle(std::span(answers));
    const TempFolder folder;
    for (std::size_t part = 0; part < 2; ++part) {  // with a restart in the middle
      SqliteTally tally(options(folder.path()));
      for (std::size_t i = 0; i < 100; ++i) tally.add(answer(answers[100 * part + i]));
    }
    CHECK(counted(folder.path()) == 200);
    return bytes(folder / kTallyFile);
  };
  const auto reference = bytes_after(0);
  REQUIRE(reference.size() > 4096);
  for (std::uint64_t order = 1; order <= 8; ++order) {
    CAPTURE(order);
    CHECK(bytes_after(order) == reference);
  }
}

TEST_CASE("tally: written one by one or all at once after trouble, the bytes are the same") {
  const TempFolder straight, delayed;
  play(straight.path(), 0, 50);
  {
    fs::create_directories(delayed.path());
    auto other = FolderLock::take(delayed / kLockFile, FolderLock::Kind::write);
    SqliteTally tally(options(delayed.path()));
    for (int i = 0; i < 50; ++i) tally.add(answer(i));
    CHECK_FALSE(tally.settle());
    CHECK(tally.acknowledged() == 0);
    other.reset();
  }
  CHECK(bytes(straight / kTallyFile) == bytes(delayed / kTallyFile));
}

TEST_CASE("tally: free play is one run without a day, continued at the next start") {
  const TempFolder folder;
  play(folder.path(), 0, 3);
  {
    SqliteTally tally(options(folder.path(), 99));
    tally.add(answer(3));
  }
  CHECK(number(folder.path(), "SELECT count(*) FROM run") == 1);
  CHECK(number(folder.path(), "SELECT day IS NULL AND mode = 'free' AND closed = 0 FROM run") == 1);
  CHECK(number(folder.path(), "SELECT count(DISTINCT run) FROM outcome") == 1);
  CHECK(number(folder.path(), "SELECT id = '910a2dec89025cc1' FROM run") == 1);
  CHECK(counted(folder.path()) == 4);
}

TEST_CASE("tally: a run with a damaged row is closed as it stands; counting goes on in a new one") {
  const TempFolder folder;
  play(folder.path(), 0, 10);
  {
    Database vandal((folder / kTallyFile).string(), Database::Access::create);
    vandal.exec("UPDATE outcome SET n = n + 1 WHERE option = 'option-0'");
  }
  const auto damaged = counted(folder.path());
  play(folder.path(), 10, 5);
  CHECK(counted(folder.path()) == damaged + 5);
  CHECK(number(folder.path(), "SELECT count(*) FROM run") == 2);
  CHECK(number(folder.path(), "SELECT count(*) FROM run WHERE closed = 0") == 1);
  CHECK(number(folder.path(), "SELECT sum(n) FROM outcome JOIN run ON run = id WHERE closed = 0") ==
        5);
}

TEST_CASE("tally: a row damaged while we count is not counted on") {
  const TempFolder folder;
  {
    SqliteTally tally(options(folder.path()));
    tally.add(answer(1));
    REQUIRE(tally.settle());
    Database((folder / kTallyFile).string(), Database::Access::create)
        .exec("UPDATE outcome SET n = 1000");
    tally.add(answer(1));
    CHECK(tally.settle());
  }
  CHECK(counted(folder.path()) == 1001);
  CHECK(number(folder.path(), "SELECT count(*) FROM run") == 2);
}

TEST_CASE("tally: a closed run stays closed") {
  const TempFolder folder;
  play(folder.path(), 0, 1);
  const auto& table = shape(TallyTable::run);
  {
    Database database((folder / kTallyFile).string(), Database::Access::create);
    Statement run(database, select_rows(table));
    REQUIRE(run.step());
    auto columns = read_row(table, run);
    columns.pop_back();
    columns[7] = std::int64_t{1};
    run.reset();
    database.exec(fmt::format("UPDATE run SET closed = 1, crc = {}", row_crc("run", columns)));
  }
  {
    SqliteTally tally(options(folder.path(), 2));
    tally.add(answer(1));
  }
  CHECK(number(folder.path(), "SELECT count(*) FROM run") == 2);
  CHECK(number(folder.path(), "SELECT count(DISTINCT run) FROM outcome") == 2);
}
