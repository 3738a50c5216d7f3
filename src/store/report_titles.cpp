#include "store/report_titles.h"

#include <map>
#include <utility>

#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/packs/as_written.h"
#include "store/folder_source.h"

namespace nest::store {
namespace {

using Titles = std::map<std::string, std::string>;
using FactsByItem = std::map<std::pair<std::string, std::string>, ItemFacts>;  ///< by pack and item

/// One key for what is meant; ids hold no line feed.
std::string key_of(const TitleOf& what) {
  return what.pack + '\n' + what.activity + '\n' + what.item + '\n' + what.option + '\n' +
         what.goal + '\n' + what.place;
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

/// True and false are two answers that a pack does not write.
ItemFacts item_facts(Node item) {
  ItemFacts facts{written_text(item, "form"), 0, written_true(item, "several")};
  each_written(item, "answers", [&](Node) { ++facts.choices; });
  if (written_text(item, "kind") == "true-false") facts.choices = 2;
  if (facts.form != "A" && facts.form != "B") facts.form.clear();
  return facts;
}

class Collector {
 public:
  explicit Collector(Lang lang) : lang_(std::move(lang)) {}

  void pack(const PackFiles& files) {
    const auto root = written_pack(files);
    if (!root) return;
    const auto id = written_text(*root, "id");
    keep({id, {}, {}, {}}, localized(*root, "title", lang_));
    const auto goals = root->find("goals");
    if (goals && goals->kind() == NodeKind::object) {
      goals->each([&](Node goal) {
        const std::string key(goal.key());
        keep({id, {}, {}, {}, key}, localized(*goals, key, lang_));
      });
    }
    each_written(*root, "activities", [&](Node activity) {
      keep({id, written_text(activity, "id"), {}, {}}, localized(activity, "title", lang_));
    });
    each_written_item(files, [&](Node node) { item(id, node); });
  }
  void place(const Venue& venue) {
    const auto& name = venue.names.plain(lang_);
    if (is_plain_text(name)) keep({{}, {}, {}, {}, {}, venue.id.str()}, name);
  }
  Titles take_titles() { return std::move(titles_); }
  FactsByItem take_facts() { return std::move(facts_); }

 private:
  void item(const std::string& pack, Node node) {
    const auto id = written_text(node, "id");
    keep({pack, {}, id, {}}, localized(node, "prompt", lang_));
    facts_.insert_or_assign({pack, id}, item_facts(node));
    each_written(node, "answers", [&](Node answer) {
      keep({pack, {}, id, written_text(answer, "id")}, localized(answer, "text", lang_));
    });
  }
  void keep(const TitleOf& what, std::string title) {
    if (!title.empty()) titles_.insert_or_assign(key_of(what), std::move(title));
  }

  Lang lang_;
  Titles titles_;
  FactsByItem facts_;
};

}  // namespace

ReportTitles titles_from(const std::filesystem::path& folder, const std::vector<Venue>& places,
                         const Lang& lang) {
  Collector collector(lang);
  for (const auto& pack : find_packs(folder)) {
    Diagnostics faults;  // whether a pack is good is not our question
    collector.pack(read_folder(pack, faults));
  }
  for (const auto& venue : places) collector.place(venue);
  auto title = [titles = collector.take_titles()](const TitleOf& what) {
    const auto found = titles.find(key_of(what));
    return found == titles.end() ? std::string() : found->second;
  };
  auto item = [facts = collector.take_facts()](const std::string& pack, const std::string& id) {
    const auto found = facts.find({pack, id});
    return found == facts.end() ? std::optional<ItemFacts>() : found->second;
  };
  return {std::move(title), std::move(item)};
}

}  // namespace nest::store
