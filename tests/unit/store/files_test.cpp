#include "store/files.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

#include "support/faulty_disk.h"
#include "support/temp_folder.h"

using namespace nest::store;
using namespace nest::test;
namespace fs = std::filesystem;

namespace {

/// Which folders are as safe as they stand.
class SyncedFolders : private DiskWatch {
 public:
  std::set<fs::path> all;

 private:
  void done(const DiskChange& change) override {
    if (change.call != DiskCall::sync) return;
    const auto path = fs::read_symlink(fmt::format("/proc/self/fd/{}", change.file));
    if (fs::is_directory(path)) all.insert(path);
  }
};

}  // namespace

TEST_CASE("files: what is written comes back, and a larger file than allowed does not") {
  const TempFolder folder;
  write_file(folder / "a", "old");
  write_file(folder / "a", "hello");
  CHECK(read_file(folder / "a", 5) == "hello");
  CHECK_FALSE(read_file(folder / "a", 4));
  CHECK_FALSE(read_file(folder / "b", 4));
  CHECK_FALSE(read_file(folder.path(), 100));
  CHECK_FALSE(fs::exists(folder / "a.new"));
}

TEST_CASE("files: a folder that is made for a file is as safe as the file") {
  const TempFolder folder;
  const auto root = fs::canonical(folder.path());
  SyncedFolders synced;
  write_file(root / "kiosk" / "data" / "a", "hello");
  CHECK(synced.all == std::set{root, root / "kiosk", root / "kiosk" / "data"});
}

TEST_CASE("files: whichever sync of a new folder fails once, the next try makes it safe") {
  int nth = 1;
  for (bool reached = true; reached; ++nth) {
    CAPTURE(nth);
    const TempFolder folder;
    const auto root = fs::canonical(folder.path());
    SyncedFolders synced;
    FaultyDisk faulty;
    faulty.fail(DiskCall::sync, EIO, nth, false);
    try {
      make_folder(root / "kiosk/data/");
    } catch (const std::system_error&) {
      make_folder(root / "kiosk/data/");
    }
    CHECK(fs::is_directory(root / "kiosk" / "data"));
    CHECK(synced.all == std::set{root, root / "kiosk"});
    reached = faulty.failures() > 0;
  }
  CHECK(nth == 4);
}
