#include "store/files.h"

#include <doctest/doctest.h>
#include <unistd.h>

using namespace nest::store;
namespace fs = std::filesystem;

TEST_CASE("files: what is written comes back, and a larger file than allowed does not") {
  const fs::path folder =
      fs::temp_directory_path() / ("storknest-files-" + std::to_string(getpid()));
  fs::create_directories(folder);
  write_file(folder / "a", "old");
  write_file(folder / "a", "hello");
  CHECK(read_file(folder / "a", 5) == "hello");
  CHECK_FALSE(read_file(folder / "a", 4));
  CHECK_FALSE(read_file(folder / "b", 4));
  CHECK_FALSE(read_file(folder, 100));
  CHECK_FALSE(fs::exists(folder / "a.new"));
  fs::remove_all(folder);
}
