#pragma once
// Content files as literals, without JSON: obj({{"id", "soap"}, {"ages", list({"A", "B"})}}).
// document() writes the value as one line of JSON and notes where each part stands, so places are
// those that a reader of the file would see. Not here: the grammar (store/json has tests of its
// own); texts are written as they are, so they hold no quotes and no backslashes.
#include <fmt/format.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "core/base/node.h"

namespace nest::test {

struct Field;

/// A JSON value. `bool` is given as yes() and no(), so that a text is never taken for one.
struct Value {
  NodeKind kind = NodeKind::null;
  std::string key, text;
  double number = 0;
  std::vector<Value> children;

  Value() = default;
  Value(const char* t) : kind(NodeKind::text), text(t) {}  // NOLINT: literals read better
  Value(std::string t) : kind(NodeKind::text), text(std::move(t)) {}  // NOLINT
  Value(double n) : kind(NodeKind::number), number(n) {}              // NOLINT
  Value(int n) : kind(NodeKind::number), number(n) {}                 // NOLINT

  /// The same object with one field set or added: item_value().with("form", "A").
  Value with(const std::string& name, Value value) const;
  Value without(const std::string& name) const;
};

struct Field {
  std::string key;
  Value value;
};

inline Value obj(std::initializer_list<Field> fields) {
  Value out;
  out.kind = NodeKind::object;
  for (const auto& field : fields) {
    out.children.push_back(field.value);
    out.children.back().key = field.key;
  }
  return out;
}

inline Value list(std::vector<Value> children) {
  Value out;
  out.kind = NodeKind::list;
  out.children = std::move(children);
  return out;
}

inline Value truth(bool value) {
  Value out;
  out.kind = NodeKind::boolean;
  out.number = value ? 1 : 0;
  return out;
}
inline Value yes() {
  return truth(true);
}
inline Value no() {
  return truth(false);
}

inline Value Value::without(const std::string& name) const {
  Value out = *this;
  std::vector<Value> kept;
  for (auto& child : out.children) {
    if (child.key != name) kept.push_back(std::move(child));
  }
  out.children = std::move(kept);
  return out;
}

inline Value Value::with(const std::string& name, Value value) const {
  Value out = *this;
  value.key = name;
  for (auto& child : out.children) {
    if (child.key != name) continue;
    child = std::move(value);
    return out;
  }
  out.children.push_back(std::move(value));
  return out;
}

namespace detail {

inline void write(const Value& value, std::string& text);

inline void write_children(const Value& value, std::string& text) {
  const bool object = value.kind == NodeKind::object;
  text += object ? '{' : '[';
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    if (i > 0) text += ", ";
    if (object) text += fmt::format("\"{}\": ", value.children[i].key);
    write(value.children[i], text);
  }
  text += object ? '}' : ']';
}

inline void write(const Value& value, std::string& text) {
  switch (value.kind) {
    case NodeKind::null:
      text += "null";
      break;
    case NodeKind::boolean:
      text += value.number != 0 ? "true" : "false";
      break;
    case NodeKind::number:
      text += fmt::format("{}", value.number);
      break;
    case NodeKind::text:
      text += fmt::format("\"{}\"", value.text);
      break;
    case NodeKind::list:
    case NodeKind::object:
      write_children(value, text);
  }
}

/// Walks the value beside its text; `at` is where the value begins and moves behind it.
inline void build(const Value& value, const std::string& text, std::size_t& at,
                  DocumentBuilder& builder) {
  const auto bytes = std::string_view(text);
  if (value.kind != NodeKind::list && value.kind != NodeKind::object) {
    std::string own;
    write(value, own);
    const bool quoted = value.kind == NodeKind::text;
    builder.value(value.kind, at,
                  quoted ? bytes.substr(at + 1, value.text.size()) : std::string_view(),
                  value.number);
    at += own.size();
    return;
  }
  builder.open(value.kind, at);
  ++at;
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    const auto& child = value.children[i];
    if (i > 0) at += 2;
    if (value.kind == NodeKind::object) {
      builder.key(bytes.substr(at + 1, child.key.size()), at);
      at += child.key.size() + 4;
    }
    build(child, text, at, builder);
  }
  builder.close();
  ++at;
}

}  // namespace detail

inline std::unique_ptr<Document> document(const Value& value, Diagnostics& out,
                                          const std::string& file = "pack.json") {
  std::string text;
  detail::write(value, text);
  auto made = std::make_unique<Document>(file, std::move(text));
  DocumentBuilder builder(*made, out);
  std::size_t at = 0;
  detail::build(value, made->buffer(), at, builder);
  return made;
}

inline std::unique_ptr<Document> document(const Value& value,
                                          const std::string& file = "pack.json") {
  Diagnostics out;
  return document(value, out, file);
}

}  // namespace nest::test
