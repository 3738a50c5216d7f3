#include "store/sqlite.h"

#include <doctest/doctest.h>

#include "support/temp_folder.h"

using namespace nest::store;
using nest::test::TempFolder;

namespace {

Database memory() {
  Database database(":memory:", Database::Access::create);
  database.exec("CREATE TABLE t (a INTEGER, b TEXT)");
  return database;
}

}  // namespace

TEST_CASE("sqlite: a transaction that is not committed leaves nothing") {
  auto database = memory();
  {
    const Transaction undone(database);
    database.exec("INSERT INTO t VALUES (1, 'x')");
  }
  CHECK(database.number("SELECT count(*) FROM t") == 0);
  Transaction done(database);
  database.exec("INSERT INTO t VALUES (1, 'x')");
  done.commit();
  CHECK(database.number("SELECT count(*) FROM t") == 1);
  CHECK_FALSE(database.in_transaction());
}

TEST_CASE("sqlite: values come back as they were bound") {
  auto database = memory();
  Statement insert(database, "INSERT INTO t VALUES (?, ?)");
  const std::string text("Su\xC5\xA1\0lapias", 11);
  insert.bind(1, std::int64_t{-5});
  insert.bind(2, text);
  insert.step();
  insert.bind(1, std::monostate{});
  insert.bind(2, "");
  insert.step();
  Statement all(database, "SELECT a, b, 0.5, x'00' FROM t ORDER BY a DESC");
  REQUIRE(all.step());
  CHECK(all.column(0) == SqlValue(std::int64_t{-5}));
  CHECK(all.column(1) == SqlValue(text));
  CHECK(all.column(2) == SqlValue(ForeignValue{}));
  CHECK(all.column(3) == SqlValue(ForeignValue{}));
  REQUIRE(all.step());
  CHECK(all.column(0) == SqlValue(std::monostate{}));
  CHECK(all.column(1) == SqlValue(""));
  CHECK_FALSE(all.step());
}

TEST_CASE("sqlite: an error says what we were doing and why it failed") {
  auto database = memory();
  try {
    database.exec("INSERT INTO nowhere VALUES (1)");
    FAIL("no error");
  } catch (const SqliteError& error) {
    CHECK(error.code() == 1);
    CHECK(std::string(error.what()) ==
          "INSERT INTO nowhere VALUES (1): no such table: nowhere (SQLite 1)");
  }
}

TEST_CASE("sqlite: reading never writes, makes no file and needs no other file when immutable") {
  const TempFolder folder;
  const auto path = (folder / "odd name%41 #1?.db").string();
  CHECK_THROWS_AS(Database(path, Database::Access::read_only), SqliteError);
  {
    Database writer(path, Database::Access::create);
    writer.exec("PRAGMA journal_mode=WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7)");
  }
  for (const auto access : {Database::Access::read_only, Database::Access::immutable}) {
    Database reader(path, access);
    CHECK(reader.number("SELECT a FROM t") == 7);
    CHECK_THROWS_AS(reader.exec("INSERT INTO t VALUES (8)"), SqliteError);
  }
}

TEST_CASE("sqlite: views of a foreign file are not followed") {
  const TempFolder folder;
  const auto path = (folder / "a.db").string();
  Database(path, Database::Access::create).exec("CREATE VIEW trap AS SELECT 1 AS a");
  Database reader(path);
  CHECK(reader.number("SELECT a FROM trap") == 1);
  reader.distrust_schema();
  CHECK_THROWS_AS(reader.number("SELECT a FROM trap"), SqliteError);
}

TEST_CASE("sqlite: a file that was renamed under us is noticed") {
  const TempFolder folder;
  Database database((folder / "a.db").string(), Database::Access::create);
  database.exec("CREATE TABLE t (a)");
  CHECK_FALSE(database.file_moved());
  std::filesystem::rename(folder / "a.db", folder / "b.db");
  CHECK(database.file_moved());
}
