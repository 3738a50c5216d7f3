#include "store/report_titles.h"

#include <map>
#include <utility>

#include "core/base/text.h"
#include "core/base/utf8.h"
#include "store/folder_source.h"

namespace nest::store {
namespace {

using Titles = std::map<std::string, std::string>;

/// One key for what is meant; ids hold no line feed.
std::string key_of(const TitleOf& what) {
  return what.pack + '\n' + what.activity + '\n' + what.item + '\n' + what.option + '\n' +
         what.goal;
}

std::string text_of(Node parent, std::string_view key) {
  const auto found = parent.find(key);
  return found && found->kind() == NodeKind::text ? std::string(found->text()) : std::string();
}

/// The text in the language, or in the first one there is; nothing that would upset a terminal.
std::string localized(Node parent, std::string_view key, const Lang& lang) {
  const auto texts = parent.find(key);
  if (!texts || texts->kind() != NodeKind::object) return {};
  auto chosen = texts->find(lang.str());
  if (!chosen) chosen = texts->first();
  if (!chosen || chosen->kind() != NodeKind::text) return {};
  auto plain = parse_marks(chosen->text()).text.plain;
  return is_plain_text(plain) ? plain : std::string();
}

template <class Visit>
void each_in(Node parent, std::string_view key, Visit visit) {
  const auto list = parent.find(key);
  if (list && list->kind() == NodeKind::list) list->each(visit);
}

class Collector {
 public:
  explicit Collector(Lang lang) : lang_(std::move(lang)) {}

  void pack(const PackFiles& files) {
    const auto root = files.manifest ? files.manifest->root() : std::nullopt;
    if (!root || root->kind() != NodeKind::object) return;
    const auto id = text_of(*root, "id");
    keep({id, {}, {}, {}}, localized(*root, "title", lang_));
    const auto goals = root->find("goals");
    if (goals && goals->kind() == NodeKind::object) {
      goals->each([&](Node goal) {
        const std::string key(goal.key());
        keep({id, {}, {}, {}, key}, localized(*goals, key, lang_));
      });
    }
    each_in(*root, "activities", [&](Node activity) {
      keep({id, text_of(activity, "id"), {}, {}}, localized(activity, "title", lang_));
    });
    each_in(*root, "items", [&](Node node) { item(id, node); });
    for (const auto& file : files.item_files) {
      const auto list = file->root();
      if (list && list->kind() == NodeKind::list) list->each([&](Node node) { item(id, node); });
    }
  }
  Titles take() { return std::move(titles_); }

 private:
  void item(const std::string& pack, Node node) {
    const auto id = text_of(node, "id");
    keep({pack, {}, id, {}}, localized(node, "prompt", lang_));
    each_in(node, "answers", [&](Node answer) {
      keep({pack, {}, id, text_of(answer, "id")}, localized(answer, "text", lang_));
    });
  }
  void keep(const TitleOf& what, std::string title) {
    if (!title.empty()) titles_.insert_or_assign(key_of(what), std::move(title));
  }

  Lang lang_;
  Titles titles_;
};

}  // namespace

TitleLookup titles_from(const std::filesystem::path& folder, const Lang& lang) {
  Collector collector(lang);
  for (const auto& pack : find_packs(folder)) {
    Diagnostics faults;  // whether a pack is good is not our question
    collector.pack(read_folder(pack, faults));
  }
  return [titles = collector.take()](const TitleOf& what) {
    const auto found = titles.find(key_of(what));
    return found == titles.end() ? std::string() : found->second;
  };
}

}  // namespace nest::store
