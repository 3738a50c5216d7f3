#include "walk/promises.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "core/base/text.h"

namespace nest::walk {
namespace {

/// Which targets the parts of a pack's list become.
struct Kind {
  std::string_view list, target;
};
constexpr std::array<Kind, 6> kKinds{{{"answers", "answer/"},
                                      {"steps", "thing/"},
                                      {"things", "thing/"},
                                      {"pairs", "thing/"},
                                      {"bins", "slot/"},
                                      {"choices", "choice/"}}};

/// Words of the interface that a card of its own shows.
constexpr std::array<std::pair<const char*, const char*>, 14> kInterface{
    {{"answer/true", "item.true"},
     {"answer/false", "item.false"},
     {"answer/unknown", "round.unknown"},
     {"again/yes", "again.yes"},
     {"again/maybe", "again.maybe"},
     {"again/no", "again.no"},
     {"badge/0", "card.badge.red-circle"},
     {"badge/1", "card.badge.blue-square"},
     {"badge/2", "card.badge.green-triangle"},
     {"badge/3", "card.badge.yellow-star"},
     {"card/mine", "card.mine"},
     {"card/again", "card.choose-again"},
     {"notice/ok", "workshop.go"},
     {"idle/yes", "idle.yes"}}};

std::string text_of(const Node& object, std::string_view key) {
  const auto found = object.find(key);
  return found && found->kind() == NodeKind::text ? std::string(found->text()) : std::string();
}

/// The list that the object stands in; empty if it stands in none.
std::string_view list_of(const Node& object) {
  const auto list = object.parent();
  return list && list->kind() == NodeKind::list ? list->key() : std::string_view();
}

}  // namespace

void Promises::add(const std::string& owner, const std::string& target, const std::string& text) {
  targets_[{owner, target}] = text;
}

void Promises::add(const Catalog& texts) {
  for (const auto& [target, key] : kInterface) add("", target, texts.text(key));
}

void Promises::add(const Document& file) {
  const auto root = *file.root();
  collect(root, {text_of(root, "id"), {}, {}});
}

std::string Promises::words(const Node& localized) const {
  const auto here = localized.find(lang_.str());
  return here ? typeset(parse_marks(here->text()).text.plain, lang_) : std::string();
}

void Promises::collect(const Node& node, Within within) {
  if (node.kind() == NodeKind::object) {
    const auto list = list_of(node);
    const bool item = node.find("answers") || node.find("prompt");
    if (list == "activities" || item) within.owner = text_of(node, "id");
    if (list == "activities") within.type = text_of(node, "type");
    collect_words(node, within);
  }
  node.each([&](const Node& child) { collect(child, within); });
}

/// A title, or the word beside a picture.
void Promises::collect_words(const Node& object, const Within& within) {
  const auto id = text_of(object, "id");
  if (const auto title = object.find("title")) {
    if (list_of(object) != "activities") return add("", "topic/" + id, words(*title));
    add("", "activity/" + id, words(*title));
    return add("", "favourite/" + id, words(*title));
  }
  const auto text = object.find("text");
  // A lesson's words are part of its picture; a thing to be found would be given away by its word.
  if (!text || within.type == "lesson" || within.type == "spot") return;
  const auto picture = text_of(object, "picture");
  const bool library = picture.rfind("library:", 0) == 0;
  pictures_[{within.owner, library ? picture : within.pack + ":" + picture}] = words(*text);
  if (object.key() == "with") {
    return add(within.owner, "slot/" + text_of(*object.parent(), "id"), words(*text));
  }
  for (const auto& kind : kKinds) {
    if (list_of(object) != kind.list) continue;
    return add(within.owner, std::string(kind.target) + id, words(*text));
  }
  throw std::runtime_error(
      fmt::format("{}: on which target do the words of this list stand?", object.place().pointer));
}

std::string Promises::find(const std::map<std::pair<std::string, std::string>, std::string>& in,
                           const Frame& frame, const std::string& name) const {
  std::string_view rest = frame.moment;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('/'), rest.size());
    const auto found = in.find({std::string(rest.substr(0, end)), name});
    if (found != in.end()) return found->second;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const auto found = in.find({"", name});
  return found == in.end() ? std::string() : found->second;
}

std::string Promises::on(const Frame& frame, const std::string& target) const {
  return find(targets_, frame, target);
}

std::string Promises::beside(const Frame& frame, const std::string& picture) const {
  return frame.screen == "memory" ? find(pictures_, frame, picture) : std::string();
}

}  // namespace nest::walk
