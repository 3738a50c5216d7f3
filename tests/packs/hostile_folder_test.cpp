// Packs that git cannot hold: links, pipes, folders in the wrong place, giants.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "packs/shelf.h"
#include "support/temp_folder.h"

namespace nest::test {
namespace {
namespace fs = std::filesystem;

/// A copy of the small good pack to be spoilt.
struct Spoilt {
  Spoilt() { fs::copy(kFixtures / "good/item-files", pack, fs::copy_options::recursive); }
  std::string check() const {
    Diagnostics out;
    CHECK_FALSE(shelf.read(pack, out));
    return told(out, temp.path());
  }
  TempFolder temp;
  fs::path pack = temp / "pack";
  Shelf shelf;
};

TEST_CASE_FIXTURE(Spoilt, "packs: pack.json may not be a link") {
  fs::rename(pack / "pack.json", temp / "elsewhere.json");
  fs::create_symlink(temp / "elsewhere.json", pack / "pack.json");
  CHECK(check() ==
        "pack/pack.json: error: this is a link or no ordinary file. Put a copy of the real file "
        "here.\n");
}

TEST_CASE_FIXTURE(Spoilt, "packs: pack.json may not be a folder") {
  fs::remove(pack / "pack.json");
  fs::create_directory(pack / "pack.json");
  CHECK(check() ==
        "pack/pack.json: error: this is a link or no ordinary file. Put a copy of the real file "
        "here.\n");
}

TEST_CASE_FIXTURE(Spoilt, "packs: a pipe does not stop the check") {
  fs::create_directory(pack / "media");
  REQUIRE(::mkfifo((pack / "media/voice.ogg").c_str(), 0600) == 0);
  CHECK(check() ==
        "pack/media/voice.ogg: error: this is a link or no ordinary file. Put a copy of the real "
        "file here.\n");
}

TEST_CASE_FIXTURE(Spoilt, "packs: links out of the pack are not followed") {
  fs::create_directory(pack / "media");
  fs::create_symlink("/etc/passwd", pack / "media/towel.png");
  fs::create_directory_symlink("/etc", pack / "media/more");
  CHECK(check() ==
        "pack/media/more: error: this is a link or no ordinary file. Put a copy of the real file "
        "here.\n"
        "pack/media/towel.png: error: this is a link or no ordinary file. Put a copy of the real "
        "file here.\n");
}

TEST_CASE_FIXTURE(Spoilt, "packs: the folder of media may not be a link") {
  fs::create_directory_symlink("/etc", pack / "media");
  CHECK(check() == "pack/media: error: this is no folder. Make a folder \"media\" of it.\n");
}

TEST_CASE_FIXTURE(Spoilt, "packs: a giant pack.json is not read") {
  fs::resize_file(pack / "pack.json", 9UL << 20U);
  CHECK(check() ==
        "pack/pack.json: error: this file has 9 MiB; it may have 8. Split the items over files in "
        "the folder \"items\", or make two packs.\n");
}

TEST_CASE_FIXTURE(Spoilt, "packs: many item files together are bounded too") {
  for (int i = 0; i < 2; ++i) {
    const auto file = pack / "items" / (std::to_string(i) + ".json");
    std::ofstream(file) << "[]" << std::string(1, '\n');
    fs::resize_file(file, 40UL << 20U);
  }
  CHECK(check().find("pack/items/1.json: error: with this file the pack has more than 64 MiB of "
                     "texts.") != std::string::npos);
}

TEST_CASE_FIXTURE(Spoilt, "packs: a hundred thousand keys are read in a moment") {
  std::ofstream out(pack / "items/rest.json");
  out << "[{";
  for (int i = 0; i < 100000; ++i) out << "\"key" << i << "\": 0,\n";
  out << "\"last\": 0}]";
  out.close();
  Diagnostics faults;
  CHECK_FALSE(shelf.read(pack, faults));
  CHECK(faults.full());
}

}  // namespace
}  // namespace nest::test
