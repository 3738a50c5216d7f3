// The texts of a Reader: plain words, and what children see in every language.
#include <fmt/format.h>

#include <algorithm>

#include "core/base/reader.h"
#include "core/base/utf8.h"
#include "core/base/wording.h"

namespace nest {
namespace {

constexpr std::size_t kTextLimit = 2000;
constexpr std::size_t kPlainLimit = 200;
constexpr const char* kEveryLanguage = "Write { \"pl\": \"…\", \"lt\": \"…\" }.";

/// Control and bidirectional characters make a text look like another one.
void forbidden_character(const Node& node, Diagnostics& out) {
  auto at = plain_bytes(node.text());
  const auto place = node.letter_place(at);
  out.error("forbidden-character", place,
            fmt::format("a line break, a tab or an invisible character (U+{:04X}) stands here.",
                        static_cast<std::uint32_t>(next_code_point(node.text(), at))),
            "Type it again in a plain text editor, on one line.");
}

/// A word or name that no child sees: an author, a licence, an actor.
bool check_plain(const Node& node, Diagnostics& out) {
  const auto text = node.text();
  if (!text.empty() && text.size() <= kPlainLimit && is_plain_text(text)) return true;
  if (text.empty()) out.error("empty-text", node.place(), "this text is empty.", "Fill it in.");
  if (text.size() > kPlainLimit) {
    out.error("text-too-long", node.place(),
              fmt::format("this text is longer than {} letters.", kPlainLimit), "Say it shorter.");
  } else if (!text.empty()) {
    forbidden_character(node, out);
  }
  return false;
}

/// Typesets a marked text and carries the marks over: a hard space is one byte longer.
Text typeset_marked(const Text& written, const Lang& lang) {
  Text out;
  out.plain = typeset(written.plain, lang);
  std::vector<std::size_t> moved(written.plain.size() + 1);
  for (std::size_t from = 0, to = 0; from < written.plain.size(); ++from) {
    moved[from] = to;
    to += written.plain[from] == ' ' && out.plain[to] != ' ' ? 2 : 1;
    moved[from + 1] = to;
  }
  for (const auto& mark : written.marks) {
    out.marks.push_back({mark.id, moved[mark.begin], moved[mark.end]});
  }
  return out;
}

bool check_characters(const Node& node, Diagnostics& out) {
  if (node.text().size() > kTextLimit) {
    out.error("text-too-long", node.place(), "this text is longer than any screen.",
              "Say it shorter.");
    return false;
  }
  if (!is_plain_text(node.text())) forbidden_character(node, out);
  return is_plain_text(node.text());
}

}  // namespace

std::string Reader::text(std::string_view key) {
  const auto child = typed(key, NodeKind::text, true);
  return child && check_plain(*child, context_.out) ? std::string(child->text()) : std::string();
}

std::string Reader::text_or(std::string_view key, std::string otherwise) {
  return node_.find(key) ? text(key) : (raw(key), std::move(otherwise));
}

std::vector<std::string> Reader::words(std::string_view key, std::size_t min, std::size_t max) {
  std::vector<std::string> out;
  const auto node = list_node(key, min, max);
  if (!node) return out;
  node->each([&](Node child) {
    if (child.kind() == NodeKind::text && check_plain(child, context_.out)) {
      out.emplace_back(child.text());
    }
    if (child.kind() != NodeKind::text) {
      context_.out.error("wrong-kind", child.place(),
                         fmt::format("\"{}\" holds texts, not {}.", key, name(child.kind())),
                         how_to_write(NodeKind::text));
    }
  });
  return out;
}

Localized Reader::localized(std::string_view key, TextRole role) {
  const auto child = typed(key, NodeKind::object, true, kEveryLanguage);
  return child ? read_localized(*child, role) : Localized();
}

Localized Reader::localized_or_none(std::string_view key, TextRole role) {
  const auto child = typed(key, NodeKind::object, false, kEveryLanguage);
  return child ? read_localized(*child, role) : Localized();
}

Localized Reader::read_localized(Node node, TextRole role) {
  Localized out;
  for (const auto& lang : context_.languages) {
    const auto child = node.find(lang.str());
    if (!child || child->kind() != NodeKind::text || count_words(child->text()) == 0) {
      context_.out.error("missing-language", child ? child->place() : node.place(),
                         fmt::format("the {} text is missing.", language_name(lang)),
                         fmt::format("Add \"{}\": \"…\".", lang.str()));
      continue;
    }
    const bool clean = check_characters(*child, context_.out);
    const auto marked = parse_marks(child->text());
    if (!marked.fault.empty()) {
      context_.out.error("bad-mark", child->place(), "a brace that marks no word.",
                         "A marked word is written {id|word}.");
    }
    out.set(lang, typeset_marked(marked.text, lang));
    if (clean && context_.watcher != nullptr) {
      context_.watcher->text(*child, lang, out.in(lang).plain,
                             {role, context_.youngest, context_.beside_picture});
    }
  }
  node.each([&](Node child) {
    const Lang lang{std::string(child.key())};
    for (const auto* known : {&context_.languages, &context_.refused}) {
      if (std::find(known->begin(), known->end(), lang) != known->end()) return;
    }
    context_.out.error("unknown-language", child.key_place(),
                       fmt::format("the pack's title has no \"{}\".", child.key()),
                       "A language is used everywhere or nowhere; the title says which there are.");
  });
  return out;
}

}  // namespace nest
