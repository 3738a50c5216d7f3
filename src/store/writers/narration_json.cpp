#include "store/writers/narration_json.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cmath>

namespace nest::store {
namespace {

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void text(Writer& out, const char* key, const std::string& value) {
  out.Key(key);
  out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

/// JSON has no infinity: silence has no loudness there.
void number(Writer& out, const char* key, double value) {
  out.Key(key);
  if (std::isfinite(value)) {
    out.Double(std::round(value * 100) / 100);
  } else {
    out.Null();
  }
}

void write(Writer& out, const ToldNarration& told, const Take& take) {
  const auto& sentence = take.sentence;
  out.StartObject();
  text(out, "pack", told.name);
  text(out, "language", sentence.lang.str());
  text(out, "id", sentence.id);
  text(out, "text", sentence.text);
  if (take.said.text != sentence.text) text(out, "said", take.said.text);
  text(out, "by", sentence.by);
  text(out, "state", state_name(state_of(take)));
  text(out, "file", sentence.recording);
  number(out, "expected_seconds", seconds(take.expected));
  if (take.recorded && take.recorded->heard) {
    const auto& heard = *take.recorded->heard;
    number(out, "seconds", seconds(heard.length));
    number(out, "loudness_lufs", heard.loudness);
    number(out, "peak_dbtp", heard.peak);
    text(out, "words", sentence.timed ? "corrected" : "estimated");
  }
  out.EndObject();
}

}  // namespace

std::string narration_json(const std::vector<ToldNarration>& told) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.SetIndent(' ', 1);
  out.StartArray();
  for (const auto& one : told) {
    for (const auto& take : one.takes) write(out, one, take);
  }
  out.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace nest::store
