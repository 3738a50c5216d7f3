#include "core/packs/narration.h"

#include <algorithm>
#include <array>

#include "core/scene/phrase.h"
#include "core/scene/word_times.h"

namespace nest {
namespace {

/// Texts of the interface that are only shown: the attract screen is silent, and the others stand
/// beside a sentence that is said. A new text is spoken unless it is named here.
constexpr std::array kSilent{"attract.hello",  "attract.here", "attract.touch", "farewell.title",
                             "idle.countdown", "idle.yes",     "language.name", "staff.title"};
constexpr long kMostCounted = 12;  // stars that a visit is likely to end with

bool is_silent(const std::string& key) {
  return std::find(kSilent.begin(), kSilent.end(), key) != kSilent.end();
}

void add_item(const Item& item, std::vector<SpokenText>& said) {
  const auto& id = item.id.str();
  said.push_back({id + ".prompt", &item.prompt});
  // True and false are words of the interface and share their reason; a sound speaks for itself.
  if (item.kind == ItemKind::true_false) {
    said.push_back({id + ".why", &item.answers.front().why});
  } else {
    for (const auto& answer : item.answers) {
      if (answer.sound.empty()) said.push_back({id + ".answer." + answer.id.str(), &answer.text});
      said.push_back({id + ".why." + answer.id.str(), &answer.why});
    }
  }
  said.push_back({id + ".hint", &item.hint});
}

Sentence with_recording(const std::set<std::string>& files, const std::string& stem,
                        Sentence sentence) {
  sentence.recording = recording_of(files, stem);
  sentence.timed = !sentence.recording.empty() && files.count(words_file(sentence.recording)) > 0;
  return sentence;
}

void add_phrase(const Catalog& texts, const std::string& key, const Numbers& numbers,
                Narration& out) {
  const auto said = phrase(texts, key, numbers);
  const auto id = phrase_id(key, numbers);
  Sentence sentence{said.lang, id, said.text, "mila", "", false};
  const auto file = recording_of(texts.recordings(), id);
  if (!file.empty()) sentence.recording = out.voices + "/" + said.lang.str() + "/" + file;
  out.sentences.push_back(std::move(sentence));
}

}  // namespace

std::vector<SpokenText> spoken_texts(const Pack& pack) {
  std::vector<SpokenText> said{{kPackTitle, &pack.title}};
  for (const auto& activity : pack.activities) {
    said.push_back({title_id(activity->id), &activity->title});
    for (auto& text : activity->sentences()) said.push_back(std::move(text));
  }
  for (const auto& item : pack.content.items) add_item(item, said);
  return said;
}

std::string recording_stem(const Narration& narration, const Sentence& sentence) {
  return narration.voices + "/" + sentence.lang.str() + "/" + sentence.id;
}

Narration narration(const Pack& pack) {
  Narration out{"media/voice", {}};
  const auto said = spoken_texts(pack);
  for (const auto& lang : pack.content.languages) {
    for (const auto& [id, text, by] : said) {
      Sentence sentence{lang, id, text->plain(lang), by, "", false};
      const auto stem = recording_stem(out, sentence);
      out.sentences.push_back(with_recording(pack.content.recordings, stem, std::move(sentence)));
    }
  }
  return out;
}

Narration narration(const std::map<Lang, Catalog>& catalogs) {
  Narration out{"sounds/voice", {}};
  for (const auto& [lang, texts] : catalogs) {
    for (const auto& [key, pattern] : texts.patterns()) {
      if (is_silent(key)) continue;
      if (pattern.find('{') == std::string::npos) {
        add_phrase(texts, key, {}, out);
        continue;
      }
      for (long n = 0; n <= kMostCounted; ++n) add_phrase(texts, key, {{"n", n}}, out);
    }
  }
  return out;
}

}  // namespace nest
