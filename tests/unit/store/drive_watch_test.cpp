#include "store/drive_watch.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "support/temp_folder.h"

using namespace nest;
using namespace nest::store;
namespace fs = std::filesystem;

namespace {

/// A folder counts as mounted if its name begins with a capital letter.
struct Room {
  Room() {
    options.folder = folder.path();
    options.roots = {folder / "media", folder / "run"};
    options.mounted = [](const fs::path& path) {
      const char first = path.filename().string().front();
      return first >= 'A' && first <= 'Z';
    };
    options.every = std::chrono::milliseconds(5);
  }
  test::TempFolder folder;
  DriveWatchOptions options;
};

bool comes(const std::function<bool()>& what) {
  for (int i = 0; i < 2000; ++i) {
    if (what()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

}  // namespace

TEST_CASE("drives: a stick is found where desktops mount it, and nothing where there is none") {
  Room room;
  CHECK_FALSE(look_at_drives(room.options).stick);
  CHECK(look_at_drives(room.options).free_megabytes > 0);
  fs::create_directories(room.folder / "media" / "kiosk" / "folder");
  CHECK_FALSE(look_at_drives(room.options).stick);
  fs::create_directories(room.folder / "run" / "kiosk" / "STICK");
  auto stick = look_at_drives(room.options).stick;
  REQUIRE(stick);
  CHECK(stick->path == room.folder / "run" / "kiosk" / "STICK");
  CHECK(stick->writable);
  fs::create_directories(room.folder / "media" / "Disk");
  stick = look_at_drives(room.options).stick;
  REQUIRE(stick);
  CHECK(stick->path == room.folder / "media" / "Disk");
}

TEST_CASE("drives: one that can be written comes before one that cannot") {
  if (::geteuid() == 0) return;  // root may write anywhere
  Room room;
  const auto locked = room.folder / "media" / "Locked";
  fs::create_directories(locked);
  fs::permissions(locked, fs::perms::owner_read | fs::perms::owner_exec);
  auto stick = look_at_drives(room.options).stick;
  REQUIRE(stick);
  CHECK_FALSE(stick->writable);
  fs::create_directories(room.folder / "media" / "Open");
  CHECK(look_at_drives(room.options).stick->path == room.folder / "media" / "Open");
  fs::permissions(locked, fs::perms::owner_all);
}

TEST_CASE("drives: the bell rings when a stick comes or goes, and only while somebody wants it") {
  Room room;
  std::atomic<int> rings = 0;
  std::atomic<int> looks = 0;
  room.options.mounted = [&, plain = room.options.mounted](const fs::path& path) {
    ++looks;
    return plain(path);
  };
  const auto stick = room.folder / "media" / "kiosk" / "STICK";
  fs::create_directories(stick);
  DriveWatch watch(room.options, [&] { ++rings; });
  CHECK(looks == 0);
  watch.watch(true);
  REQUIRE(comes([&] { return watch.now().stick.has_value(); }));
  REQUIRE(comes([&] { return rings > 0; }));
  fs::remove(stick);
  CHECK(comes([&] { return !watch.now().stick; }));
  watch.watch(false);
}
