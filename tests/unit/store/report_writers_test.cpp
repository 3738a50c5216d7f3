#include <doctest/doctest.h>

#include "core/base/text.h"
#include "store/files.h"
#include "store/json.h"
#include "store/writers/charts_svg.h"
#include "store/writers/report_csv.h"
#include "store/writers/report_html.h"
#include "store/writers/report_json.h"
#include "store/writers/report_text.h"
#include "store/writers/report_xlsx.h"

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

/// What a workshop's report holds, with words that a browser or a spreadsheet could take for code.
Report small_report() {
  Table gains{"gain", {"report.gain.title", {}}, {}, {}};
  for (const auto* const key : {"report.topic", "report.before", "report.after", "report.gain",
                                "report.effect", "report.p"}) {
    gains.columns.push_back({key, {}});
  }
  const Mean before{0.542, {0.45, 0.63}, 20};
  const Gain gain{-0.031, {-0.1, 0.04}, 20};
  gains.rows.push_back({Literal{"<b>\"Mydło\" & woda</b>"}, before, Beyond{true, 0.8, 20}, gain,
                        Figure{0.7512, 2}, PValue{0.0004}});
  gains.rows.push_back(
      {Literal{"=1+1; \"a\""}, Withheld{}, before, Withheld{}, Withheld{}, PValue{0.03125}});
  Chart slope{"slope",
              {"report.chart.slope", {}},
              SlopeChart{{{Literal{"<Mydło>"}, {0.54, {0.45, 0.63}}, {0.71, {0.6, 0.8}}, 20}}}};
  Chart dots{
      "dots",
      {"report.chart.goals", {}},
      DotChart{{{Literal{"a"}, ChartPoint{0.4, {0.3, 0.5}}, ChartPoint{0.85, {}, true, false}},
                {Literal{"b"}, {}, ChartPoint{0.15, {}, false, true}}}}};
  Chart bars{"bars", {"report.chart.ages", {}}, BarChart{{{Message{"report.age.a", {}}, 30}}}};
  Section section{"learning", {"report.learning.title", {}}, {}, {gains}, {slope, dots, bars}};
  Message sentence{"report.verdict.nearly-all", {{"before", 54}, {"n", 20}}};
  return {{},
          {section},
          {{Literal{"A & B"}, sentence}},
          {{"report.method.goals", {}}},
          {{"report.privacy.nothing", {}}}};
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

/// Names of elements that are opened but not closed, or closed wrongly; empty if all is well.
std::string unbalanced(const std::string& page) {
  std::vector<std::string> open;
  for (auto at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const auto end = page.find('>', at);
    auto tag = page.substr(at + 1, end - at - 1);
    if (tag.front() == '!' || tag.back() == '/' || tag.rfind("meta", 0) == 0) continue;
    const auto name = tag.substr(0, tag.find(' '));
    if (name.front() != '/') {
      open.push_back(name);
    } else if (open.empty() || "/" + open.back() != name) {
      return name;
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
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

TEST_CASE("report html: one file in order, with nothing from outside, every word escaped") {
  for (const auto* const lang : {"pl", "lt", "en"}) {
    const auto page = report_html(small_report(), words(lang));
    CAPTURE(lang);
    CHECK(page.rfind("<!doctype html>", 0) == 0);
    CHECK(page.find(std::string("<html lang=\"") + lang + "\">") != std::string::npos);
    CHECK(unbalanced(page) == "");
    for (const auto* const foreign : {"<script", "src=", "href=", "url(", "@import", "<b>"}) {
      CHECK(page.find(foreign) == std::string::npos);
    }
    CHECK(count(page, "http") == count(page, "http://www.w3.org/2000/svg"));
    CHECK(page.find("&lt;b&gt;&quot;Mydło&quot; &amp; woda&lt;/b&gt;") != std::string::npos);
    CHECK(count(page, "<th scope=\"col\"") == 6);
    CHECK(page.find("report.") == std::string::npos);  // no key without its words
    const auto headline = page.find("class=\"headline\"");
    CHECK(headline < page.find("<svg"));
    CHECK(page.rfind("<svg") < page.find("<table>"));
    CHECK(page.find("<table>") < page.find(words(lang).text("report.method.goals").substr(0, 10)));
  }
}

TEST_CASE("report html: every picture says in words what it shows, and needs no colour") {
  const auto page = report_html(small_report(), words("en"));
  CHECK(count(page, "<svg") == 3);
  CHECK(count(page, "role=\"img\"") == 3);
  CHECK(count(page, "<title id=") == 3);
  CHECK(count(page, "<desc id=") == 3);
  const auto report = small_report();
  const auto& charts = report.sections[0].charts;
  CHECK(with_plain_spaces(chart_description(charts[0], words("en"))) ==
        "<Mydło>: before the lesson 54 % (45–63 %), after the lesson 71 % (60–80 %), n = 20.");
  CHECK(
      with_plain_spaces(chart_description(charts[1], words("en"))) ==
      "a: before the lesson 40 % (30–50 %), after the lesson ≥ 85 %. b: after the lesson ≤ 15 %.");
  const auto dots = chart_svg(charts[1], words("en"));
  CHECK(count(dots, "stroke-dasharray") > 0);
  CHECK(chart_svg({"none", {"report.chart.goals", {}}, DotChart{}}, words("en")).empty());
}

TEST_CASE("report csv: figures are figures in the language, words are never formulas") {
  const auto files = report_csv(small_report(), words("pl"));
  REQUIRE(files.size() == 1);
  CHECK(files[0].first == "gain");
  const auto& csv = files[0].second;
  CHECK(csv.rfind("\xEF\xBB\xBF", 0) == 0);
  CHECK(count(csv, "\r\n") == 3);
  CHECK(count(csv, "\n") == 3);
  const auto line = [&](int number) {
    std::size_t at = 3;
    for (int i = 0; i < number; ++i) at = csv.find("\r\n", at) + 2;
    return with_plain_spaces(csv.substr(at, csv.find("\r\n", at) - at));
  };
  CHECK(line(1) ==
        "\"<b>\"\"Mydło\"\" & woda</b>\";54,2;45,0;63,0;20;≥ 80%"
        ";;;20;-3,1;-10,0;4,0;20;0,75;0,0004");
  CHECK(line(2) == "\"'=1+1; \"\"a\"\"\";ukryte;;;;54,2;45,0;63,0;20;ukryte;;;;ukryte;0,0312");
  CHECK(count(line(0), ";") == count(line(1), ";"));
  CHECK(report_csv(small_report(), words("en"))[0].second.find(";54.2;45.0;") != std::string::npos);
}

TEST_CASE("report xlsx: a zip with a sheet for each table, the same bytes each time") {
  const auto book = report_xlsx(small_report(), words("lt"));
  CHECK(book.rfind("PK\x03\x04", 0) == 0);
  CHECK(book == report_xlsx(small_report(), words("lt")));
  // A summary, the table and three charts.
  for (const auto* const part : {"xl/worksheets/sheet5.xml", "xl/charts/chart3.xml"}) {
    CHECK(book.find(part) != std::string::npos);
  }
  CHECK(book.find("xl/worksheets/sheet6.xml") == std::string::npos);
}

TEST_CASE("report xlsx: bars are named by what they count") {
  Report answers;
  answers.sections.push_back({"visits", {"report.visits.title", {}}, {}, {}});
  BarChart bars{{{Message{"report.age.a", {}}, 30}}, {"report.answers", {}}};
  answers.sections[0].charts.push_back({"bars", {"report.chart.ages", {}}, bars});
  auto children = answers;
  std::get<BarChart>(children.sections[0].charts[0].drawing).unit = {"report.children", {}};
  CHECK(report_xlsx(answers, words("en")) != report_xlsx(children, words("en")));
}

TEST_CASE("report json: means, gains, bounds and headlines for programs") {
  const auto text = report_json(small_report(), {}, words("en"));
  Diagnostics faults;
  const auto document = parse_json("report", text, faults);
  CHECK(faults.empty());
  const auto root = document->root();
  CHECK(root->find("headlines")->first()->find("topic")->text() == "A & B");
  const auto row = root->find("sections")->first()->find("tables")->first()->find("rows")->first();
  const auto mean = row->first()->next();
  CHECK(mean->find("mean")->number() == doctest::Approx(0.542));
  CHECK(mean->next()->find("at_least")->number() == doctest::Approx(0.8));
  CHECK(mean->next()->next()->find("gain")->number() == doctest::Approx(-0.031));
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
