#include "core/activities/sort/sort.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/activities/board_spec.h"
#include "core/base/guess.h"

namespace nest::sort {
namespace {

constexpr std::size_t kTray = 4;

Slot read_bin(Reader& in) {
  Slot bin;
  bin.id = in.id_text("id");
  bin.picture = in.picture("picture", true);
  bin.text = in.localized("text", TextRole::answer);
  return bin;
}

std::size_t bin_named(Reader& in, const std::vector<std::string>& bins) {
  const auto name = in.id_text("bin");
  const auto found = std::find(bins.begin(), bins.end(), name);
  if (name.empty()) return 0;  // already complained of
  if (found != bins.end()) return static_cast<std::size_t>(found - bins.begin());
  in.complain("bin", "unknown-bin", fmt::format("there is no bin \"{}\".", name),
              did_you_mean(name, bins, "Name it under \"bins\"."));
  return 0;
}

void complain_of_empty(Reader& in, const BoardScript& script) {
  for (std::size_t i = 0; i < script.slots.size(); ++i) {
    const bool used = std::any_of(script.things.begin(), script.things.end(),
                                  [i](const Thing& thing) { return thing.home == i; });
    if (used) continue;
    in.complain("bins", "empty-bin",
                fmt::format("nothing belongs into the bin \"{}\".", script.slots[i].id),
                "Give it a thing or take it out.");
  }
}

}  // namespace

std::unique_ptr<ActivitySpec> read(Reader& in) {
  auto spec = std::make_unique<BoardSpec>();
  auto& script = spec->script;
  script.say = in.localized("say", TextRole::prompt);
  script.look = SlotLook::bin;
  script.slots = in.list<Slot>("bins", 2, 3, "a bin", read_bin);
  std::vector<std::string> bins;
  for (const auto& bin : script.slots) bins.push_back(bin.id);
  script.things = in.list<Thing>("things", 4, 8, "a thing", [&bins](Reader& each) {
    auto thing = read_thing(each);
    thing.home = bin_named(each, bins);
    return thing;
  });
  std::vector<std::string> ids;
  for (const auto& thing : script.things) ids.push_back(thing.id);
  complain_of_twins(in, "bins", bins);
  complain_of_twins(in, "things", ids);
  if (!script.things.empty()) complain_of_empty(in, script);
  script.tray = kTray;
  spec->most_things_a = 5;
  spec->most_slots_a = 2;
  return spec;
}

}  // namespace nest::sort
