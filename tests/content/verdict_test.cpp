// The verdict of a workshop reads as a sentence in each language, whatever the numbers.
#include "core/usage/verdict.h"

#include <doctest/doctest.h>

#include "content/words.h"
#include "core/i18n/catalog.h"

namespace nest::test {
namespace {

Catalog report_words(const std::string& lang) {
  Diagnostics faults;
  return read_catalog(Lang(lang), *json_of(kRoot / "locales/report" / (lang + ".json")), faults);
}

/// Catalogs keep a number and its word together with U+00A0.
std::string with_plain_spaces(std::string text) {
  for (std::size_t at = 0; (at = text.find("\u00A0", at)) != std::string::npos;) {
    text.replace(at, 2, " ");
  }
  return text;
}

std::string said(const std::string& lang, std::int64_t n, double before, double after,
                 std::optional<Interval> interval) {
  PairedGain gain{n, before, after, after - before};
  gain.interval = interval;
  const auto message = verdict_message(gain);
  return with_plain_spaces(report_words(lang).text(message.key, message.numbers));
}

TEST_CASE("verdict: English") {
  CHECK(said("en", 20, 0.54, 0.71, Interval{0.08, 0.26}) ==
        "Before the lesson the group knew 54 %, after it 71 % (20 children; gain 17 points, "
        "95 % interval 8 to 26): more than chance.");
  CHECK(said("en", 12, 0.54, 0.53, Interval{-0.14, 0.12}) ==
        "Before the lesson the group knew 54 %, after it 53 % (12 children; difference −1 point, "
        "95 % interval −14 to 12): this may be chance, so it cannot be told whether they learned "
        "something.");
  CHECK(said("en", 9, 0.54, 0.71, Interval{0.08, 0.26}) ==
        "Fewer than 10 children answered both before and after the lesson: too few to tell whether "
        "they learned something.");
}

TEST_CASE("verdict: Polish, with 20 and 22 children, 17 points and 2") {
  CHECK(said("pl", 20, 0.54, 0.71, Interval{0.08, 0.26}) ==
        "Przed lekcją grupa znała 54% odpowiedzi, po lekcji 71% (20 dzieci; wzrost o 17 punktów "
        "procentowych, przedział 95%: od 8 do 26): to więcej niż przypadek.");
  CHECK(said("pl", 22, 0.54, 0.52, Interval{-0.03, -0.01}) ==
        "Przed lekcją grupa znała 54% odpowiedzi, po lekcji 52% (22 dzieci; spadek o 2 punkty "
        "procentowe, przedział 95%: od 1 do 3): po lekcji dzieci wiedziały mniej, co trudno uznać "
        "za przypadek.");
  CHECK(said("pl", 21, 0.54, 0.53, Interval{-0.14, 0.12}) ==
        "Przed lekcją grupa znała 54% odpowiedzi, po lekcji 53% (21 dzieci; różnica: −1 punkt "
        "procentowy, przedział 95%: od −14 do 12): to może być przypadek, więc nie można "
        "powiedzieć, czy dzieci się czegoś nauczyły.");
}

TEST_CASE("verdict: Lithuanian, with 21, 22 and 30 children, 1, 8 and 17 points") {
  CHECK(said("lt", 30, 0.54, 0.71, Interval{0.08, 0.26}) ==
        "Prieš pamoką grupė žinojo 54 % atsakymų, po pamokos – 71 % (30 vaikų; rezultatas pagerėjo "
        "17 procentinių punktų, 95 % intervalas – nuo 8 iki 26): tai daugiau nei atsitiktinumas.");
  CHECK(said("lt", 22, 0.54, 0.62, Interval{0.01, 0.15}) ==
        "Prieš pamoką grupė žinojo 54 % atsakymų, po pamokos – 62 % (22 vaikai; rezultatas "
        "pagerėjo 8 procentiniais punktais, 95 % intervalas – nuo 1 iki 15): tai daugiau nei "
        "atsitiktinumas.");
  CHECK(said("lt", 21, 0.54, 0.53, Interval{-0.14, 0.12}) ==
        "Prieš pamoką grupė žinojo 54 % atsakymų, po pamokos – 53 % (21 vaikas; skirtumas: −1 "
        "procentinis punktas, 95 % intervalas – nuo −14 iki 12): tai gali būti atsitiktinumas, "
        "todėl negalima pasakyti, ar vaikai ko nors išmoko.");
}

TEST_CASE("verdict: without cards a loss has a minus sign, not a hyphen") {
  const auto told = [](const std::string& lang) {
    return with_plain_spaces(
        report_words(lang).text("report.verdict.unpaired.less", {{"before", 71},
                                                                 {"after", 54},
                                                                 {"gain", -17},
                                                                 {"low", -26},
                                                                 {"high", -8},
                                                                 {"n", 20},
                                                                 {"m", 21}}));
  };
  CHECK(told("en").find("difference −17 points, 95 % interval −26 to −8: a loss") !=
        std::string::npos);
  CHECK(told("pl").find("różnica: −17 punktów procentowych, przedział 95%: od −26 do −8") !=
        std::string::npos);
  CHECK(told("lt").find("skirtumas −17 procentinių punktų, 95 % intervalas nuo −26 iki −8") !=
        std::string::npos);
}

TEST_CASE("verdict: no pattern shows through, whatever is told") {
  for (const std::string lang : {"pl", "lt", "en"}) {
    for (std::int64_t n = 9; n < 36; ++n) {
      const double change = static_cast<double>(n - 8) / 100;
      const std::vector<std::optional<Interval>> intervals{Interval{0.01, 0.9}, Interval{-0.9, 0.9},
                                                           std::nullopt};
      for (const auto& interval : intervals) {
        const auto gain = said(lang, n, 0.5, 0.5 + change, interval);
        CHECK(gain.find_first_of("{}<>#") == std::string::npos);
      }
      const auto loss = said(lang, n, 0.5, 0.5 - change, Interval{-0.9, -0.01});
      CHECK(loss.find_first_of("{}<>#") == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace nest::test
