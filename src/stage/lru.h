#pragma once
// Keeps what was used lately, within a budget of bytes. What is used in the current round is never
// dropped: a screen that needs more than the budget gets it while it is shown.
// Not here: threads, making what is missing.
#include <cstddef>
#include <functional>
#include <list>
#include <unordered_map>
#include <utility>

namespace nest::stage {

template <class Key, class Value, class Hash = std::hash<Key>>
class Lru {
 public:
  explicit Lru(std::size_t budget) : budget_(budget) {}

  /// What is kept under the key, now used; nullptr if nothing. Valid until trim() or put().
  Value* find(const Key& key) {
    const auto found = index_.find(key);
    if (found == index_.end()) return nullptr;
    found->second->round = round_;
    entries_.splice(entries_.begin(), entries_, found->second);
    return &found->second->value;
  }

  Value& put(const Key& key, Value value, std::size_t bytes) {
    if (const auto old = index_.find(key); old != index_.end()) drop(old->second);
    entries_.push_front({key, std::move(value), bytes, round_});
    index_[key] = entries_.begin();
    bytes_ += bytes;
    return entries_.front().value;
  }

  void begin_round() { ++round_; }

  /// Drops the least lately used until the budget holds or only this round's are left.
  void trim() {
    while (bytes_ > budget_ && !entries_.empty() && entries_.back().round != round_) {
      drop(std::prev(entries_.end()));
    }
  }

  std::size_t bytes() const { return bytes_; }
  std::size_t budget() const { return budget_; }
  std::size_t count() const { return entries_.size(); }

 private:
  struct Entry {
    Key key;
    Value value;
    std::size_t bytes;
    unsigned round;
  };
  using Place = typename std::list<Entry>::iterator;

  void drop(Place place) {
    bytes_ -= place->bytes;
    index_.erase(place->key);
    entries_.erase(place);
  }

  std::size_t budget_;
  std::size_t bytes_ = 0;
  unsigned round_ = 0;
  std::list<Entry> entries_;  ///< the latest first
  std::unordered_map<Key, Place, Hash> index_;
};

}  // namespace nest::stage
