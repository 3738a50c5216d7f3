// The numbers of help are heard as they are taught: each row as the fact sheet has it.
#include <doctest/doctest.h>
#include <espeak-ng/speak_lib.h>

#include <cmath>

#include "content/words.h"
#include "stage/speech.h"
#include "store/assets.h"

namespace nest::test {
namespace {

struct Row {
  const char *lang, *written, *said;
};
constexpr Row kRows[] = {
    {"pl", "Gdy komuś grozi niebezpieczeństwo, dzwoń pod numer 112.",
     "Gdy komuś grozi niebezpieczeństwo, dzwoń pod numer sto dwanaście."},
    {"lt", "Jei kam nors gresia pavojus, skambink numeriu 112.",
     "Jei kam nors gresia pavojus, skambink numeriu vienas vienas du."},
    {"pl", "Możesz zadzwonić za darmo pod numer 116 111.",
     "Możesz zadzwonić za darmo pod numer sto szesnaście, sto jedenaście."},
    {"lt", "Gali nemokamai paskambinti numeriu 116 111.",
     "Gali nemokamai paskambinti numeriu vienas vienas šeši, vienas vienas vienas."}};

Pronunciations shipped() {
  Diagnostics out;
  auto all = store::Assets{kRoot}.pronunciations(out);
  CHECK(out.empty());
  return all;
}

/// What espeak-ng would say, in the letters of the IPA.
std::string phonemes(const Lang& lang, const std::string& text) {
  constexpr int kIpa = 2;
  REQUIRE(espeak_SetVoiceByName(lang.str().c_str()) == EE_OK);
  std::string out;
  for (const void* rest = text.c_str(); rest != nullptr;) {
    out += espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, kIpa);
    out += ' ';
  }
  return out;
}

TEST_CASE("pronunciation: 112 and 116 111 are said as written in the facts, in both languages") {
  const auto known = shipped();
  stage::Speech speech(known);
  stage::Speech plain;
  for (const auto& row : kRows) {
    CAPTURE(row.written);
    const Lang lang(row.lang);
    const auto text = typeset(row.written, lang);
    CHECK(respell(known, lang, text).text == typeset(row.said, lang));
    const auto number = speech.speak(lang, text);
    const auto words = plain.speak(lang, typeset(row.said, lang));
    REQUIRE(number);
    REQUIRE(words);
    // espeak-ng draws the noise of its breath by lot, so two sounds are alike but never the same.
    CHECK(std::abs((number->spoken.length - words->spoken.length).count()) < 40);
  }
}

TEST_CASE("pronunciation: the numbers sound so") {
  const auto known = shipped();
  const stage::Speech opened(known);
  const auto heard = [&](const char* lang, const char* text) {
    return phonemes(Lang(lang), respell(known, Lang(lang), typeset(text, Lang(lang))).text);
  };
  CHECK(heard("pl", "112") == "stˈɔ dvanˈaɕtɕɛ ");
  CHECK(heard("lt", "112") == "vʲˈienas vʲˈienas dˈu ");
  CHECK(heard("pl", "116 111") == "stˈɔ ʃɛsnˈaɕtɕɛ stˈɔ jˌɛdɛnˈaɕtɕɛ ");
  CHECK(heard("lt", "116 111") == "vʲˈienas vʲˈienas ɕˈeɕi vʲˈienas vʲˈienas vʲˈienas ");
}

TEST_CASE("pronunciation: the patch stays on the number while its words are heard") {
  stage::Speech speech(shipped());
  const auto text = typeset("Zadzwoń pod 116 111 albo 112 od razu.", Lang("pl"));
  const auto made = speech.speak(Lang("pl"), text);
  REQUIRE(made);
  const auto& words = made->spoken.words;
  REQUIRE(words.size() == 8);
  for (std::size_t i = 1; i < words.size(); ++i) CHECK(words[i].start > words[i - 1].start);
  CHECK(text.substr(words[2].begin, 3) == "116");
  CHECK(words[3].start - words[2].start > Millis(500));  // "sto szesnaście"
  CHECK(text.substr(words[5].begin, 3) == "112");
  CHECK(words[6].start - words[5].start > Millis(500));  // "sto dwanaście"
}

}  // namespace
}  // namespace nest::test
