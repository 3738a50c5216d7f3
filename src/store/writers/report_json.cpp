#include "store/writers/report_json.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "core/base/overloaded.h"
#include "store/writers/cell_text.h"

namespace nest::store {
namespace {

class JsonReport {
 public:
  explicit JsonReport(const Catalog& words) : words_(words), out_(buffer_) {
    out_.SetIndent(' ', 1);
    out_.SetFormatOptions(rapidjson::kFormatSingleLineArray);
  }

  std::string write(const Report& report, const std::vector<std::string>& left_out) {
    out_.StartObject();
    key("format");
    text("storknest-report/1");
    key("language");
    text(words_.lang().str());
    list("notes", report.notes, [&](const Message& note) { text(words(note)); });
    list("left_out", left_out, [&](const std::string& row) { text(row); });
    list("headlines", report.headlines, [&](const Headline& headline) { write(headline); });
    list("sections", report.sections, [&](const Section& section) { write(section); });
    list("method", report.method, [&](const Message& note) { text(words(note)); });
    list("privacy", report.privacy, [&](const Message& note) { text(words(note)); });
    out_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
  }

 private:
  std::string words(const Message& message) const {
    return words_.text(message.key, message.numbers);
  }
  void key(const char* name) { out_.Key(name); }
  void text(const std::string& value) {
    out_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  template <class Items, class Write>
  void list(const char* name, const Items& items, Write write_one) {
    key(name);
    out_.StartArray();
    for (const auto& item : items) write_one(item);
    out_.EndArray();
  }
  void number(const char* name, std::int64_t value) {
    key(name);
    out_.Int64(value);
  }
  void real(const char* name, double value) {
    key(name);
    out_.Double(value);
  }
  void between(const Interval& interval) {
    real("low", interval.low);
    real("high", interval.high);
  }

  void write(const Headline& headline) {
    out_.StartObject();
    key("topic");
    text(cell_text(headline.topic, words_));
    key("sentence");
    text(words(headline.sentence));
    out_.EndObject();
  }

  void write(const Section& section) {
    out_.StartObject();
    key("id");
    text(section.id);
    key("title");
    text(words(section.title));
    list("notes", section.notes, [&](const Message& note) { text(words(note)); });
    list("tables", section.tables, [&](const Table& table) { write(table); });
    out_.EndObject();
  }

  void write(const Table& table) {
    out_.StartObject();
    key("id");
    text(table.id);
    key("title");
    text(words(table.title));
    list("columns", table.columns, [&](const Message& column) { text(words(column)); });
    list("rows", table.rows, [&](const std::vector<Cell>& row) {
      out_.StartArray();
      for (const auto& cell : row) write(cell);
      out_.EndArray();
    });
    out_.EndObject();
  }

  void write(const Cell& cell) {
    if (const auto* const message = std::get_if<Message>(&cell)) return text(words(*message));
    if (const auto* const literal = std::get_if<Literal>(&cell)) return text(literal->text);
    out_.StartObject();
    std::visit(Overloaded{
                   [&](const Count& count) { number("n", count.n); },
                   [&](const FewerThan& fewer) { number("below", fewer.limit); },
                   [&](const Withheld&) {
                     key("hidden");
                     out_.Bool(true);
                   },
                   [&](const Share& of) {
                     number("part", of.part);
                     number("whole", of.whole);
                     between(of.interval);
                   },
                   [&](const Mean& mean) {
                     real("mean", mean.value);
                     between(mean.interval);
                     number("n", mean.n);
                   },
                   [&](const Gain& gain) {
                     real("gain", gain.value);
                     between(gain.interval);
                     number("n", gain.n);
                   },
                   [&](const Beyond& beyond) {
                     real(beyond.above ? "at_least" : "at_most", beyond.share);
                     number("n", beyond.n);
                   },
                   [&](const Figure& figure) { real("value", figure.value); },
                   [&](const PValue& p) { real("p", p.value); },
                   [](const auto&) {},
               },
               cell);
    out_.EndObject();
  }

  const Catalog& words_;
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> out_;
};

}  // namespace

std::string report_json(const Report& report, const std::vector<std::string>& left_out,
                        const Catalog& words) {
  return JsonReport(words).write(report, left_out);
}

}  // namespace nest::store
