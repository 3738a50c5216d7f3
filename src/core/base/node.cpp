#include "core/base/node.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/utf8.h"

namespace nest {

std::string_view name(NodeKind kind) {
  constexpr std::array<std::string_view, 6> kNames{"null",   "true or false", "a number",
                                                   "a text", "a list [ ]",    "an object { }"};
  return kNames[static_cast<std::size_t>(kind)];
}

NodeKind Node::kind() const {
  return document_->records_[index_].kind;
}
std::string_view Node::key() const {
  return document_->records_[index_].key;
}
std::string_view Node::text() const {
  return document_->records_[index_].text;
}
double Node::number() const {
  return document_->records_[index_].number;
}
bool Node::truth() const {
  return document_->records_[index_].number != 0;
}
std::size_t Node::size() const {
  return document_->records_[index_].size;
}

namespace {
std::optional<Node> node_or_none(const Document& document, std::uint32_t index,
                                 std::uint32_t none) {
  if (index == none) return std::nullopt;
  return Node(document, index);
}
}  // namespace

std::optional<Node> Node::first() const {
  return node_or_none(*document_, document_->records_[index_].first, Document::kNone);
}
std::optional<Node> Node::next() const {
  return node_or_none(*document_, document_->records_[index_].next, Document::kNone);
}
std::optional<Node> Node::parent() const {
  return node_or_none(*document_, document_->records_[index_].parent, Document::kNone);
}

std::optional<Node> Node::find(std::string_view key) const {
  for (auto child = first(); child; child = child->next()) {
    if (child->key() == key) return child;
  }
  return std::nullopt;
}

std::string Node::pointer() const {
  const auto above = parent();
  if (!above) return {};
  if (above->kind() == NodeKind::list) {
    return above->pointer() + fmt::format("/{}", document_->records_[index_].position);
  }
  std::string escaped;  // RFC 6901: ~ is ~0, / is ~1
  for (const char c : key()) {
    if (c == '~') escaped += "~0";
    if (c == '/') escaped += "~1";
    if (c != '~' && c != '/') escaped += c;
  }
  return above->pointer() + "/" + escaped;
}

Place Node::place() const {
  return document_->place_of(document_->records_[index_].offset, pointer());
}
Place Node::key_place() const {
  return document_->place_of(document_->records_[index_].key_offset, pointer());
}

namespace {
/// How many bytes the file spends on the first letter of a JSON string's rest.
std::size_t written_size(std::string_view rest) {
  std::size_t at = 0;
  next_code_point(rest, at);
  if (rest.front() != '\\') return at;
  constexpr std::size_t kUnicode = 6;  // \u202e
  if (rest.size() < kUnicode || rest[1] != 'u') return 2;
  const bool pair = (rest[2] == 'd' || rest[2] == 'D') &&
                    std::string_view("89abAB").find(rest[3]) != std::string_view::npos;
  return pair ? 2 * kUnicode : kUnicode;
}
}  // namespace

Place Node::letter_place(std::size_t at) const {
  const auto& record = document_->records_[index_];
  const auto value = document_->original(record.offset);
  std::size_t written = 1;  // the quote
  for (auto n = count_code_points(text().substr(0, at)); n > 0 && written < value.size(); --n) {
    written += written_size(value.substr(written));
  }
  return document_->place_of(record.offset + (value.empty() ? 1 + at : written), pointer());
}

Document::Document(std::string file, std::string text)
    : file_(std::move(file)), text_(std::move(text)) {
  for (std::size_t at = 0; at <= text_.size();) {
    const auto end = std::min(text_.find('\n', at), text_.size());
    const std::string_view line(text_.data() + at, end - at);
    line_starts_.push_back(static_cast<std::uint32_t>(at));
    const bool wide =
        std::any_of(line.begin(), line.end(), [](char c) { return c < 0 || c == '\\'; });
    wide_.push_back(wide ? 1 : 0);
    wide_index_.push_back(static_cast<std::uint32_t>(lines_.size()));
    if (wide) lines_.emplace_back(line);
    at = end + 1;
  }
}

std::optional<Node> Document::root() const {
  if (records_.empty()) return std::nullopt;
  return Node(*this, 0);
}

std::string_view Document::original(std::size_t offset) const {
  const auto above = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::size_t>(above - line_starts_.begin()) - 1;
  if (wide_[line] == 0) return {};
  const std::string_view whole = lines_[wide_index_[line]];
  return whole.substr(std::min(offset - line_starts_[line], whole.size()));
}

Place Document::place_of(std::size_t offset, std::string pointer) const {
  const auto above = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::size_t>(above - line_starts_.begin());
  const std::size_t bytes = offset - line_starts_[line - 1];
  std::size_t column = bytes + 1;
  if (wide_[line - 1] != 0) {
    const std::string_view original = lines_[wide_index_[line - 1]];
    column = count_code_points(original.substr(0, bytes)) + 1;
  }
  return {file_, line, column, std::move(pointer)};
}

std::uint32_t DocumentBuilder::append(NodeKind kind, std::size_t offset) {
  const auto index = static_cast<std::uint32_t>(document_.records_.size());
  Document::Record record;
  record.kind = kind;
  record.offset = static_cast<std::uint32_t>(offset);
  record.key = key_;
  record.key_offset = static_cast<std::uint32_t>(key_offset_);
  if (!open_.empty()) {
    auto& level = open_.back();
    auto& parent = document_.records_[level.index];
    record.parent = level.index;
    record.position = parent.size;
    if (parent.kind == NodeKind::object && !is_new(level, key_)) {
      const auto above = Node(document_, level.index).place().pointer;
      out_.error("duplicate-key",
                 document_.place_of(key_offset_, above + "/" + std::string(key_.substr(0, 64))),
                 fmt::format("the key \"{}\" stands here a second time.", key_.substr(0, 64)),
                 "Keep one of the two.");
    }
    ++parent.size;
    if (level.last == Document::kNone) parent.first = index;
    if (level.last != Document::kNone) document_.records_[level.last].next = index;
    level.last = index;
  }
  key_ = {};
  document_.records_.push_back(record);
  return index;
}

/// Small objects are searched, which is fastest; large ones could make that endless.
bool DocumentBuilder::is_new(Level& level, std::string_view key) const {
  constexpr std::uint32_t kSmall = 16;
  const Node parent(document_, level.index);
  if (parent.size() < kSmall) return !parent.find(key);
  if (level.keys.empty()) parent.each([&](Node child) { level.keys.insert(child.key()); });
  return level.keys.insert(key).second;
}

void DocumentBuilder::key(std::string_view text, std::size_t offset) {
  key_ = text;
  key_offset_ = offset;
}

void DocumentBuilder::value(NodeKind kind, std::size_t offset, std::string_view text,
                            double number) {
  const auto index = append(kind, offset);
  document_.records_[index].text = text;
  document_.records_[index].number = number;
}

void DocumentBuilder::open(NodeKind kind, std::size_t offset) {
  open_.push_back({append(kind, offset), Document::kNone, {}});
}

void DocumentBuilder::close() {
  open_.pop_back();
}

}  // namespace nest
