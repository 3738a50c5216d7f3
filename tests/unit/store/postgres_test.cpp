// What can be told without a server; tests/postgres has one.
#include <doctest/doctest.h>

#include "store/postgres.h"
#include "store/postgres_merge.h"

using namespace nest::store;

TEST_CASE("postgres: an address is known by its beginning, everything else is a file") {
  CHECK(is_postgres("postgresql://programme@db.example.org/storknest"));
  CHECK(is_postgres("postgres:///storknest"));
  CHECK_FALSE(is_postgres("postgresql"));
  CHECK_FALSE(is_postgres("all.db"));
  CHECK_FALSE(is_postgres("./postgresql://"));
}

TEST_CASE("postgres: a row is a line; what would end a column or a row is escaped, NULL is \\N") {
  CHECK(copy_line({"r", std::monostate{}, std::int64_t{-7}, ""}) == "r\t\\N\t-7\t\n");
  CHECK(copy_line({"a\tb\nc\\d\re", "ż„“"}) == "a\\tb\\nc\\\\d\\re\tż„“\n");
}

TEST_CASE("postgres: a server that is not there is one sentence") {
  try {
    Postgres("postgresql:///x?host=/nowhere&password=sesame");
    FAIL("there is no server");
  } catch (const PostgresError& error) {
    const std::string words = error.what();
    CHECK(words.find("connecting: ") == 0);
    CHECK(words.find('\n') == std::string::npos);
    CHECK(words.find("sesame") == std::string::npos);
  }
}
