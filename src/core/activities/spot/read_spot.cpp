#include <fmt/format.h>

#include <algorithm>

#include "core/activities/spot/spot.h"

namespace nest::spot {
namespace {

constexpr std::size_t kMostThings = 10;
constexpr std::ptrdiff_t kFewestRight = 2;
constexpr std::ptrdiff_t kMostRight = 6;
constexpr float kPictureUnits = 320;

class Spec : public ActivitySpec {
 public:
  std::unique_ptr<Activity> start(const PackContent& pack, AgeBand, Random luck) const override {
    return std::make_unique<Spot>(pack, script, id.str(), luck);
  }
  bool offers(const PackContent&, AgeBand) const override { return !script.things.empty(); }
  bool fits(const Show& show) const override { return spot::fits(script, show); }
  std::vector<std::pair<ItemId, Place>> items() const override { return {}; }
  std::vector<SpokenText> sentences() const override {
    std::vector<SpokenText> said{{id.str() + ".say", &script.say}};
    for (const auto& thing : script.things)
      said.push_back({id.str() + ".why." + thing.id, &thing.why});
    return said;
  }

  Script script;
};

Thing read_thing(Reader& in) {
  Thing thing;
  thing.id = in.id_text("id");
  thing.picture = in.picture("picture", false);
  const auto at = in.point("at", true).value_or(std::pair<double, double>{0, 0});
  const float side = static_cast<float>(in.number("scale", 0.3, 3, 1)) * kPictureUnits;
  thing.box =
      Rect::around({static_cast<float>(at.first), static_cast<float>(at.second)}, side, side);
  thing.right = in.flag("right", false);
  thing.text = in.localized("text", TextRole::answer);
  thing.why = in.localized("why", TextRole::reason);
  const Point middle = thing.box.centre();
  if (middle.x < 0 || middle.y < 0 || middle.x > kSceneWidth || middle.y > kSceneHeight) {
    in.complain("at", "outside-scene", "this place lies outside the scene.",
                fmt::format("A scene is {} wide and {} high.", kSceneWidth, kSceneHeight));
  }
  return thing;
}

void complain_of_counts(Reader& in, const Script& script) {
  const auto right = std::count_if(script.things.begin(), script.things.end(),
                                   [](const Thing& t) { return t.right; });
  if (right >= kFewestRight && right <= kMostRight) return;
  in.complain("things", "wrong-count",
              fmt::format("{} things are to be found; it may be {} to {}.", right, kFewestRight,
                          kMostRight),
              "Mark them with \"right\": true.");
}

void complain_of_overlap(Reader& in, const Script& script) {
  for (std::size_t i = 0; i < script.things.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const auto& a = script.things[i];
      const auto& b = script.things[j];
      if (!a.id.empty() && a.id == b.id) {
        in.complain("things", "same-id", fmt::format("\"{}\" stands twice in \"things\".", a.id),
                    "Ids are different within a list.");
      } else if (a.box.grown(-a.box.w / 6).overlaps(b.box.grown(-b.box.w / 6))) {
        in.complain("things", "overlap",
                    fmt::format("\"{}\" and \"{}\" lie on each other.", b.id, a.id),
                    "A finger could not tell them apart: move one of them.");
      }
    }
  }
}

}  // namespace

std::unique_ptr<ActivitySpec> read(Reader& in) {
  auto spec = std::make_unique<Spec>();
  auto& script = spec->script;
  script.say = in.localized("say", TextRole::prompt);
  script.scene = in.picture("scene", true);
  script.things = in.list<Thing>("things", 2, kMostThings, "a thing", read_thing);
  if (script.things.empty()) return spec;
  complain_of_counts(in, script);
  complain_of_overlap(in, script);
  return spec;
}

}  // namespace nest::spot
