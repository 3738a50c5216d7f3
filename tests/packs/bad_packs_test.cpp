// Each folder of fixtures/packs/bad holds a pack and expected.txt: all that is said about it.
// A new rule is a new folder. UPDATE_GOLDEN=1 writes the files anew; read them as a nurse would.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "packs/shelf.h"

namespace nest::test {
namespace {
namespace fs = std::filesystem;

std::vector<fs::path> folders_in(const fs::path& parent) {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(parent)) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST_CASE("packs: every bad pack is told exactly what is wrong with it") {
  const Shelf shelf;
  const bool bless = std::getenv("UPDATE_GOLDEN") != nullptr;
  const auto folders = folders_in(kFixtures / "bad");
  REQUIRE(folders.size() >= 40);
  for (const auto& folder : folders) {
    CAPTURE(folder.filename().string());
    Diagnostics out;
    const auto pack = shelf.read(folder, out);
    const auto said = told(out, kFixtures / "bad");
    if (bless) std::ofstream(folder / "expected.txt", std::ios::binary) << said;
    CHECK(said == text_of(folder / "expected.txt"));
    CHECK_FALSE(said.empty());
    CHECK(pack.has_value() == !out.has_errors());
  }
}

TEST_CASE("packs: a finding has a rule, a place, a sentence and nothing that hurts a terminal") {
  const Shelf shelf;
  for (const auto& folder : folders_in(kFixtures / "bad")) {
    CAPTURE(folder.filename().string());
    Diagnostics out;
    shelf.read(folder, out);
    for (const auto& d : out.list()) {
      const auto line = to_text(d);
      CAPTURE(line);
      CHECK_FALSE(d.rule.empty());
      CHECK_FALSE(d.place.file.empty());
      CHECK(d.message.back() == '.');
      CHECK_FALSE(d.advice.empty());
      CHECK(line.find('\x1b') == std::string::npos);
    }
  }
}

TEST_CASE("packs: good packs are told nothing") {
  const Shelf shelf;
  for (const auto& folder : folders_in(kFixtures / "good")) {
    Diagnostics out;
    CHECK(shelf.read(folder, out));
    CHECK(told(out, kFixtures) == "");
  }
}

}  // namespace
}  // namespace nest::test
