#include "store/assets.h"

#include <doctest/doctest.h>

#include "store/files.h"
#include "support/builders.h"
#include "support/temp_folder.h"

using namespace nest;
using namespace nest::test;
namespace fs = std::filesystem;

namespace {

/// A shared folder with one picture, one sound, a character and a language.
struct Shared {
  Shared() {
    put("assets/art/soap.svg", "<svg/>");
    put("assets/art/notes.txt", "x");
    put("assets/sounds/drop.ogg", "OggS");
    put("assets/characters/mila/body.svg", "<svg/>");
    put("locales/pl.json", "{\"bye\": \"Pa\"}");
    put("locales/readme.md", "x");
    put("secret.txt", "secret");
  }
  void put(const std::string& name, const std::string& bytes) const {
    fs::create_directories((folder / name).parent_path());
    store::write_file(folder / name, bytes);
  }
  std::string open(std::string_view key) const {
    const auto bytes = assets.open(key);
    return {bytes.begin(), bytes.end()};
  }

  TempFolder folder;
  store::Assets assets{folder.path()};
};

}  // namespace

TEST_CASE_FIXTURE(Shared, "assets: pictures and sounds are known by their names") {
  CHECK(assets.pictures() == std::set<std::string>{"soap"});
  CHECK(assets.sounds() == std::set<std::string>{"drop"});
  CHECK(open("library:soap") == "<svg/>");
  CHECK(open("library:drop") == "OggS");
  CHECK(open("mila/body.svg") == "<svg/>");
}

TEST_CASE_FIXTURE(Shared, "assets: no key leads out of its folder") {
  put("pack/media/tap.png", "png");
  assets.add_pack("hands", folder / "pack");
  CHECK(open("hands:media/tap.png") == "png");
  for (const auto* sly :
       {"library:../../secret.txt", "library:", "library:/etc/passwd", "../../secret.txt",
        "/etc/passwd", "hands:../secret.txt", "hands:/etc/passwd", "hands:", "hands:media\\tap.png",
        "teeth:media/tap.png", "", ":", "mila/..", "library:soap.svg"}) {
    CAPTURE(sly);
    CHECK(open(sly).empty());
  }
  CHECK(assets.open(std::string_view("mila/body.svg\0.png", 18)).empty());
}

TEST_CASE_FIXTURE(Shared, "assets: of two packs with one id the later folder is read") {
  put("one/media/tap.png", "one");
  put("two/media/tap.png", "two");
  assets.add_pack("hands", folder / "one");
  assets.add_pack("hands", folder / "two");
  CHECK(open("hands:media/tap.png") == "two");
}

TEST_CASE_FIXTURE(Shared, "assets: a language is a file, whatever else lies beside it") {
  Diagnostics out;
  const auto catalogs = assets.catalogs(out);
  CHECK(out.empty());
  REQUIRE(catalogs.size() == 1);
  CHECK(catalogs.at(kPl).text("bye") == "Pa");
}

TEST_CASE_FIXTURE(Shared, "assets: how a language says numbers lies beside its texts") {
  put("locales/speech/lt.json", "{\"112\": \"vienas vienas du\"}");
  Diagnostics out;
  const auto known = assets.pronunciations(out);
  CHECK(out.empty());
  CHECK(respell(known, kLt, "112").text == "vienas vienas du");
  CHECK(assets.catalogs(out).size() == 1);  // no language of the interface
}

TEST_CASE_FIXTURE(Shared, "assets: a broken character is told and left out") {
  put("assets/characters/mila/rig.json", "{ \"format\": ");
  put("assets/characters/notes.txt", "x");
  Diagnostics out;
  CHECK(assets.rigs(out).empty());
  REQUIRE(rules(out) == std::vector<std::string>{"not-json"});
  CHECK(out.list()[0].place.file == "characters/mila/rig.json");
}

TEST_CASE_FIXTURE(Shared, "assets: only packs installed with the kiosk are its own") {
  CHECK(assets.owns(assets.packs() / "hands"));
  CHECK_FALSE(assets.owns(folder / "packs/hands"));
  CHECK_FALSE(assets.owns(assets.packs() / "../art"));
  CHECK_FALSE(assets.owns(assets.packs().string() + "-of-others"));
  fs::create_directories(assets.packs());
  fs::create_directories(folder / "elsewhere");
  fs::create_directory_symlink(folder / "elsewhere", assets.packs() / "link");
  CHECK_FALSE(assets.owns(assets.packs() / "link"));
}

TEST_CASE("assets: without any folder nothing is there and nothing fails") {
  const store::Assets nowhere("/nowhere");
  Diagnostics out;
  CHECK(nowhere.pictures().empty());
  CHECK(nowhere.rigs(out).empty());
  CHECK(nowhere.catalogs(out).empty());
  CHECK(nowhere.open("library:soap").empty());
}

TEST_CASE_FIXTURE(Shared, "assets: the shared folder is found beside the program or told missing") {
  fs::create_directories(folder / "bin");
  CHECK(store::find_shared_folder(folder / "bin/storknest") == fs::canonical(folder.path()));
  const TempFolder empty;
  CHECK_THROWS_WITH(store::find_shared_folder(empty / "bin/storknest"),
                    doctest::Contains("not beside the program"));
}
