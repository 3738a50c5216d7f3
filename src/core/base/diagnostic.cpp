#include "core/base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "core/base/utf8.h"

namespace nest {

std::string to_text(const Diagnostic& d) {
  std::string where = d.place.file;
  if (d.place.line > 0) where += fmt::format(":{}:{}", d.place.line, d.place.column);
  std::string text =
      fmt::format("{}: {}: ", where, d.severity == Severity::error ? "error" : "warning");
  if (!d.place.pointer.empty()) text += d.place.pointer + ": ";
  text += d.message;
  if (!d.advice.empty()) text += " " + d.advice;
  return printable(text);
}

void Diagnostics::add(Diagnostic diagnostic) {
  errors_ += diagnostic.severity == Severity::error ? 1 : 0;
  dropped_ += full() ? 1 : 0;
  if (!full()) list_.push_back(std::move(diagnostic));
}

void Diagnostics::sort() {
  std::stable_sort(list_.begin(), list_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  });
}

void Diagnostics::append(const Diagnostics& other) {
  const auto errors = errors_ + other.errors_;  // its dropped ones among them
  for (const auto& diagnostic : other.list_) add(diagnostic);
  errors_ = errors;
  dropped_ += other.dropped_;
}

}  // namespace nest
