#pragma once
// Content in one line each, for tests that need some and do not care which: item("soap") is a
// complete question. Change the field that the test is about.
#include <string>
#include <utility>
#include <vector>

#include "core/activities/activity.h"

namespace nest::test {

inline const Lang kPl{"pl"};
inline const Lang kLt{"lt"};

/// A text in Polish and Lithuanian; with one argument the Lithuanian is "<text>-lt".
inline Localized localized(const std::string& pl, const std::string& lt = {}) {
  Localized out;
  out.set(kPl, {pl, {}});
  out.set(kLt, {lt.empty() ? pl + "-lt" : lt, {}});
  return out;
}

inline Ages ages(std::string_view bands = "ABC") {
  Ages out;
  for (const char band : bands) out.add(static_cast<AgeBand>(band - 'A'));
  return out;
}

/// Its texts and picture follow from its id.
inline Answer answer_option(const std::string& id, bool correct) {
  return {AnswerId(id), correct, "library:" + id, "", localized(id), localized("why " + id + ".")};
}

/// A question for all ages whose first answer, "<id>-right", is the right one; the wrong ones are
/// "<id>-wrong" and "<id>-odd".
inline Item item(const std::string& id) {
  Item out;
  out.id = ItemId(id);
  out.facts = {"hands-01"};
  out.ages = ages();
  out.prompt = localized(id + "?");
  out.hint = localized("hint " + id + ".");
  out.answers = {answer_option(id + "-right", true), answer_option(id + "-wrong", false),
                 answer_option(id + "-odd", false)};
  return out;
}

/// The pack "hands" with these items.
inline PackContent content(std::vector<Item> items) {
  PackContent out;
  out.id = PackId("hands");
  out.languages = {kPl, kLt};
  out.items = std::move(items);
  return out;
}

/// A figure of one part, 100 x 200 units, that stands on its lower edge; its clips do nothing but
/// last: idle and talk go on for ever, wave and cheer take a second.
inline Rig rig(const std::string& id = "mila") {
  Rig out;
  out.id = id;
  out.width = 100;
  out.height = 200;
  out.origin = {50, 200};
  out.parts = {{"body", id + "/body.svg", {0, 0, 100, 200}, {50, 100}, std::nullopt, false}};
  for (const auto* name : {"idle", "talk"}) out.clips[name] = {1, true, {}};
  for (const auto* name : {"wave", "cheer"}) out.clips[name] = {1, false, {}};
  return out;
}

/// The rules that were broken, in the order in which they were found.
inline std::vector<std::string> rules(const Diagnostics& found) {
  std::vector<std::string> out;
  for (const auto& d : found.list()) out.push_back(d.rule);
  return out;
}

/// "pack.json:1:20 /items/0"
inline std::string where(const Place& place) {
  std::string out = place.file;
  if (place.line > 0) out += ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  return place.pointer.empty() ? out : out + " " + place.pointer;
}

}  // namespace nest::test
