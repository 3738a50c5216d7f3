// Items teach only facts that are on our list; those that need a clinician's signature stay pending
// and out of the forms that are evaluated.
#include <doctest/doctest.h>

#include <map>

#include "content/words.h"

namespace nest::test {
namespace {

/// "hands-01 source" or "teeth-03 clinician", one a line.
std::map<std::string, std::string> facts() {
  std::map<std::string, std::string> all;
  std::ifstream in(kRoot / "assets/facts.txt");
  for (std::string id, basis; in >> id >> basis;) all.emplace(id, basis);
  return all;
}

std::string text(const Node& object, const char* key) {
  const auto value = object.find(key);
  return value ? std::string(value->text()) : std::string();
}

void check_item(const Node& item, const std::map<std::string, std::string>& known) {
  const auto where = to_text({Severity::error, "", item.place(), text(item, "id"), ""});
  CAPTURE(where);
  const auto review = item.find("review");
  const bool pending = review && text(*review, "state") == "pending";
  item.find("facts")->each([&](Node fact) {
    const auto found = known.find(std::string(fact.text()));
    CHECK_MESSAGE(found != known.end(), "no such fact: " << std::string(fact.text()));
    if (found == known.end() || found->second != "clinician") return;
    const bool signed_off = review && text(*review, "basis") == "clinician";
    CHECK_MESSAGE((pending || signed_off), "needs a clinician");
    CHECK_MESSAGE((text(item, "form").empty() || text(item, "form") == "practice" || signed_off),
                  "may not be evaluated");
  });
}

TEST_CASE("facts: every shipped item teaches a fact of the list") {
  const auto known = facts();
  REQUIRE(known.size() > 100);
  std::size_t items = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot / "assets/packs")) {
    if (entry.path().extension() != ".json") continue;
    const auto document = json_of(entry.path());
    const auto root = *document->root();
    const auto list = root.kind() == NodeKind::list ? std::optional(root) : root.find("items");
    if (!list) continue;
    list->each([&](Node item) {
      check_item(item, known);
      ++items;
    });
  }
  CHECK(items >= 14);
}

/// For each goal the ages of its item in one form, as written.
std::map<std::string, std::string> measured(const Node& pack, std::string_view form) {
  std::map<std::string, std::string> goals;
  pack.find("items")->each([&](Node item) {
    if (text(item, "form") != form) return;
    item.find("ages")->each(
        [&](Node age) { goals[text(item, "goal")] += std::string(age.text()); });
  });
  return goals;
}

TEST_CASE("forms: every shipped pack measures eight goals or more, at every age, in either form") {
  for (const auto& entry : std::filesystem::directory_iterator(kRoot / "assets/packs")) {
    CAPTURE(entry.path().filename().string());
    const auto document = json_of(entry.path() / "pack.json");
    const auto before = measured(*document->root(), "A");
    CHECK(before.size() >= 8);
    CHECK(before == measured(*document->root(), "B"));
    for (const auto& [goal, ages] : before) {
      CAPTURE(goal);
      CHECK(ages == "ABC");
    }
  }
}

}  // namespace
}  // namespace nest::test
