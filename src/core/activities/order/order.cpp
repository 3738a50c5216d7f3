#include "core/activities/order/order.h"

#include "core/activities/board_spec.h"

namespace nest::order {
namespace {
constexpr std::size_t kFewestSteps = 3;
constexpr std::size_t kMostSteps = 6;
}  // namespace

std::unique_ptr<ActivitySpec> read(Reader& in) {
  auto spec = std::make_unique<BoardSpec>();
  auto& script = spec->script;
  script.say = in.localized("say", TextRole::prompt);
  script.look = SlotLook::counted;
  script.things = in.list<Thing>("steps", kFewestSteps, kMostSteps, "a step", read_thing);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < script.things.size(); ++i) {
    script.things[i].home = i;
    script.slots.push_back({std::to_string(i + 1), {}, {}});
    ids.push_back(script.things[i].id);
  }
  complain_of_twins(in, "steps", ids);
  script.tray = kMostSteps;
  return spec;
}

}  // namespace nest::order
