#pragma once
// A content file as a tree that knows where each part stands, so that every message has a place.
// It keeps JSON out of the core: store/json fills it through DocumentBuilder, tests may too.
// Not here: meaning (see Reader), the JSON grammar (store/json).
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/base/diagnostic.h"

namespace nest {

enum class NodeKind : std::uint8_t { null, boolean, number, text, list, object };
std::string_view name(NodeKind kind);

class Document;

/// A light handle; valid as long as its Document.
class Node {
 public:
  Node(const Document& document, std::uint32_t index) : document_(&document), index_(index) {}

  NodeKind kind() const;
  std::string_view key() const;  ///< empty outside objects
  std::string_view text() const;
  double number() const;
  bool truth() const;
  std::size_t size() const;

  std::optional<Node> first() const;
  std::optional<Node> next() const;
  std::optional<Node> parent() const;
  std::optional<Node> find(std::string_view key) const;
  template <class Visit>
  void each(Visit visit) const {
    for (auto child = first(); child; child = child->next()) visit(*child);
  }

  Place place() const;
  /// The place of the key in front of the value (for misspelt keys).
  Place key_place() const;
  /// The place of the letter that begins at byte `at` of text(), where the file has it: an escape
  /// such as \u00e9 is one letter.
  Place letter_place(std::size_t at) const;
  std::uint32_t index() const { return index_; }

 private:
  std::string pointer() const;
  const Document* document_;
  std::uint32_t index_;
};

class Document {
 public:
  /// `text` is the file's content; string values may point into it.
  Document(std::string file, std::string text);
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  std::optional<Node> root() const;
  const std::string& file() const { return file_; }
  /// Where byte `offset` of the original text stands.
  Place place_of(std::size_t offset, std::string pointer = {}) const;
  /// The file's own line, from byte `offset` on; empty for a line without escapes and non-ASCII,
  /// which no parser changes.
  std::string_view original(std::size_t offset) const;
  /// The text's own bytes; a parser may decode strings in place (line starts are kept apart).
  std::string& buffer() { return text_; }

 private:
  friend class Node;
  friend class DocumentBuilder;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  struct Record {
    std::string_view key, text;
    double number = 0;
    std::uint32_t offset = 0, key_offset = 0;
    std::uint32_t parent = kNone, first = kNone, next = kNone, size = 0;
    std::uint32_t position = 0;  ///< among its siblings
    NodeKind kind = NodeKind::null;
  };
  std::string file_, text_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint8_t> wide_;  ///< per line: holds non-ASCII or escapes, so letters must be
                                    ///< counted, which a parser may decode in place
  std::vector<std::string> lines_;  ///< the original text of those lines
  std::vector<std::uint32_t> wide_index_;
  std::vector<Record> records_;
};

/// Fills a Document in the order of the text. Duplicate keys are reported and the later one dropped
/// from look-up (the first one counts).
class DocumentBuilder {
 public:
  DocumentBuilder(Document& document, Diagnostics& out) : document_(document), out_(out) {}
  void key(std::string_view text, std::size_t offset);
  void value(NodeKind kind, std::size_t offset, std::string_view text = {}, double number = 0);
  void open(NodeKind kind, std::size_t offset);
  void close();
  std::size_t depth() const { return open_.size(); }

 private:
  /// A list or object that is not closed yet.
  struct Level {
    std::uint32_t index, last;
    std::unordered_set<std::string_view> keys;  ///< of a large object
  };
  std::uint32_t append(NodeKind kind, std::size_t offset);
  bool is_new(Level& level, std::string_view key) const;
  Document& document_;
  Diagnostics& out_;
  std::vector<Level> open_;
  std::string_view key_;
  std::size_t key_offset_ = 0;
};

}  // namespace nest
