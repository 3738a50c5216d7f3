#include "store/writers/report_xlsx.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "core/base/overloaded.h"
#include "core/base/utf8.h"
#include "store/writers/cell_text.h"
#include "store/writers/charts_svg.h"
#include "store/writers/flat_table.h"

namespace nest::store {
namespace {

constexpr std::size_t kLongestSheetName = 31;  // Excel's own limit
constexpr double kNarrow = 10, kWide = 48;     // columns, in letters
constexpr int kMostDecimals = 4;

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* handle) const noexcept {
    (void)Free(handle);
  }
};
using Workbook = std::unique_ptr<lxw_workbook, Freed<workbook_close>>;

/// A file in memory, which has a name as long as it lives.
class MemoryFile {
 public:
  MemoryFile() : fd_(::memfd_create("report.xlsx", MFD_CLOEXEC)) {
    if (fd_ < 0) throw std::system_error(errno, std::generic_category(), "a file in memory");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(fd_); }

  std::string path() const { return fmt::format("/proc/self/fd/{}", fd_); }
  std::string bytes() const {
    std::string all;
    std::array<char, 65536> some{};
    for (;;) {
      const auto n = ::pread(fd_, some.data(), some.size(), static_cast<off_t>(all.size()));
      if (n < 0) throw std::system_error(errno, std::generic_category(), "a file in memory");
      if (n == 0) return all;
      all.append(some.data(), static_cast<std::size_t>(n));
    }
  }

 private:
  int fd_;
};

lxw_row_t row_number(std::size_t row) {
  return static_cast<lxw_row_t>(row);
}
lxw_col_t column_number(std::size_t column) {
  return static_cast<lxw_col_t>(column);
}

class XlsxReport {
 public:
  explicit XlsxReport(const Catalog& words) : words_(words) {}

  std::string write(const Report& report) {
    open();
    summary(report);
    for (const auto& section : report.sections) {
      for (const auto& table : section.tables) sheet(table);
    }
    charts(report);
    return close();
  }

 private:
  void open() {
    // The library can only write to a file with a name (1.1.4); this one never reaches a disk.
    book_.reset(workbook_new(file_.path().c_str()));
    if (!book_) throw std::runtime_error("A workbook cannot be made.");
    lxw_doc_properties properties{};
    properties.created = 1;  // not the clock's time: the second after the epoch, as 0 means "now"
    workbook_set_properties(book_.get(), &properties);
    head_ = workbook_add_format(book_.get());
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_bottom(head_, LXW_BORDER_MEDIUM);
    text_ = workbook_add_format(book_.get());
    format_set_text_wrap(text_);
    format_set_align(text_, LXW_ALIGN_VERTICAL_TOP);
    for (int decimals = 0; decimals <= kMostDecimals; ++decimals) {
      auto* const format = workbook_add_format(book_.get());
      const auto shown = decimals == 0
                             ? std::string("0")
                             : "0." + std::string(static_cast<std::size_t>(decimals), '0');
      format_set_num_format(format, shown.c_str());
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      numbers_[decimals] = format;
    }
  }
  std::string close() {
    const auto failed = workbook_close(book_.release());
    if (failed != LXW_NO_ERROR) {
      throw std::runtime_error(
          fmt::format("A workbook cannot be made ({}).", lxw_strerror(failed)));
    }
    return file_.bytes();
  }

  /// Excel allows 31 letters without []:*?/\ and each name once.
  std::string sheet_name(const std::string& title) {
    std::string plain;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < title.size() && letters + 4 < kLongestSheetName; ++letters) {
      const auto begin = at;
      (void)next_code_point(title, at);
      const bool bad = std::string_view("[]:*?/\\'").find(title[begin]) != std::string_view::npos;
      plain += bad ? " " : title.substr(begin, at - begin);
    }
    const int again = ++names_[plain];
    return again == 1 ? plain : fmt::format("{} {}", plain, again);
  }
  lxw_worksheet* add_sheet(const std::string& title) {
    return workbook_add_worksheet(book_.get(), sheet_name(title).c_str());
  }

  /// The sentence first, then how it was made.
  void summary(const Report& report) {
    auto* const page = add_sheet(words_.text("report.title"));
    worksheet_set_column(page, 0, 0, kWide * 2, nullptr);
    lxw_row_t row = 0;
    const auto line = [&](const std::string& text, lxw_format* format) {
      worksheet_write_string(page, row++, 0, text.c_str(), format);
    };
    line(words_.text("report.title"), head_);
    for (const auto& headline : report.headlines) {
      line(fmt::format("{}: {}", cell_text(headline.topic, words_),
                       message_text(headline.sentence, words_)),
           text_);
    }
    for (const auto& note : report.notes) line(message_text(note, words_), text_);
    line(words_.text("report.method"), head_);
    for (const auto& note : report.method) line(message_text(note, words_), text_);
    line(words_.text("report.privacy"), head_);
    for (const auto& note : report.privacy) line(message_text(note, words_), text_);
  }

  void sheet(const Table& table) {
    const auto flat = flat_table(table, words_);
    auto* const page = add_sheet(flat.title);
    for (std::size_t c = 0; c < flat.columns.size(); ++c) {
      const auto column = column_number(c);
      worksheet_write_string(page, 0, column, flat.columns[c].c_str(), head_);
      worksheet_set_column(page, column, column, width(flat, c), nullptr);
    }
    worksheet_freeze_panes(page, 1, 0);
    for (std::size_t r = 0; r < flat.rows.size(); ++r) {
      for (std::size_t c = 0; c < flat.rows[r].size(); ++c) {
        write(page, row_number(r + 1), column_number(c), flat.rows[r][c]);
      }
    }
  }
  static double width(const FlatTable& flat, std::size_t column) {
    std::size_t letters = 0;
    for (const auto& row : flat.rows) {
      const auto* const text = std::get_if<std::string>(&row[column]);
      if (text) letters = std::max(letters, count_code_points(*text));
    }
    return std::clamp(static_cast<double>(letters) + 2, kNarrow, kWide);
  }
  /// Words are written as words, so none is ever run as a formula.
  void write(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const FlatCell& cell) {
    if (const auto* const text = std::get_if<std::string>(&cell)) {
      worksheet_write_string(page, row, column, text->c_str(), text_);
    } else if (const auto* const number = std::get_if<FlatNumber>(&cell)) {
      worksheet_write_number(page, row, column, number->value, numbers_.at(number->decimals));
    }
  }

  /// Before and after for each line or row; a bar chart has one series.
  void charts(const Report& report) {
    for (const auto& section : report.sections) {
      for (const auto& chart : section.charts) {
        std::visit(Overloaded{
                       [&](const SlopeChart& slopes) { draw(chart, slopes); },
                       [&](const DotChart& dots) { draw(chart, dots); },
                       [&](const BarChart& bars) { draw(chart, bars); },
                   },
                   chart.drawing);
      }
    }
  }

  struct Grid {
    std::vector<std::string> series;
    std::vector<std::pair<Cell, std::vector<std::optional<double>>>> rows;
    bool percents = true;
  };
  void draw(const Chart& chart, const SlopeChart& slopes) {
    Grid grid = before_after();
    for (const auto& line : slopes.lines) {
      grid.rows.push_back({line.label, {line.before.value, line.after.value}});
    }
    draw(chart, grid);
  }
  void draw(const Chart& chart, const DotChart& dots) {
    Grid grid = before_after();
    const auto value = [](const auto& point) {
      return point ? std::optional(point->value) : std::nullopt;
    };
    for (const auto& row : dots.rows) {
      grid.rows.push_back({row.label, {value(row.before), value(row.after)}});
    }
    draw(chart, grid);
  }
  void draw(const Chart& chart, const BarChart& bars) {
    Grid grid{{message_text(bars.unit, words_)}, {}, false};
    for (const auto& bar : bars.bars) {
      grid.rows.push_back({bar.label, {static_cast<double>(bar.n)}});
    }
    draw(chart, grid);
  }
  Grid before_after() const {
    return {{words_.text("report.before"), words_.text("report.after")}, {}, true};
  }

  /// The figures of the chart stand beside it on its sheet.
  void draw(const Chart& about, const Grid& grid) {
    if (grid.rows.empty()) return;
    const auto title = chart_title(about, words_);
    auto* const page = add_sheet(title);
    worksheet_set_column(page, 0, 0, kWide, nullptr);
    for (std::size_t s = 0; s < grid.series.size(); ++s) {
      worksheet_write_string(page, 0, column_number(s + 1), grid.series[s].c_str(), head_);
    }
    for (std::size_t r = 0; r < grid.rows.size(); ++r) {
      const auto row = row_number(r + 1);
      worksheet_write_string(page, row, 0, cell_text(grid.rows[r].first, words_).c_str(), text_);
      for (std::size_t s = 0; s < grid.series.size(); ++s) {
        const auto& value = grid.rows[r].second[s];
        if (!value) continue;
        worksheet_write_number(page, row, column_number(s + 1),
                               grid.percents ? *value * 100 : *value,
                               numbers_.at(grid.percents ? 1 : 0));
      }
    }
    insert_chart(page, title, grid);
  }
  void insert_chart(lxw_worksheet* page, const std::string& title, const Grid& grid) {
    auto* const chart = workbook_add_chart(book_.get(), LXW_CHART_BAR);
    const auto last = row_number(grid.rows.size());
    constexpr std::array kColours{0x22313FU, 0xE5552BU};
    for (std::size_t s = 0; s < grid.series.size(); ++s) {
      auto* const series = chart_add_series(chart, nullptr, nullptr);
      const auto column = column_number(s + 1);
      chart_series_set_categories(series, page->name, 1, 0, last, 0);
      chart_series_set_values(series, page->name, 1, column, last, column);
      chart_series_set_name(series, grid.series[s].c_str());
      lxw_chart_fill fill{};
      fill.color = kColours.at(grid.series.size() == 1 ? 1 : s % kColours.size());
      chart_series_set_fill(series, &fill);
    }
    chart_title_set_name(chart, title.c_str());
    chart_axis_set_reverse(chart->y_axis);  // the first row at the top, as in the table
    if (grid.percents) chart_axis_set_max(chart->x_axis, 100);
    chart_axis_set_min(chart->x_axis, 0);
    worksheet_insert_chart(page, row_number(grid.rows.size() + 2), 0, chart);
  }

  const Catalog& words_;
  MemoryFile file_;
  Workbook book_;
  lxw_format *head_ = nullptr, *text_ = nullptr;  // owned by the workbook
  std::map<int, lxw_format*> numbers_;            // by decimals
  std::map<std::string, int> names_;
};

}  // namespace

std::string report_xlsx(const Report& report, const Catalog& words) {
  return XlsxReport(words).write(report);
}

}  // namespace nest::store
