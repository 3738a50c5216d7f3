#include "core/scene/pronunciation.h"

#include <doctest/doctest.h>

#include "support/document.h"

using namespace nest;
using namespace nest::test;

namespace {

Pronunciation lithuanian() {
  return Pronunciation({{{"112"}, {"vienas vienas du"}},
                        {{"116"}, {"wrong"}},
                        {{"116", "111"}, {"vienas vienas šeši", "vienas vienas vienas"}}});
}

std::string pronounced(std::string_view text) {
  return lithuanian().respell(text).text;
}

}  // namespace

TEST_CASE("pronunciation: numbers of help are said in their own words, the rest as written") {
  CHECK(pronounced("Skambink numeriu 112.") == "Skambink numeriu vienas vienas du.");
  CHECK(pronounced("112") == "vienas vienas du");
  CHECK(pronounced("Gali paskambinti 116\u00A0111.") ==
        "Gali paskambinti vienas vienas šeši, vienas vienas vienas.");
  CHECK(pronounced("116 111!") == "vienas vienas šeši, vienas vienas vienas!");
  CHECK(pronounced("Ąžuolas.") == "Ąžuolas.");
  CHECK(pronounced("") == "");
}

TEST_CASE("pronunciation: only whole words are taken") {
  for (const auto* text : {"1120", "4112", "112a", "ą112", "116111", "11 2"}) {
    CAPTURE(text);
    CHECK(pronounced(text) == text);
  }
}

TEST_CASE("pronunciation: each spoken word leads back to the word on the screen") {
  const std::string written = "Ei, 116\u00A0111 ir 112!";
  const auto respelt = lithuanian().respell(written);
  CHECK(respelt.text == "Ei, vienas vienas šeši, vienas vienas vienas ir vienas vienas du!");
  const auto leads_to = [&](std::string_view spoken) {
    return written.substr(respelt.written_at(respelt.text.rfind(spoken)), 3);
  };
  CHECK(leads_to("Ei") == "Ei,");
  CHECK(leads_to("šeši") == "116");
  CHECK(leads_to("vienas ir") == "111");
  CHECK(leads_to("ir ") == "ir ");
  CHECK(leads_to("du") == "112");
  CHECK(leads_to("!") == "!");
}

TEST_CASE("pronunciation: a language of which nothing is known reads as written") {
  CHECK(respell({{Lang("lt"), lithuanian()}}, Lang("pl"), "112").text == "112");
  CHECK(respell({{Lang("lt"), lithuanian()}}, Lang("lt"), "112").text == "vienas vienas du");
}

TEST_CASE("pronunciation: what cannot be read is told, and the rest stands") {
  Diagnostics out;
  const auto read = read_pronunciation(
      *document(obj({{"112", "vienas vienas du"}, {"116 111", "du"}, {"5", 5}, {"6", ""}})), out);
  CHECK(out.list().size() == 3);
  CHECK(read.respell("112, 116 111, 5").text == "vienas vienas du, 116 111, 5");
  read_pronunciation(*document(list({})), out);
  CHECK(out.list().size() == 4);
}
