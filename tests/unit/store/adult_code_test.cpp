#include "store/adult_code.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <semaphore>

#include "store/data_folder.h"
#include "store/files.h"
#include "support/temp_folder.h"

using namespace nest;
using namespace nest::store;

namespace {

/// A kiosk's keeper over a folder, whose answers are waited for.
struct Keeper {
  explicit Keeper(const std::filesystem::path& folder) : code(folder, [this] { rung.release(); }) {}
  CodeAnswer ask(CodeTask task) {
    code.ask(std::move(task));
    rung.acquire();
    return code.answer().value();
  }
  CodeAnswer check(const std::string& digits) { return ask(CheckCode{digits}); }

  std::counting_semaphore<> rung{0};
  AdultCode code;
};

std::string file_text(const test::TempFolder& folder) {
  return read_file(folder / kAdultCodeFile, 4096).value_or("");
}

}  // namespace

TEST_CASE("adult code: nobody's folder has none, and what was set is kept") {
  const test::TempFolder folder;
  {
    Keeper keeper(folder / "data");
    CHECK(keeper.code.status().state == CodeState::none);
    CHECK(keeper.ask(SetCode{"739104"}) == CodeAnswer::kept);
    CHECK(keeper.code.status().state == CodeState::set);
    CHECK_FALSE(keeper.code.answer());  // taken once
  }
  Keeper again(folder / "data");
  CHECK(again.code.status().state == CodeState::set);
  CHECK(again.check("739105") == CodeAnswer::wrong);
  CHECK(again.check("739104") == CodeAnswer::right);
}

TEST_CASE("adult code: the file holds a hash of this code only, for its owner's eyes") {
  const test::TempFolder folder;
  Keeper keeper(folder.path());
  keeper.ask(SetCode{"739104"});
  const auto text = file_text(folder);
  CHECK(text.find("739104") == std::string::npos);
  CHECK(text.find("$argon2id$v=19$m=65536,t=2,p=1$") != std::string::npos);
  struct stat about {};
  REQUIRE(::stat((folder / kAdultCodeFile).c_str(), &about) == 0);
  CHECK((about.st_mode & 0777) == 0600);
}

TEST_CASE("adult code: wrong tries outlive a restart, the right one forgets them") {
  const test::TempFolder folder;
  {
    Keeper keeper(folder.path());
    keeper.ask(SetCode{"739104"});
    for (const auto* digits : {"111111", "222222", "333333"}) keeper.check(digits);
  }
  Keeper again(folder.path());
  CHECK(again.code.status().failed == 3);
  CHECK(again.check("739104") == CodeAnswer::right);
  CHECK(again.code.status().failed == 0);
  CHECK(Keeper(folder.path()).code.status().failed == 0);
}

TEST_CASE("adult code: a try is on the disk before it is looked at") {
  const test::TempFolder folder;
  Keeper keeper(folder.path());
  keeper.ask(SetCode{"739104"});
  // While even the right code is being checked, the file counts it as wrong: that is what a kiosk
  // would find whose plug was pulled. Several rounds, for on a busy machine one may be overlooked.
  bool seen = false;
  for (int round = 0; round < 20 && !seen; ++round) {
    keeper.code.ask(CheckCode{"739104"});
    while (!keeper.rung.try_acquire()) {
      seen = seen || file_text(folder).find("\"failed\": 1") != std::string::npos;
    }
    CHECK(keeper.code.answer() == CodeAnswer::right);
  }
  CHECK(seen);
}

TEST_CASE("adult code: a disk that takes nothing keeps the adult not out, and counts in memory") {
  const test::TempFolder folder;
  Keeper keeper(folder.path());
  keeper.ask(SetCode{"739104"});
  // The file is written aside first; a folder of that name is in its way.
  std::filesystem::create_directories(folder / "adult.json.new" / "in-the-way");
  CHECK(keeper.check("111111") == CodeAnswer::wrong);
  CHECK(keeper.code.status().failed == 1);
  CHECK(keeper.ask(SetCode{"846215"}) == CodeAnswer::failed);
  CHECK(keeper.check("739104") == CodeAnswer::right);
}

TEST_CASE("adult code: a broken file opens nothing, and says so") {
  const test::TempFolder folder;
  for (const auto* text :
       {"", "{}", "nonsense", "{\"format\": \"storknest-adult/1\", \"failed\": 0, \"hash\": \"x\"}",
        "{\"format\": \"storknest-adult/1\", \"failed\": -1, \"hash\": \"$argon2id$\"}"}) {
    CAPTURE(text);
    write_file(folder / kAdultCodeFile, text);
    Keeper keeper(folder.path());
    CHECK(keeper.code.status().state == CodeState::broken);
    CHECK(keeper.check("739104") == CodeAnswer::failed);
  }
}

TEST_CASE("adult code: whoever has the machine's account removes it") {
  const test::TempFolder folder;
  reset_adult_code(folder.path());  // there is none: nothing to do
  Keeper(folder.path()).ask(SetCode{"739104"});
  reset_adult_code(folder.path());
  CHECK(Keeper(folder.path()).code.status().state == CodeState::none);
}
