#include "core/base/guess.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("guess: up to two slips of the finger are understood") {
  const std::vector<std::string> keys{"prompt", "answers", "hint"};
  CHECK(nearest("prompt", keys) == "prompt");
  CHECK(nearest("promt", keys) == "prompt");    // missing
  CHECK(nearest("prompts", keys) == "prompt");  // too many
  CHECK(nearest("pronpt", keys) == "prompt");   // wrong
  CHECK(nearest("hnit", keys) == "hint");       // swapped
  CHECK(nearest("anwsres", keys) == "answers");
  CHECK_FALSE(nearest("quiz", keys));
  CHECK_FALSE(nearest("propmts-x", keys));
}

TEST_CASE("guess: swapped neighbours are one slip, so they win over two others") {
  CHECK(nearest("ab-id", {"cc-id", "ba-id"}) == "ba-id");
}

TEST_CASE("guess: the nearest wins, of equals the first") {
  CHECK(nearest("tap", {"tape", "tap"}) == "tap");
  CHECK(nearest("tapx", {"tapy", "tapz"}) == "tapy");
}

TEST_CASE("guess: a word that would have to be rewritten whole is no guess") {
  CHECK_FALSE(nearest("x", {"y", "id"}));
  CHECK_FALSE(nearest("", {"a", "ab", ""}));
  CHECK(nearest("idd", {"id"}) == "id");
}

TEST_CASE("guess: long words are not compared, whatever they hold") {
  const std::string most(64, 'a');
  CHECK(nearest(most, {most}) == most);
  CHECK_FALSE(nearest(most + "a", {most}));
  CHECK_FALSE(nearest(most, {most + "a"}));
  CHECK_FALSE(nearest(std::string(1U << 20U, '\xff'), {"id"}));
}

TEST_CASE("guess: the advice names the guess, or else what the caller knows") {
  CHECK(did_you_mean("soup", {"soap"}, "Add it.") == "Did you mean \"soap\"?");
  CHECK(did_you_mean("quiz", {"soap"}, "Add it.") == "Add it.");
  CHECK(did_you_mean("quiz", {}, "Add it.") == "Add it.");
}
