#include "store/library.h"

#include <doctest/doctest.h>

#include "store/folder_source.h"
#include "support/builders.h"
#include "support/temp_folder.h"

using namespace nest;
using namespace nest::test;
namespace fs = std::filesystem;

namespace {

const fs::path kFixtures = fs::path(STORKNEST_SOURCE_DIR) / "tests/fixtures/packs";

struct Stick {
  void copy(const std::string& fixture, const std::string& as) const {
    fs::copy(kFixtures / fixture, folder / as, fs::copy_options::recursive);
  }
  store::Library load(const std::vector<fs::path>& folders) {
    Surroundings around;
    around.library_pictures = {"soap", "towel"};
    return store::load_library(folders, assets, around);
  }

  TempFolder folder;
  store::Assets assets{folder / "shared"};
};

}  // namespace

TEST_CASE_FIXTURE(Stick,
                  "library: a folder of packs is read by name; what holds none is passed by") {
  copy("good/minimal", "b");
  copy("good/minimal", "a");
  fs::create_directory(folder / "photos");
  fs::create_symlink(folder / "gone", folder / "aa");
  CHECK(store::find_packs(folder.path()) == std::vector<fs::path>{folder / "a", folder / "b"});
  CHECK(store::find_packs(folder / "a") == std::vector<fs::path>{folder / "a"});
  CHECK(store::find_packs(folder / "photos").empty());
  CHECK(store::find_packs(folder / "nowhere").empty());
}

TEST_CASE_FIXTURE(Stick, "library: a bad pack is refused with its reasons and the rest run") {
  copy("bad/no-correct-answer", "bad");
  copy("good/minimal", "good");
  const auto library = load({folder.path()});
  REQUIRE(library.packs.size() == 1);
  CHECK(library.packs[0].id() == PackId("minimal"));
  CHECK(library.refused == 1);
  CHECK(library.faults.has_errors());
}

TEST_CASE_FIXTURE(Stick,
                  "library: of two packs with one id the first counts and the second is told") {
  copy("good/minimal", "one");
  copy("good/minimal", "two");
  const auto library = load({folder.path()});
  CHECK(library.packs.size() == 1);
  CHECK(library.refused == 0);
  REQUIRE(rules(library.faults) == std::vector<std::string>{"same-pack"});
  CHECK(library.faults.list()[0].place.file == (folder / "two").string());
}

TEST_CASE_FIXTURE(Stick, "library: a folder without a pack is told, nothing at all is no fault") {
  const auto nothing = load({folder / "nowhere"});
  CHECK(rules(nothing.faults) == std::vector<std::string>{"no-pack"});
  CHECK_FALSE(nothing.faults.has_errors());
  CHECK(load({}).faults.empty());
}
