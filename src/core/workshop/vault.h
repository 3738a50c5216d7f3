#pragma once
// Where a workshop keeps what a card has answered until its second round: memory that is never
// written to a disk, not even as swap, and that is wiped. A port: the core never locks memory.
// Not here: the locked memory (store/locked_vault.h).
#include <array>
#include <cstdint>
#include <span>

#include "core/workshop/cards.h"

namespace nest {

/// What is known of one card. Plain bytes, so that wiping leaves nothing behind; goals are bits, in
/// the workshop's own order.
struct CardEntry {
  enum class State : std::uint8_t { unused, before, between, after, done };
  State state = State::unused;
  std::uint64_t asked = 0, right = 0;  ///< of the round before
};

/// More goals than any form has questions.
inline constexpr std::size_t kMostGoals = 64;

class Vault {
 public:
  virtual ~Vault() = default;
  virtual std::span<CardEntry, kCards> entries() = 0;
  /// Overwrites everything; entries are unused afterwards.
  virtual void wipe() = 0;
};

/// Plain memory, for scripts and tests.
class PlainVault : public Vault {
 public:
  std::span<CardEntry, kCards> entries() override { return entries_; }
  void wipe() override { entries_ = {}; }

 private:
  std::array<CardEntry, kCards> entries_{};
};

}  // namespace nest
