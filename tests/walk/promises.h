#pragma once
// The words that a pack's files and the interface promise for a card, read from the files
// themselves: what a layout leaves out it cannot hide from them. Not here: whether they stand there
// (text_rules), sentences in bubbles and captions, which have no way of leaving anything out.
#include <map>
#include <string>

#include "core/base/node.h"
#include "core/i18n/catalog.h"
#include "core/view/frame.h"

namespace nest::walk {

class Promises {
 public:
  explicit Promises(Lang lang) : lang_(std::move(lang)) {}

  /// All texts of a pack's file: its manifest or a list of items.
  void add(const Document& file);
  /// Words of the interface on cards of its own.
  void add(const Catalog& texts);
  /// `target` shows `text` while the screen's moment names `owner`; an empty owner: wherever it is.
  void add(const std::string& owner, const std::string& target, const std::string& text);

  /// What has to stand on that target; empty if nothing was promised.
  std::string on(const Frame& frame, const std::string& target) const;
  /// What has to stand beside that picture, where cards have no names of their own (memory).
  std::string beside(const Frame& frame, const std::string& picture) const;

 private:
  /// What the parts of a file that lie within one another stand in.
  struct Within {
    std::string pack, owner, type;
  };
  void collect(const Node& node, Within within);
  void collect_words(const Node& object, const Within& within);
  std::string words(const Node& localized) const;
  std::string find(const std::map<std::pair<std::string, std::string>, std::string>& in,
                   const Frame& frame, const std::string& name) const;

  Lang lang_;
  /// By owner and target, by owner and picture.
  std::map<std::pair<std::string, std::string>, std::string> targets_, pictures_;
};

}  // namespace nest::walk
