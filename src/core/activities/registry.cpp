#include "core/activities/registry.h"

#include <array>

#include "core/activities/again/again.h"
#include "core/activities/lesson/read_lesson.h"
#include "core/activities/order/order.h"
#include "core/activities/pairs/pairs.h"
#include "core/activities/quiz/quiz.h"
#include "core/activities/round/round.h"
#include "core/activities/sort/sort.h"
#include "core/activities/spot/spot.h"
#include "core/activities/what_next/what_next.h"

namespace nest {
namespace {

struct ActivityType {
  const char* name;
  std::unique_ptr<ActivitySpec> (*read)(Reader&);
};

constexpr std::array<ActivityType, 9> kTypes{{
    {"again", again::read},
    {"lesson", lesson::read},
    {"order", order::read},
    {"pairs", pairs::read},
    {"quiz", quiz::read},
    {"round", round::read},
    {"sort", sort::read},
    {"spot", spot::read},
    {"what-next", what_next::read},
}};

}  // namespace

std::vector<std::string> activity_types() {
  std::vector<std::string> names;
  for (const auto& type : kTypes) names.emplace_back(type.name);
  return names;
}

std::unique_ptr<ActivitySpec> read_activity(Reader& in) {
  const auto id = in.id<ActivityId>("id");
  const auto wanted = in.word_of("type", activity_types(), true);
  const auto title = in.localized("title", TextRole::title);
  const auto picture = in.picture("picture", true);
  for (const auto& type : kTypes) {
    if (wanted != type.name) continue;
    auto spec = type.read(in);
    spec->id = id;
    spec->type = type.name;
    spec->title = title;
    spec->picture = picture;
    spec->place = in.node().place();
    return spec;
  }
  // Nobody knows which keys it may have.
  in.node().each([&](Node child) { in.has(child.key()); });
  return nullptr;
}

}  // namespace nest
