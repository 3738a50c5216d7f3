#include "store/folder_lock.h"

#include <doctest/doctest.h>

#include <system_error>

#include "store/data_folder.h"
#include "support/temp_folder.h"

using namespace nest::store;
using Kind = FolderLock::Kind;
using nest::test::TempFolder;

TEST_CASE("folder lock: one writer excludes all, readers only exclude writers") {
  const TempFolder folder;
  const auto file = folder / "kiosk.lock";
  CHECK_THROWS_AS(FolderLock::take(file, Kind::read), std::system_error);
  {
    const auto writer = FolderLock::take(file, Kind::write);
    REQUIRE(writer);
    CHECK(writer->holds(file));
    CHECK_FALSE(FolderLock::take(file, Kind::write));
    CHECK_FALSE(FolderLock::take(file, Kind::read));
  }
  const auto one = FolderLock::take(file, Kind::read);
  const auto two = FolderLock::take(file, Kind::read);
  CHECK(one);
  CHECK(two);
  CHECK_FALSE(FolderLock::take(file, Kind::write));
  std::filesystem::remove(file);
  CHECK_FALSE(one->holds(file));
}

TEST_CASE("data folder: XDG first, then home; a relative path is no path") {
  CHECK(data_folder("/data", "/home/me") == "/data/storknest");
  CHECK(data_folder("data", "/home/me") == "/home/me/.local/share/storknest");
  CHECK(data_folder("", "/home/me") == "/home/me/.local/share/storknest");
  CHECK(data_folder(nullptr, "/home/me") == "/home/me/.local/share/storknest");
  CHECK_FALSE(data_folder(nullptr, nullptr));
  CHECK_FALSE(data_folder("a", "b"));
}
