#include "core/adult/secret.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("adult code: six to twelve digits") {
  CHECK(may_be_code("739104"));
  CHECK(may_be_code("112233445566"));
  CHECK_FALSE(may_be_code(""));
  CHECK_FALSE(may_be_code("73910"));
  CHECK_FALSE(may_be_code("7391047391047"));
  CHECK_FALSE(may_be_code("73910a"));
}

TEST_CASE("adult code: no code that a child finds by playing") {
  for (const auto* easy : {"000000", "77777777", "123456", "0123456789", "987654", "345678"}) {
    CHECK_FALSE(may_be_code(easy));
  }
  CHECK(may_be_code("123457"));
  CHECK(may_be_code("135791"));
}
