#include "core/activities/pairs/pairs.h"

#include <fmt/format.h>

#include "core/activities/board_spec.h"
#include "core/activities/pairs/memory.h"

namespace nest::pairs {
namespace {

constexpr std::size_t kFewest = 3;
constexpr std::size_t kMostOpen = 6;
constexpr std::size_t kMostMemory = 8;
constexpr std::size_t kMostA = 4;

class MemorySpec : public ActivitySpec {
 public:
  std::unique_ptr<Activity> start(const PackContent& pack, AgeBand, Random luck) const override {
    return std::make_unique<Memory>(pack, script, id.str(), luck);
  }
  bool offers(const PackContent&, AgeBand) const override { return !script.pairs.empty(); }
  std::vector<std::pair<ItemId, Place>> items() const override { return {}; }
  std::string unfit(AgeBand age) const override {
    if (age != AgeBand::a || script.pairs.size() <= kMostA) return {};
    return fmt::format("children of 4-6 find at most {} pairs.", kMostA);
  }

  std::vector<SpokenText> sentences() const override {
    std::vector<SpokenText> said{{id.str() + ".say", &script.say}};
    for (const auto& pair : script.pairs) {
      for (std::size_t side = 0; side < pair.faces.size(); ++side) {
        said.push_back({face_id(id.str(), pair, side), &pair.faces[side].text});
      }
      said.push_back({id.str() + ".why." + pair.id, &pair.why});
    }
    return said;
  }

  MemoryScript script;
};

CardFace read_face(Reader& in) {
  return {in.picture("picture", true), in.localized("text", TextRole::answer)};
}

Pair read_pair(Reader& in) {
  Pair pair;
  pair.id = in.id_text("id");
  pair.faces[0] = read_face(in);
  const auto other = in.raw("with");
  if (other && other->kind() == NodeKind::object) {
    pair.faces[1] = read_object<CardFace>(*other, "a partner", in.context(), read_face);
  } else {
    in.complain("with", "missing-key", "a pair needs \"with\": what belongs to it?",
                "Write {\"picture\": …, \"text\": …}.");
  }
  pair.why = in.localized("why", TextRole::reason);
  return pair;
}

std::unique_ptr<ActivitySpec> in_the_open(Localized say, const std::vector<Pair>& pairs) {
  auto spec = std::make_unique<BoardSpec>();
  spec->script.say = std::move(say);
  spec->script.look = SlotLook::partner;
  spec->script.tray = kMostOpen;
  spec->most_things_a = kMostA;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& [thing, partner] = pairs[i].faces;
    spec->script.slots.push_back({pairs[i].id, partner.picture, partner.text});
    spec->script.things.push_back({pairs[i].id, thing.picture, thing.text, pairs[i].why, i});
  }
  return spec;
}

}  // namespace

std::unique_ptr<ActivitySpec> read(Reader& in) {
  auto say = in.localized("say", TextRole::prompt);
  const bool open = in.word_of("play", {"open", "memory"}, true) == "open";
  auto pairs = in.list<Pair>("pairs", kFewest, open ? kMostOpen : kMostMemory, "a pair", read_pair);
  std::vector<std::string> ids;
  for (const auto& pair : pairs) ids.push_back(pair.id);
  complain_of_twins(in, "pairs", ids);
  if (open) return in_the_open(std::move(say), pairs);
  auto spec = std::make_unique<MemorySpec>();
  spec->script = {std::move(say), std::move(pairs)};
  return spec;
}

}  // namespace nest::pairs
