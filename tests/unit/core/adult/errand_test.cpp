#include "core/adult/errand.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("errand: its news stays while the stick stays, and while it is pulled out") {
  Errand<int> errand;
  errand.look(true);
  CHECK_FALSE(errand.last());
  errand.ended(3);
  errand.look(true);
  CHECK(errand.last() == 3);
  errand.look(false);
  CHECK(errand.last() == 3);
}

TEST_CASE("errand: the next stick starts afresh, and so does the next adult") {
  Errand<int> errand;
  errand.look(true);
  errand.ended(3);
  errand.look(false);
  errand.look(true);
  CHECK_FALSE(errand.last());
  errand.ended(4);
  errand.forget();
  CHECK_FALSE(errand.last());
}
