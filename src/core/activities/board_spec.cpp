#include "core/activities/board_spec.h"

#include <fmt/format.h>

#include <set>

namespace nest {

std::string BoardSpec::unfit(AgeBand age) const {
  if (age != AgeBand::a) return {};
  if (most_slots_a > 0 && script.slots.size() > most_slots_a) {
    return fmt::format("children of 4-6 sort into at most {} bins.", most_slots_a);
  }
  if (most_things_a > 0 && script.things.size() > most_things_a) {
    return fmt::format("children of 4-6 manage at most {} here.", most_things_a);
  }
  return {};
}

std::vector<SpokenText> BoardSpec::sentences() const {
  std::vector<SpokenText> said{{id.str() + ".say", &script.say}};
  for (const auto& slot : script.slots) {
    if (!slot.text.empty()) said.push_back({id.str() + ".slot." + slot.id, &slot.text});
  }
  for (const auto& thing : script.things) {
    said.push_back({id.str() + ".thing." + thing.id, &thing.text});
    said.push_back({id.str() + ".why." + thing.id, &thing.why});
  }
  return said;
}

Thing read_thing(Reader& in) {
  Thing thing;
  thing.id = in.id_text("id");
  thing.picture = in.picture("picture", true);
  thing.text = in.localized("text", TextRole::answer);
  thing.why = in.localized("why", TextRole::reason);
  return thing;
}

void complain_of_twins(Reader& in, std::string_view key, const std::vector<std::string>& ids) {
  std::set<std::string> seen;
  for (const auto& id : ids) {
    if (id.empty() || seen.insert(id).second) continue;
    in.complain(key, "same-id", fmt::format("\"{}\" stands twice in \"{}\".", id, key),
                "Ids are different within a list.");
  }
}

}  // namespace nest
