#include "stage/lru.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using nest::stage::Lru;

TEST_CASE("lru: what is put under a known key takes the old one's place and bytes") {
  Lru<int, std::string> kept(100);
  kept.put(1, "one", 60);
  kept.put(1, "uno", 10);
  CHECK(kept.count() == 1);
  CHECK(kept.bytes() == 10);
  REQUIRE(kept.find(1) != nullptr);
  CHECK(*kept.find(1) == "uno");
  CHECK(kept.find(2) == nullptr);
}

TEST_CASE("lru: what is found is used and outlives what is not") {
  Lru<int, int> kept(20);
  kept.put(1, 1, 10);
  kept.put(2, 2, 10);
  kept.put(3, 3, 10);
  kept.begin_round();
  kept.begin_round();
  CHECK(kept.spare() == 30);
  kept.find(1);
  CHECK(kept.spare() == 20);
  kept.find(1);  // used twice, counted once
  CHECK(kept.spare() == 20);
  kept.begin_round();
  kept.trim();
  CHECK(kept.find(2) == nullptr);
  CHECK(kept.find(1) != nullptr);
}

TEST_CASE("lru: a single thing larger than the budget goes when its round is over") {
  Lru<int, int> kept(5);
  kept.put(1, 1, 50);
  kept.trim();
  CHECK(kept.count() == 1);
  kept.begin_round();
  kept.trim();
  CHECK(kept.count() == 0);
  CHECK(kept.bytes() == 0);
  CHECK(kept.spare() == 0);
}

TEST_CASE("lru: what goes is freed") {
  Lru<int, std::shared_ptr<int>> kept(0);
  const auto thing = std::make_shared<int>(7);
  kept.put(1, thing, 8);
  CHECK(thing.use_count() == 2);
  kept.begin_round();
  kept.trim();
  CHECK(thing.use_count() == 1);
}
