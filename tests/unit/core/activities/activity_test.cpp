#include "core/activities/activity.h"

#include <doctest/doctest.h>

#include "support/builders.h"

using namespace nest;

TEST_CASE("pack content: a sentence takes its recording in that language, if there is one") {
  auto pack = test::content({});
  pack.recordings = {"media/voice/lt/soap.prompt.opus"};
  CHECK(pack.utterance(Lang("lt"), "Muilas?", "soap.prompt").recording ==
        "hands:media/voice/lt/soap.prompt.opus");
  CHECK(pack.utterance(Lang("pl"), "Mydło?", "soap.prompt").recording.empty());
}

TEST_CASE("pack content: what a pack lacks is spoken in the language in which it is shown") {
  const auto pack = test::content({});
  CHECK(pack.utterance(Lang("lt"), "Muilas?", "soap.prompt").lang == Lang("lt"));
  CHECK(pack.utterance(Lang("en"), "Mydło?", "soap.prompt").lang == Lang("pl"));
}
