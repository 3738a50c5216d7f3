#pragma once
// Things that are put where they belong: picked with one tap and placed with the next. Order, sort
// and open pairs are such boards; they differ in what their slots look like and in how a pack
// writes them. A wrong place is "almost" with its reason and a second try, then the thing goes to
// its place by itself (which counts as help).
// Not here: reading a pack (order/, sort/, pairs/), fingers that carry a thing (touch gate).
#include <optional>
#include <string>
#include <vector>

#include "core/activities/activity.h"
#include "core/scene/narrator.h"
#include "core/scene/performer.h"

namespace nest {

/// Something to be placed, and the one slot where it belongs.
struct Thing {
  std::string id;
  std::string picture;  ///< as the pack names it
  Localized text, why;
  std::size_t home = 0;  ///< index of its slot
};

/// How an empty slot looks: dots like on a dice, a bin with its picture, the partner's picture.
enum class SlotLook { counted, bin, partner };

struct Slot {
  std::string id;
  std::string picture;  ///< none if counted
  Localized text;       ///< none if counted
};

struct BoardScript {
  Localized say;  ///< the instruction
  SlotLook look = SlotLook::counted;
  std::vector<Slot> slots;
  std::vector<Thing> things;
  std::size_t tray = 6;  ///< so many things wait on the screen at once; the others come after them
};

class Board : public Activity {
 public:
  /// `pack` and `script` outlive the board; `id` begins the names of its recordings.
  Board(const PackContent& pack, const BoardScript& script, std::string id, Random luck);

  void enter(const Show& show, Instant now, Outbox& out) override;
  void tap(std::string_view target, const Show& show, Instant now, Outbox& out) override;
  void advance(const Show& show, Instant now, Outbox& out) override;
  std::optional<Instant> next_due() const override;
  void draw(Frame& frame, const Show& show, Instant now) const override;
  void language_changed(const Show& show, Instant now, Outbox& out) override;
  bool finished() const override { return finished_; }
  bool narrating() const override { return narrator_.speaking(); }
  bool helped() const override { return helped_; }
  std::size_t turns() const override { return placed_.size(); }
  std::size_t stars() const override { return solved() ? 1 : 0; }

  /// What the last placing came to; it is said and marked until the voice ends.
  struct Reply {
    enum class Kind { right, almost, shown };
    Kind kind = Kind::right;
    std::size_t thing = 0, slot = 0;
    Instant since;
  };

  const PackContent& pack() const { return *pack_; }
  const BoardScript& script() const { return *script_; }
  /// What lies in the cells of the tray; a cell whose thing was placed takes the next one, if any.
  const std::vector<std::optional<std::size_t>>& tray() const { return tray_; }
  /// Things in the slot, in the order in which they came.
  std::vector<std::size_t> things_in(std::size_t slot) const;
  std::optional<std::size_t> picked() const { return picked_; }
  std::optional<std::size_t> lit() const { return lit_; }  ///< the slot that a hint shows
  const std::optional<Reply>& reply() const { return reply_; }
  bool solved() const { return placed_.size() == script_->things.size(); }
  const Narrator& narrator() const { return narrator_; }
  const Performer& mila() const { return mila_; }

 private:
  void pick(std::size_t thing, const Show& show, Instant now, Outbox& out);
  void place(std::size_t slot, const Show& show, Instant now, Outbox& out);
  void hint(const Show& show, Instant now, Outbox& out);
  void settle(std::size_t thing);
  void say(const Show& show, Instant now, Outbox& out);
  std::vector<Line> lines(const Show& show) const;
  Line line(std::string tag, const Localized& text, const std::string& part,
            const Show& show) const;
  Line phrase(const std::string& key, const Show& show) const;

  const PackContent* pack_;
  const BoardScript* script_;
  std::string id_;
  std::vector<std::optional<std::size_t>> tray_;
  std::vector<std::size_t> reserve_;  ///< things for which the tray had no room, the next one last
  std::vector<std::size_t> placed_;   ///< things in the order in which they were placed
  std::vector<int> misses_;           ///< by thing
  std::size_t variant_;               ///< which of the praising phrases
  std::optional<std::size_t> picked_, lit_;
  std::optional<Reply> reply_;
  bool helped_ = false;
  bool finished_ = false;
  Narrator narrator_;
  Performer mila_;
};

}  // namespace nest
