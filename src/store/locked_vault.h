#pragma once
// A workshop's cards in memory that is never written to a disk: locked against swap, left out of
// core dumps, between guard pages, overwritten when it goes (libsodium's guarded allocation).
// Not here: what is kept in it (workshop/vault.h).
#include "core/workshop/vault.h"

namespace nest::store {

class LockedVault : public Vault {
 public:
  /// Throws std::bad_alloc if there is no memory.
  LockedVault();
  ~LockedVault() override;
  LockedVault(const LockedVault&) = delete;
  LockedVault& operator=(const LockedVault&) = delete;

  std::span<CardEntry, kCards> entries() override { return *entries_; }
  void wipe() override;
  /// Whether the system let it be locked; some forbid it to ordinary users.
  bool locked() const { return locked_; }

 private:
  std::array<CardEntry, kCards>* entries_;
  bool locked_ = false;
};

}  // namespace nest::store
