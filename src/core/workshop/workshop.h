#pragma once
// A workshop on this kiosk: a round before, a lesson, a round after. It knows which form a child
// meets, joins the two rounds of a picture card, and counts how many are through. Children are
// never told apart but by the card in their hand, and cards are forgotten when the workshop closes.
// Not here: the adult's buttons (adult/), the child's screens (shell/), durable counters (usage/).
#include <optional>
#include <string>
#include <vector>

#include "core/usage/event.h"
#include "core/workshop/vault.h"

namespace nest {

enum class Stage { before, lesson, after };

/// Cards are forgotten after so long, whatever happens.
inline constexpr Millis kCardsKept{4L * 60 * 60 * 1000};

/// What a child who begins a round is given: the form, and the card that joins it to its other
/// round. Without a card the round is counted, but stands alone.
struct Ticket {
  Phase phase = Phase::before;
  Form form = Form::a;
  std::optional<Card> card;
};

class Workshop {
 public:
  /// `goals`: of the topic's forms, at most kMostGoals; what comes behind is not paired. `vault`
  /// outlives the workshop and is wiped by it.
  Workshop(RunInfo run, PackId topic, std::vector<GoalId> goals, Vault& vault, Instant now);
  ~Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  const RunInfo& run() const { return run_; }
  const PackId& topic() const { return topic_; }
  Stage stage() const { return stage_; }
  /// From before to lesson to after; after stays. In free play there is only the lesson.
  void next_stage();

  /// Whether children are asked a form now, and whether they show a card first.
  bool asks() const { return stage_ != Stage::lesson; }
  bool wants_card() const { return asks() && run_.mode == "paired"; }

  /// Why this card cannot be joined now, if it cannot: a slip of the finger perhaps.
  std::optional<CardTrouble> trouble(const Card& card) const;
  /// A child begins its round. With a card that cannot be joined (it was used already, or nothing
  /// is known of it) the trouble is counted and the child plays on unpaired; nobody is sent away.
  Ticket admit(std::optional<Card> card, std::vector<UsageEvent>& out);
  /// The form was answered to its end: kept for later, or joined with what was kept.
  void finish(const Ticket& ticket, FormFinished& event);
  /// The child left in the middle. Its card may begin that round again.
  void leave(const Ticket& ticket, std::vector<UsageEvent>& out);
  /// Forgets the cards when their time is over.
  void advance(Instant now);
  std::optional<Instant> next_due() const;

  /// Children who are through with the stage.
  std::size_t finished() const { return finished_; }
  /// Those who were there before and have still to come after; none if nobody can know.
  std::optional<std::size_t> left() const;
  /// Children whose two rounds cannot be joined.
  std::size_t unpaired() const { return unpaired_; }

 private:
  CardEntry& entry(const Card& card) const;
  Form next_form();

  RunInfo run_;
  PackId topic_;
  std::vector<GoalId> goals_;
  Vault& vault_;
  Instant began_;
  bool forgotten_ = false;
  Stage stage_;
  std::size_t admitted_ = 0, finished_ = 0, unpaired_ = 0;
};

}  // namespace nest
