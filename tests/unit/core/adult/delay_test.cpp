#include "core/adult/delay.h"

#include <doctest/doctest.h>

#include <vector>

using namespace nest;

namespace {

Instant at(std::chrono::seconds s) {
  return Instant(Millis(s));
}

}  // namespace

TEST_CASE("code delay: three tries are free, then each costs more, up to a quarter of an hour") {
  const std::vector<long> wanted{0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900};
  for (std::size_t failed = 0; failed < wanted.size(); ++failed) {
    CAPTURE(failed);
    CHECK(code_delay(failed) == std::chrono::seconds(wanted[failed]));
  }
}

TEST_CASE("code delay: however many tries were wrong, it ends") {
  CHECK(code_delay(1'000'000'000) == std::chrono::minutes(15));
  CodeDelay delay(4'000'000'000U, at(std::chrono::seconds(5)));
  CHECK_FALSE(delay.may_try(at(std::chrono::seconds(904))));
  CHECK(delay.may_try(at(std::chrono::seconds(905))));
}

TEST_CASE("code delay: it runs from the wrong try, to the millisecond") {
  CodeDelay delay;
  CHECK(delay.may_try(Instant{}));
  for (std::size_t failed = 1; failed <= 2; ++failed) {
    delay.wrong(failed, at(std::chrono::seconds(10)));
    CHECK(delay.may_try(at(std::chrono::seconds(10))));
  }
  delay.wrong(3, at(std::chrono::seconds(10)));
  CHECK(delay.left(at(std::chrono::seconds(10))) == std::chrono::seconds(30));
  CHECK(delay.left(at(std::chrono::seconds(39))) == std::chrono::seconds(1));
  CHECK_FALSE(delay.may_try(Instant(Millis(39'999))));
  CHECK(delay.may_try(Instant(Millis(40'000))));
}

TEST_CASE("code delay: a restart begins the full current delay anew") {
  CodeDelay before;
  before.wrong(5, Instant{});
  CHECK(before.left(at(std::chrono::seconds(100))) == std::chrono::seconds(20));
  const CodeDelay after(before.failed(), Instant{});
  CHECK(after.left(Instant{}) == std::chrono::seconds(120));
}

TEST_CASE("code delay: the right code forgets all of them") {
  CodeDelay delay(7, Instant{});
  delay.right();
  CHECK(delay.may_try(Instant{}));
  CHECK(delay.failed() == 0);
}
