#include "core/base/text.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {
const Lang kPolish{"pl"}, kLithuanian{"lt"}, kEnglish{"en"};

/// Hard spaces shown as "_".
std::string set(std::string_view text, const Lang& lang) {
  std::string out;
  const auto done = typeset(text, lang);
  for (std::size_t at = 0; at < done.size(); ++at) {
    const bool hard = done.compare(at, 2, "\u00A0") == 0;
    out += hard ? '_' : done[at];
    at += hard ? 1 : 0;
  }
  return out;
}
std::vector<std::string> split(std::string_view text) {
  const auto parts = sentences(text);
  return {parts.begin(), parts.end()};
}
}  // namespace

TEST_CASE("text: a marked word is shown without its braces and can be found by its id") {
  const auto read = parse_marks("Weź {soap|mydło} i {w|wodę}.");
  CHECK(read.fault.empty());
  CHECK(read.text.plain == "Weź mydło i wodę.");
  const auto* soap = read.text.mark("soap");
  REQUIRE(soap != nullptr);
  CHECK(read.text.plain.substr(soap->begin, soap->end - soap->begin) == "mydło");
  CHECK(read.text.mark("water") == nullptr);
}

TEST_CASE("text: a text without marks is taken as it is, also an empty one") {
  CHECK(parse_marks("").text.plain.empty());
  CHECK(parse_marks("a|b").text.plain == "a|b");
  CHECK(parse_marks("a|b").fault.empty());
}

TEST_CASE("text: braces that mark no word are told and shown, so that nothing gets lost") {
  for (const auto* odd : {"{", "}", "{soap", "{soap}", "{|mydło}", "{soap|}", "{soap|mydło", "a}b",
                          "{a|b}{", "{a}|"}) {
    CAPTURE(odd);
    CHECK_FALSE(parse_marks(odd).fault.empty());
  }
  CHECK(parse_marks("{a|b}{").text.plain == "b{");
  CHECK(parse_marks("{soap}").text.plain == "{soap}");
}

TEST_CASE("text: Polish one-letter words stay with the next word") {
  CHECK(set("Woda i mydło w kranie", kPolish) == "Woda i_mydło w_kranie");
  CHECK(set("Idź z nim i z nią", kPolish) == "Idź z_nim i_z_nią");
  CHECK(set("„A co?”", kPolish) == "„A_co?”");
  CHECK(set("Woda i mydło", kEnglish) == "Woda i mydło");
}

TEST_CASE("text: Lithuanian joins o and į, and nothing that Polish joins") {
  CHECK(set("Eik į mokyklą, o aš", kLithuanian) == "Eik į_mokyklą, o_aš");
  CHECK(set("Vanduo ir muilas i z", kLithuanian) == "Vanduo ir muilas i z");
}

TEST_CASE("text: numbers stay with what they count, dashes with the word before") {
  CHECK(set("myj 30 sekund", kPolish) == "myj 30_sekund");
  CHECK(set("plauk 20 s", kLithuanian) == "plauk 20_s");
  CHECK(set("tel. 116 111", kPolish) == "tel._116_111");
  CHECK(set("1,5 % ir 5 °C", kLithuanian) == "1,5_% ir 5_°C");
  CHECK(set("mydło – dobre", kPolish) == "mydło_– dobre");
  CHECK(set("pvz. muilas", kLithuanian) == "pvz._muilas");
  CHECK(set("A ball – 20 seconds", kEnglish) == "A ball_– 20_seconds");
}

TEST_CASE("text: odd spaces break nothing") {
  CHECK(set("", kPolish).empty());
  CHECK(set(" ", kPolish) == " ");
  CHECK(set(" i ", kPolish) == " i ");
  CHECK(set("i  w", kPolish) == "i  w");
  CHECK(set(". , a", kPolish) == ". , a");
  CHECK(typeset(typeset("i w domu", kPolish), kPolish) == typeset("i w domu", kPolish));
}

TEST_CASE("text: a language that is not there falls back to the first") {
  Localized text;
  CHECK(text.empty());
  CHECK(text.plain(kPolish).empty());
  text.set(kPolish, {"mydło", {}});
  text.set(kLithuanian, {"muilas", {}});
  CHECK(text.plain(kLithuanian) == "muilas");
  CHECK(text.plain(kEnglish) == "mydło");
  CHECK(text.has(kLithuanian));
  CHECK_FALSE(text.has(kEnglish));
  CHECK(text.all().size() == 2);
}

TEST_CASE("text: words are counted as an author counts them") {
  CHECK(count_words("") == 0);
  CHECK(count_words("Myj ręce – zawsze!") == 3);
  CHECK(count_words("5\u00A0min") == 2);
  CHECK(count_words("… – „”") == 0);
  CHECK(count_words("  biało-czerwony  kot ") == 2);
  CHECK(count_words("„Ąžuolas“") == 1);
}

TEST_CASE("text: a sentence ends behind its mark and a space, or with the text") {
  CHECK(split("Myj ręce. Woda leci!") == std::vector<std::string>{"Myj ręce.", "Woda leci!"});
  CHECK(split("Zadzwoń: 116.111.") == std::vector<std::string>{"Zadzwoń: 116.111."});
  CHECK(split("Hm… Co to?") == std::vector<std::string>{"Hm…", "Co to?"});
  CHECK(split("bez kropki") == std::vector<std::string>{"bez kropki"});
  CHECK(split("Co?!") == std::vector<std::string>{"Co?!"});
  CHECK(split("").empty());
  CHECK(split(". .").size() == 2);
}
