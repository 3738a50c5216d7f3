#include "store/writers/report_html.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/writers/cell_text.h"
#include "store/writers/charts_svg.h"
#include "store/writers/markup.h"

namespace nest::store {
namespace {

/// A longer table may be cut between two rows; then its head is printed again.
constexpr std::size_t kRowsOnOnePage = 18;

constexpr const char* kReportStyle = R"css(
@page{size:A4;margin:18mm 16mm 20mm}
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:46rem;background:#fff;color:#22313F;
font:1.0625rem/1.55 Andika,"Segoe UI","Noto Sans",Verdana,system-ui,sans-serif;
font-variant-numeric:tabular-nums}
header{border-bottom:4px solid #E5552B;margin-bottom:1.5rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .6rem}
h2{font-size:1.35rem;line-height:1.3;margin:2.6rem 0 .6rem;padding-bottom:.2rem;
border-bottom:1px solid #C9CFD4}
h3{font-size:1.0625rem;margin:1.6rem 0 .4rem}
p{margin:.5rem 0}
.headline{font-size:1.3rem;line-height:1.45;margin:0 0 1.1rem;padding:.1rem 0 .1rem 1rem;
border-left:6px solid #E5552B}
.headline strong{display:block;font-size:1.0625rem}
.note{color:#3B4B59}
figure{margin:1.4rem 0 2rem}
figcaption{font-weight:bold;margin-bottom:.6rem}
svg{display:block;max-width:100%;height:auto}
.wide{overflow-x:auto;margin:1.2rem 0 1.8rem}
table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.4}
caption{text-align:left;font-weight:bold;padding-bottom:.4rem}
th,td{padding:.4rem .6rem .4rem 0;text-align:left;vertical-align:top}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.9em;border-bottom:2px solid #22313F;vertical-align:bottom}
tbody tr{border-bottom:1px solid #C9CFD4}
tbody th{font-weight:normal}
.n{text-align:right}
small{font-size:.82em;color:#3B4B59}
span{white-space:nowrap}
ul{padding-left:1.2rem}li{margin:.35rem 0}
@media print{
body{max-width:none;padding:0;font-size:10.5pt}
h1{font-size:18pt}h2{font-size:14pt}.headline{font-size:13.5pt}
table{font-size:9.5pt}.wide{overflow:visible}
h2,h3,caption,figcaption{break-after:avoid}
figure,tr,li,.headline,.whole{break-inside:avoid}
svg{max-height:210mm}
thead{display:table-header-group}
header,.headline{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
)css";

/// The text in pieces that do not break: a figure, its interval in brackets, its n.
std::string unbroken(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.size();
    for (const auto* const next : {" (", "\u00A0(", ", n"}) {
      end = std::min(end, text.find(next, at + 1));
    }
    if (end < text.size() && text[end] == ',') ++end;
    const auto piece = fmt::format("<span>{}</span>", escaped(text.substr(at, end - at)));
    out += at == 0 ? piece : fmt::format(" <small>{}</small>", piece);
    const bool hard = text.compare(end, 2, "\u00A0") == 0;
    at = std::min(text.size(), end + (hard ? 2 : 1));
  }
  return out;
}

/// A day or an id does not break either.
std::string cell_markup(const Cell& cell, const Catalog& words) {
  constexpr std::size_t kShort = 12;
  const auto text = cell_text(cell, words);
  const bool word = std::holds_alternative<Literal>(cell) && text.size() <= kShort &&
                    text.find(' ') == std::string::npos;
  return is_words(cell) && !word ? escaped(text) : unbroken(text);
}

class HtmlReport {
 public:
  explicit HtmlReport(const Catalog& words) : words_(words) {}

  std::string write(const Report& report) {
    const auto title = say("report.title");
    out_ = fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<header><h1>{}</h1></header>\n"
        "<main>\n",
        words_.lang().str(), title, kReportStyle, title);
    for (const auto& headline : report.headlines) write(headline);
    notes(report.notes);
    pictures(report);
    for (const auto& section : report.sections) write(section);
    list("report.method", report.method);
    list("report.privacy", report.privacy);
    return std::move(out_) + "</main>\n</body>\n</html>\n";
  }

 private:
  std::string say(const char* key) const { return escaped(words_.text(key)); }
  std::string say(const Message& message) const { return escaped(message_text(message, words_)); }

  void write(const Headline& headline) {
    out_ += fmt::format("<p class=\"headline\"><strong>{}</strong> {}</p>\n",
                        escaped(cell_text(headline.topic, words_)), say(headline.sentence));
  }
  void notes(const std::vector<Message>& notes) {
    for (const auto& note : notes) out_ += fmt::format("<p class=\"note\">{}</p>\n", say(note));
  }
  void list(const char* title, const std::vector<Message>& lines) {
    if (lines.empty()) return;
    out_ += fmt::format("<section>\n<h2>{}</h2>\n<ul>\n", say(title));
    for (const auto& line : lines) out_ += fmt::format("<li>{}</li>\n", say(line));
    out_ += "</ul>\n</section>\n";
  }
  void pictures(const Report& report) {
    std::string figures;
    for (const auto& section : report.sections) {
      for (const auto& chart : section.charts) {
        const auto svg = chart_svg(chart, words_);
        if (svg.empty()) continue;
        figures += fmt::format("<figure>\n<figcaption>{}</figcaption>\n{}</figure>\n",
                               escaped(chart_title(chart, words_)), svg);
      }
    }
    if (figures.empty()) return;
    out_ += fmt::format("<section>\n<h2>{}</h2>\n{}</section>\n", say("report.pictures"), figures);
  }
  void write(const Section& section) {
    out_ += fmt::format("<section>\n<h2>{}</h2>\n", say(section.title));
    notes(section.notes);
    for (const auto& table : section.tables) write(table);
    out_ += "</section>\n";
  }
  void write(const Table& table) {
    if (table.rows.empty()) {
      out_ += fmt::format("<h3>{}</h3>\n<p class=\"note\">{}</p>\n", say(table.title),
                          say("report.nothing"));
      return;
    }
    out_ += fmt::format("<div class=\"wide{}\">\n<table>\n<caption>{}</caption>\n<thead><tr>",
                        table.rows.size() <= kRowsOnOnePage ? " whole" : "", say(table.title));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      out_ += fmt::format("<th scope=\"col\"{}>{}</th>", side(table.rows.front()[i]),
                          say(table.columns[i]));
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) write(row, table.rows.front());
    out_ += "</tbody>\n</table>\n</div>\n";
  }
  /// The first row decides on which side a column stands.
  void write(const std::vector<Cell>& row, const std::vector<Cell>& first) {
    out_ += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto text = cell_markup(row[i], words_);
      out_ += i == 0 ? fmt::format("<th scope=\"row\"{}>{}</th>", side(first[i]), text)
                     : fmt::format("<td{}>{}</td>", side(first[i]), text);
    }
    out_ += "</tr>\n";
  }
  static const char* side(const Cell& cell) { return is_words(cell) ? "" : " class=\"n\""; }

  const Catalog& words_;
  std::string out_;
};

}  // namespace

std::string report_html(const Report& report, const Catalog& words) {
  return HtmlReport(words).write(report);
}

}  // namespace nest::store
