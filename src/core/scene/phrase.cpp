#include "core/scene/phrase.h"

namespace nest {

std::string phrase_id(std::string_view key, const Numbers& numbers) {
  std::string id(key);
  for (const auto& [name, number] : numbers) id += "." + std::to_string(number);
  return id;
}

Utterance phrase(const Catalog& texts, std::string_view key, const Numbers& numbers) {
  const auto id = phrase_id(key, numbers);
  const bool recorded = !recording_of(texts.recordings(), id).empty();
  return {texts.lang(), numbers.empty() ? texts.text(key) : texts.text(key, numbers),
          recorded ? "library:voice/" + texts.lang().str() + "/" + id : ""};
}

}  // namespace nest
