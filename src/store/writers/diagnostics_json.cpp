#include "store/writers/diagnostics_json.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "core/base/utf8.h"

namespace nest::store {

std::string diagnostics_json(const Diagnostics& diagnostics) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> out(buffer);
  out.SetIndent(' ', 1);
  const auto text = [&](const char* key, std::string_view value) {
    const auto shown = printable(value);
    out.Key(key);
    out.String(shown.data(), static_cast<rapidjson::SizeType>(shown.size()));
  };
  const auto number = [&](const char* key, std::size_t value) {
    out.Key(key);
    out.Uint64(value);
  };
  out.StartArray();
  for (const auto& d : diagnostics.list()) {
    out.StartObject();
    text("file", d.place.file);
    number("line", d.place.line);
    number("column", d.place.column);
    text("pointer", d.place.pointer);
    text("rule", d.rule);
    text("severity", d.severity == Severity::error ? "error" : "warning");
    text("message", d.message);
    text("advice", d.advice);
    out.EndObject();
  }
  out.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace nest::store
