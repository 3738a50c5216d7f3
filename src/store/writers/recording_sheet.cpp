#include "store/writers/recording_sheet.h"

#include <fmt/format.h>

#include <cctype>

#include "store/writers/markup.h"

namespace nest::store {
namespace {

constexpr const char* kSheetStyle =
    "@page{size:A4;margin:14mm}body{font:13pt Andika,sans-serif;color:#111}"
    "table{border-collapse:collapse;width:100%}thead{display:table-header-group}"
    "th,td{border-bottom:1px solid #999;padding:6px 8px;text-align:left;vertical-align:top}"
    "tr{break-inside:avoid}.text{font-size:16pt}.said{font-size:12pt;color:#444}"
    "code{font-size:10pt}.box{display:inline-block;width:14pt;height:14pt;border:1.5px solid #111}";

/// "mila" is called Mila on paper.
std::string speaker(const std::string& by, const Catalog& words) {
  if (by.empty()) return words.text("sheet.teller");
  auto name = by;
  name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
  return name;
}

std::string row(std::size_t number, const Take& take, const Catalog& words) {
  const auto& sentence = take.sentence;
  std::string said;
  if (take.said.text != sentence.text) {
    said = fmt::format("<div class=\"said\">{} {}</div>", escaped(words.text("sheet.say")),
                       escaped(take.said.text));
  }
  return fmt::format(
      "<tr><td>{}</td><td class=\"text\">{}{}</td><td>{}</td><td><code>{}.ogg</code></td>"
      "<td>{:.1f}</td><td><span class=\"box\"></span></td></tr>\n",
      number, escaped(sentence.text), said, escaped(speaker(sentence.by, words)),
      escaped(sentence.id), seconds(take.expected));
}

}  // namespace

std::string recording_sheet(const ToldNarration& told, const Lang& lang, const Catalog& words) {
  const auto say = [&](const char* key) { return escaped(words.text(key)); };
  std::string rows;
  std::size_t number = 0;
  for (const auto& take : told.takes) {
    if (take.sentence.lang != lang || state_of(take) == TakeState::recorded) continue;
    rows += row(++number, take, words);
  }
  const auto title = fmt::format("{}: {} ({})", say("sheet.title"), escaped(told.name), lang.str());
  std::string page = fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>{}</title>\n"
      "<style>{}</style>\n<h1>{}</h1>\n<p>{}</p>\n<p>{}</p>\n<p>{} <code>{}/{}/</code></p>\n",
      lang.str(), title, kSheetStyle, title, say("sheet.how"), say("sheet.level"),
      say("sheet.folder"), escaped(told.narration.voices), lang.str());
  if (rows.empty()) return page + fmt::format("<p>{}</p>\n</html>\n", say("sheet.none"));
  page += fmt::format(
      "<table>\n<thead><tr><th></th><th>{}</th><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr>"
      "</thead>\n<tbody>\n",
      say("sheet.sentence"), say("sheet.speaker"), say("sheet.file"), say("sheet.seconds"),
      say("sheet.done"));
  return page + rows + "</tbody>\n</table>\n</html>\n";
}

}  // namespace nest::store
