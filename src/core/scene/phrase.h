#pragma once
// Sentences of the interface as they are said: with a recording if the catalog knows one. Its id is
// its key, with the number that stands in it: "quiz.again", "farewell.stars.3".
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/i18n/catalog.h"
#include "core/scene/voice.h"

namespace nest {

using Numbers = std::vector<std::pair<std::string, long>>;

std::string phrase_id(std::string_view key, const Numbers& numbers);

Utterance phrase(const Catalog& texts, std::string_view key, const Numbers& numbers = {});

}  // namespace nest
