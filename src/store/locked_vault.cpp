#include "store/locked_vault.h"

#include <sodium.h>

#include <memory>
#include <new>

namespace nest::store {

LockedVault::LockedVault() {
  using Entries = std::array<CardEntry, kCards>;
  void* const memory = sodium_init() < 0 ? nullptr : sodium_malloc(sizeof(Entries));
  if (memory == nullptr) throw std::bad_alloc();
  // sodium_malloc locks if it may and does not say; locking again tells.
  locked_ = sodium_mlock(memory, sizeof(Entries)) == 0;
  entries_ = std::construct_at(static_cast<Entries*>(memory));
}

LockedVault::~LockedVault() {
  sodium_free(entries_);  // overwrites it first
}

void LockedVault::wipe() {
  sodium_memzero(entries_, sizeof *entries_);
}

}  // namespace nest::store
