#pragma once
// What a pack's order, sort and open pairs have in common once they are read: a script and its
// limits. Not here: the keys of the single kinds.
#include <memory>
#include <string>

#include "core/activities/board.h"
#include "core/base/reader.h"

namespace nest {

class BoardSpec : public ActivitySpec {
 public:
  std::unique_ptr<Activity> start(const PackContent& pack, AgeBand, Random luck) const override {
    return std::make_unique<Board>(pack, script, id.str(), luck);
  }
  bool offers(const PackContent&, AgeBand) const override { return !script.things.empty(); }
  std::vector<std::pair<ItemId, Place>> items() const override { return {}; }
  std::string unfit(AgeBand age) const override;
  std::vector<SpokenText> sentences() const override;

  BoardScript script;
  /// Most things and most slots for children of 4-6; 0: no limit of their own.
  std::size_t most_things_a = 0, most_slots_a = 0;
};

/// id, picture, text and why of a thing; its home is the caller's.
Thing read_thing(Reader& in);

/// Reports ids that stand twice in a list of the activity.
void complain_of_twins(Reader& in, std::string_view key, const std::vector<std::string>& ids);

}  // namespace nest
