#pragma once
// A cursor over one object of a content file. It asks for keys by name and kind, collects
// diagnostics instead of throwing, and in the end reports every key that nobody asked for, with the
// nearest known one. Not here: what the values mean together (see packs/rules).
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/age.h"
#include "core/base/id.h"
#include "core/base/node.h"
#include "core/base/text.h"

namespace nest {

/// What a text is for; its limits follow from that.
enum class TextRole { title, goal, prompt, reason, caption, answer, label };

/// Where and for whom a text stands.
struct TextUse {
  TextRole role;
  AgeBand youngest;
  bool beside_picture = false;
};

/// Whoever wants to look at every text, picture and name of a pack while it is read
/// (packs/watcher).
class ReadWatcher {
 public:
  virtual ~ReadWatcher() = default;
  virtual void text(const Node& at, const Lang& lang, std::string_view plain,
                    const TextUse& use) = 0;
  virtual void picture(const Node& at, std::string_view key) = 0;
  virtual void sound(const Node& at, std::string_view key) = 0;
  virtual void character(const Node& at, std::string_view name) = 0;
  virtual void clip(const Node& at, std::string_view character, std::string_view name) = 0;
  virtual void part(const Node& at, std::string_view character, std::string_view name) = 0;
};

/// For the test that keeps schema and reader in step: object name → keys asked for.
using AskedKeys = std::map<std::string, std::set<std::string>>;

/// What all readers of one pack share.
struct ReadContext {
  Diagnostics& out;
  std::vector<Lang> languages;  ///< that every text must have
  ReadWatcher* watcher = nullptr;
  AgeBand youngest = AgeBand::c;  ///< for whom the texts that are being read must be short enough
  AskedKeys* asked = nullptr;
  std::vector<Lang> refused{};  ///< language tags that were complained of
  bool beside_picture = false;  ///< the texts that are being read share their place with a picture
};

class Reader {
 public:
  /// `what` names the object in messages: "an answer".
  Reader(Node node, std::string what, ReadContext& context);

  bool has(std::string_view key);
  std::string text(std::string_view key);  ///< required
  std::string text_or(std::string_view key, std::string otherwise);
  template <class IdType>
  IdType id(std::string_view key) {
    return IdType(id_text(key));
  }
  std::string id_text(std::string_view key);
  double number(std::string_view key, double low, double high, std::optional<double> otherwise);
  /// A whole number.
  std::size_t count(std::string_view key, std::size_t low, std::size_t high,
                    std::optional<std::size_t> otherwise);
  bool flag(std::string_view key, bool otherwise);
  bool truth(std::string_view key);                          ///< true or false; required
  Localized localized(std::string_view key, TextRole role);  ///< required
  Localized localized_or_none(std::string_view key, TextRole role);
  std::string picture(std::string_view key, bool required);
  std::string sound(std::string_view key);  ///< may be missing
  Ages ages(std::string_view key);          ///< required: some of "A", "B", "C"
  std::optional<std::string> word_of(std::string_view key, const std::vector<std::string>& allowed,
                                     bool required = false);
  std::vector<std::string> words(std::string_view key, std::size_t min, std::size_t max);
  std::optional<std::pair<double, double>> point(std::string_view key, bool required);
  /// An object that is required; `advice` shows how it is written.
  std::optional<Node> object(std::string_view key, const std::string& advice);
  /// The node itself, for what only the caller understands; marks the key as known.
  std::optional<Node> raw(std::string_view key);

  /// Reads a list of objects; wrong kinds and counts are reported.
  template <class T>
  std::vector<T> list(std::string_view key, std::size_t min, std::size_t max, std::string what,
                      const std::function<T(Reader&)>& read) {
    std::vector<T> out;
    const auto node = list_node(key, min, max);
    if (node) node->each([&](Node child) { read_into(out, child, what, read); });
    return out;
  }

  void complain(std::string_view key, std::string rule, std::string message,
                std::string advice = {});
  /// As complain, but the pack may be played.
  void advise(std::string_view key, std::string rule, std::string message, std::string advice);
  /// Reports keys that nobody asked for. Called by read_object.
  void finish();
  Node node() const { return node_; }
  ReadContext& context() { return context_; }
  Place place_of(std::string_view key) const;

 private:
  template <class T>
  void read_into(std::vector<T>& out, Node child, const std::string& what,
                 const std::function<T(Reader&)>& read) {
    if (!is_object(child, what)) return;
    Reader in(child, what, context_);
    out.push_back(read(in));
    in.finish();
  }
  bool is_object(Node child, const std::string& what);
  std::optional<Node> list_node(std::string_view key, std::size_t min, std::size_t max);
  /// `advice`: what to do if it is missing or of another kind.
  std::optional<Node> typed(std::string_view key, NodeKind kind, bool required,
                            const std::string& advice = {});
  Localized read_localized(Node node, TextRole role);
  std::string media(std::string_view key, bool required);

  Node node_;
  std::string what_;
  ReadContext& context_;
  std::vector<std::string> known_;
};

/// Reads one object and reports its unknown keys.
template <class T>
T read_object(Node node, std::string what, ReadContext& context,
              const std::function<T(Reader&)>& read) {
  Reader in(node, std::move(what), context);
  T value = read(in);
  in.finish();
  return value;
}

}  // namespace nest
