#include "store/working_file.h"

#include <doctest/doctest.h>

#include "store/files.h"
#include "store/tally_reader.h"
#include "unit/store/merge_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;
namespace fs = std::filesystem;

namespace {

/// As the kiosk's export does.
void save(const fs::path& tally, const fs::path& stick) {
  export_files(stick, {working_file(tally, stick).file});
}

}  // namespace

TEST_CASE(
    "working file: the kiosks of a room come together on one stick, each as often as it likes") {
  const TempFolder folder, stick;
  hold_workshop(folder / "a", "1111111111111111", 30);
  hold_workshop(folder / "b", "2222222222222222", 20);
  save(folder / "a", stick.path());
  save(folder / "b", stick.path());
  save(folder / "a", stick.path());
  CHECK(read_tally(stick / "working-file.db").tables.runs.size() == 2);
  CHECK(read_file(stick / "SHA256SUMS", 1000) ==
        sha256_hex(*read_file(stick / "working-file.db", 1U << 20U)) + "  working-file.db\n");
  CHECK(std::distance(fs::directory_iterator(stick.path()), {}) == 2);  // nothing else is left
}

TEST_CASE("working file: the report beside it is of all kiosks, and of this one's free play") {
  const TempFolder folder, stick;
  hold_workshop(folder / "a", "1111111111111111", 30);
  save(folder / "a", stick.path());
  hold_workshop(folder / "b", "2222222222222222", 20);
  {
    SqliteTally tally(options(folder / "b", 7));
    for (int i = 0; i < 11; ++i) tally.add({AddUse{{"visit"}}});
  }
  const auto figures = working_file(folder / "b", stick.path()).reading.figures;
  CHECK(figures.runs.size() == 2);
  CHECK(figures.visits() == 11);
}

TEST_CASE("working file: another file of its name, or a link beside it, is not touched") {
  const TempFolder folder, stick;
  hold_workshop(folder / "a", "1111111111111111", 30);
  write_file(folder / "letter", "dear");
  fs::create_symlink(folder / "letter", stick / "working-file.db.joined");
  save(folder / "a", stick.path());
  CHECK(read_file(folder / "letter", 10) == "dear");
  write_file(stick / "working-file.db", "no counters");
  CHECK_THROWS_AS(save(folder / "a", stick.path()), std::runtime_error);
  CHECK(read_file(stick / "working-file.db", 100) == "no counters");
  CHECK_FALSE(fs::exists(stick / "working-file.db.joined"));
}
