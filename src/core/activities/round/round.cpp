#include "core/activities/round/round.h"

#include <fmt/format.h>

#include "core/activities/question_run.h"
#include "core/base/wording.h"

namespace nest::round {
namespace {

class Spec : public ActivitySpec {
 public:
  std::unique_ptr<Activity> start(const PackContent& pack, AgeBand age,
                                  Random luck) const override {
    return start_form(pack, age, form_, when_, luck);
  }
  bool offers(const PackContent& pack, AgeBand age) const override {
    return !pack.pool(form_, age).empty();
  }
  std::vector<std::pair<ItemId, Place>> items() const override { return {}; }
  std::vector<SpokenText> sentences() const override { return {}; }

  void judge(const PackContent& pack, AgeBand age, Diagnostics& out) const override {
    if (offers(pack, age)) return;
    out.warn("empty-round", place,
             fmt::format("there is no approved item of form {} for children of {}.",
                         form_ == Form::a ? "A" : "B", band_years(age)),
             "Give items that form, or take this round out of that age's path.");
  }

  Form form_ = Form::a;
  Phase when_ = Phase::before;
};

}  // namespace

std::unique_ptr<ActivitySpec> read(Reader& in) {
  auto spec = std::make_unique<Spec>();
  if (in.word_of("when", {"before", "after"}, true) == "after") spec->when_ = Phase::after;
  if (in.word_of("form", {"A", "B"}, true) == "B") spec->form_ = Form::b;
  return spec;
}

}  // namespace nest::round
