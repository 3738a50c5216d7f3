#include "stage/sprites.h"

#include <doctest/doctest.h>

#include "unit/stage/fakes.h"

using namespace nest;
using namespace nest::stage;

TEST_CASE("lru: what was used least lately goes first") {
  Lru<std::string, int> kept(20);
  for (const char* key : {"a", "b", "c"}) kept.put(key, 1, 10);
  kept.begin_round();
  CHECK(kept.find("a") != nullptr);
  kept.begin_round();
  kept.put("d", 1, 10);
  kept.trim();
  CHECK(kept.spare() == 20);  // d is in use, b was used least lately
  CHECK(kept.find("b") == nullptr);
  CHECK(kept.find("a") != nullptr);
}

TEST_CASE("lru: what this round uses stays beyond the budget") {
  Lru<std::string, int> kept(15);
  kept.begin_round();
  kept.put("a", 1, 10);
  kept.put("b", 1, 10);
  kept.trim();
  CHECK(kept.count() == 2);
  kept.begin_round();
  kept.trim();
  CHECK(kept.count() == 1);
  CHECK(kept.bytes() == 10);
}

TEST_CASE("sprites: a long movement stays within the budget") {
  SomePictures media;
  Images images(media, {});
  const Fonts fonts;
  constexpr std::size_t kBudget = 1U << 20U;
  Sprites sprites(images, fonts, {}, kBudget);
  for (int step = 0; step < 720; ++step) {
    sprites.begin_round();
    sprites.picture({"kite", {200, 200}, static_cast<float>(step) / 2}, true);
    sprites.end_round();
    if (step == 0) {
      REQUIRE(images.wait());
      sprites.collect();
    }
    REQUIRE(sprites.bytes() <= kBudget + 400U * 400U * 4U);
  }
  CHECK(sprites.count() > 3);
  CHECK(media.opened == 1);  // the upright picture is used by each turn, so it stays
}

TEST_CASE("sprites: the same turn is made once") {
  SomePictures media;
  Images images(media, {});
  const Fonts fonts;
  Sprites sprites(images, fonts, {});
  sprites.begin_round();
  CHECK(sprites.picture({"kite", {200, 200}, 30}, true) == nullptr);
  sprites.end_round();
  REQUIRE(images.wait());
  CHECK(sprites.collect() == std::set<std::string>{"kite"});
  const auto first = sprites.picture({"kite", {200, 200}, 30}, true);
  REQUIRE(first != nullptr);
  CHECK(first == sprites.picture({"kite", {200, 200}, 30}, true));
  CHECK(first != sprites.picture({"kite", {200, 200}, 30, true}, true));
}

TEST_CASE("sprites: what comes soon is made ahead, but after what is on the screen") {
  SomePictures media;
  Images images(media, {}, 1);
  const Fonts fonts;
  Sprites sprites(images, fonts, {});
  sprites.begin_round();
  sprites.prefetch({"bar", {50, 50}});
  sprites.picture({"disc", {50, 50}}, true);
  sprites.end_round();
  REQUIRE(images.wait());
  auto ready = sprites.collect();
  CHECK(ready.contains("disc"));
  while (images.wait()) ready.merge(sprites.collect());
  CHECK(ready.contains("bar"));
  CHECK(sprites.picture({"bar", {50, 50}}, true) != nullptr);
}
