#pragma once
// Names that travel are types: a PackId cannot be passed where an ItemId is meant.
#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace nest {

template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}
  const std::string& str() const { return text_; }
  bool empty() const { return text_.empty(); }
  auto operator<=>(const Id&) const = default;

 private:
  std::string text_;
};

using PackId = Id<struct PackTag>;
using ActivityId = Id<struct ActivityTag>;
using ItemId = Id<struct ItemTag>;
using AnswerId = Id<struct AnswerTag>;
using GoalId = Id<struct GoalTag>;

/// A language tag (BCP 47) such as "pl" or "lt".
using Lang = Id<struct LangTag>;

}  // namespace nest

template <class Tag>
struct std::hash<nest::Id<Tag>> {
  std::size_t operator()(const nest::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.str());
  }
};
