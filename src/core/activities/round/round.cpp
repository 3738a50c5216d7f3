#include "core/activities/round/round.h"

#include <fmt/format.h>

#include "core/activities/question_run.h"
#include "core/base/wording.h"

namespace nest::round {
namespace {

class Spec : public ActivitySpec {
 public:
  std::unique_ptr<ActivitySpec> read(Reader& in) {
    auto spec = std::make_unique<Spec>();
    if (in.word_of("when", {"before", "after"}, true) == "after") spec->when_ = Phase::after;
    if (in.word_of("form", {"A", "B"}, true) == "B") spec->form_ = Form::b;
    return spec;
  }

}  // namespace nest::round
