#include "store/export_files.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "store/files.h"
#include "support/faulty_disk.h"
#include "support/temp_folder.h"

using namespace nest;
using namespace nest::store;

namespace {

std::string content_of(const std::filesystem::path& file) {
  return read_file(file, 1U << 20U).value_or("(none)");
}

std::size_t files_in(const std::filesystem::path& folder) {
  std::size_t n = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++n;
  return n;
}

}  // namespace

TEST_CASE("export: SHA-256 as everybody computes it") {
  // FIPS 180-2, appendix B.1.
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("export: files, and a list of checksums that keeps those of other files") {
  const test::TempFolder folder;
  export_files(folder / "new/stick", {{"a.html", "abc"}, {"b.csv", ""}});
  const auto stick = folder / "new/stick";
  CHECK(content_of(stick / "a.html") == "abc");
  CHECK(files_in(stick) == 3);  // nothing is left aside
  export_files(stick, {{"a.html", "abcd"}, {"c.xlsx", "x"}});
  const auto sums = content_of(stick / "SHA256SUMS");
  CHECK(sums == sha256_hex("abcd") + "  a.html\n" + sha256_hex("") + "  b.csv\n" + sha256_hex("x") +
                    "  c.xlsx\n");
}

TEST_CASE("export: where it cannot be written, one sentence says so and old files stay") {
  const test::TempFolder folder;
  export_files(folder.path(), {{"a.html", "old"}});
  std::filesystem::create_directory(folder / "b.csv.new");  // in the way of what is written aside
  CHECK_THROWS_AS(export_files(folder.path(), {{"a.html", "new"}, {"b.csv", "x"}}), ExportFailed);
  CHECK(content_of(folder / "a.html") == "old");
  CHECK(content_of(folder / "SHA256SUMS") == sha256_hex("old") + "  a.html\n");
  CHECK_FALSE(std::filesystem::exists(folder / "a.html.new"));
}

TEST_CASE("export: a disk that fails at any call leaves each file old or new, and nothing aside") {
  const auto old_or_new = [](const std::filesystem::path& file) {
    const auto bytes = content_of(file);
    return bytes == "old" || bytes == "new";
  };
  for (const auto call : {test::DiskCall::write, test::DiskCall::sync, test::DiskCall::rename,
                          test::DiskCall::open}) {
    int nth = 1;
    for (bool failed = true; failed; ++nth) {
      CAPTURE(nth);
      const test::TempFolder folder;
      export_files(folder.path(), {{"a.html", "old"}, {"b.csv", "old"}});
      {
        test::FaultyDisk disk;
        disk.fail(call, nth % 2 == 0 ? ENOSPC : EROFS, nth);
        try {
          export_files(folder.path(), {{"a.html", "new"}, {"b.csv", "new"}});
          failed = false;
        } catch (const ExportFailed&) {
        }
      }
      CHECK(old_or_new(folder / "a.html"));
      CHECK(old_or_new(folder / "b.csv"));
      CHECK(files_in(folder.path()) == 3);
      export_files(folder.path(), {{"a.html", "new"}, {"b.csv", "new"}});
      CHECK(content_of(folder / "SHA256SUMS").find(sha256_hex("old")) == std::string::npos);
    }
    CHECK(nth > 4);  // three files
  }
}
