#include <doctest/doctest.h>

#include "core/base/text.h"
#include "store/files.h"
#include "store/json.h"
#include "store/writers/report_json.h"
#include "store/writers/report_text.h"

using namespace nest;
using namespace nest::store;

namespace {

Catalog words(const std::string& lang) {
  const auto path = std::string(STORKNEST_SOURCE_DIR) + "/locales/report/" + lang + ".json";
  Diagnostics faults;
  const auto document = parse_json(path, read_file(path, 1U << 20U).value(), faults);
  auto catalog = read_catalog(Lang(lang), *document, faults);
  CHECK(faults.empty());
  return catalog;
}

/// Catalogs keep a number and its word together with U+00A0.
std::string with_plain_spaces(std::string text) {
  for (std::size_t at = 0; (at = text.find("\u00A0", at)) != std::string::npos;) {
    text.replace(at, 2, " ");
  }
  return text;
}

Report sample() {
  Table table{"t", {"report.items.title", {}}, {{"report.item", {}}, {"report.count", {}}}, {}};
  table.rows.push_back({Literal{"Kodėl žąsys?"}, Count{1234}});
  table.rows.push_back({Literal{"soap"}, FewerThan{5}});
  table.rows.push_back({Literal{"a \"b\""}, Withheld{}});
  table.rows.push_back({Message{"report.age.a", {}}, Share{17, 24, wilson(17, 24)}});
  table.rows.push_back({Literal{"none"}, Share{}});
  return {{{"report.note.few-visits", {{"fewest", 10}}}},
          {{"s", {"report.visits.title", {}}, {{"report.visits.count", {{"n", 22}}}}, {table}}}};
}

}  // namespace

TEST_CASE("report text: columns stand under each other, counted in letters, not in bytes") {
  const auto text = with_plain_spaces(report_text(sample(), words("en")));
  CHECK(text ==
        "Fewer than 10 visits: only totals are shown, so that no child can be recognised.\n"
        "\n"
        "Visits\n"
        "======\n"
        "22 visits.\n"
        "\n"
        "Questions\n"
        "---------\n"
        "question                      number\n"
        "Kodėl žąsys?                    1234\n"
        "soap                              <5\n"
        "a \"b\"                         hidden\n"
        "4–6 years     71 % (51–85 %), n = 24\n"
        "none                               –\n");
}

TEST_CASE("report json: programs find ids and figures, and the file is well-formed") {
  const auto text = report_json(sample(), {"outcome (…): damaged"}, words("pl"));
  Diagnostics faults;
  const auto document = parse_json("report", text, faults);
  CHECK(faults.empty());
  const auto root = document->root();
  REQUIRE(root);
  CHECK(root->find("language")->text() == "pl");
  CHECK(root->find("left_out")->size() == 1);
  const auto table = root->find("sections")->first()->find("tables")->first();
  CHECK(table->find("id")->text() == "t");
  std::vector<Node> rows;
  table->find("rows")->each([&](Node row) { rows.push_back(*row.first()->next()); });
  REQUIRE(rows.size() == 5);
  CHECK(rows[0].find("n")->number() == 1234);
  CHECK(rows[1].find("below")->number() == 5);
  CHECK(rows[2].find("hidden")->truth());
  CHECK(rows[3].find("part")->number() == 17);
  CHECK(rows[3].find("low")->number() == doctest::Approx(0.508323).epsilon(1e-6));
}

TEST_CASE("report words: every language has every key, in each plural") {
  const auto english = words("en");
  for (const auto* const lang : {"pl", "lt"}) {
    const auto catalog = words(lang);
    CHECK(catalog.patterns().size() == english.patterns().size());
    for (const auto& [key, pattern] : english.patterns()) {
      CAPTURE(key);
      CHECK(catalog.has(key));
    }
  }
  CHECK(words("pl").text("report.visits.count", {{"n", 12}}) == typeset("12 wizyt.", Lang("pl")));
  CHECK(words("pl").text("report.visits.count", {{"n", 22}}) == typeset("22 wizyty.", Lang("pl")));
  CHECK(words("lt").text("report.visits.count", {{"n", 21}}) ==
        typeset("21 apsilankymas.", Lang("lt")));
  CHECK(words("lt").text("report.visits.count", {{"n", 10}}) ==
        typeset("10 apsilankymų.", Lang("lt")));
}
