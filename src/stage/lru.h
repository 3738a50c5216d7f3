#pragma once
// Keeps what is used in the current round, and beside it what was used lately within a budget of
// bytes: a screen has what it needs while it is shown, and little lingers when it is gone.
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
    use(*found->second);
    entries_.splice(entries_.begin(), entries_, found->second);
    return &found->second->value;
  }

  Value& put(const Key& key, Value value, std::size_t bytes) {
    if (const auto old = index_.find(key); old != index_.end()) drop(old->second);
    entries_.push_front({key, std::move(value), bytes, round_});
    index_[key] = entries_.begin();
    bytes_ += bytes;
    used_ += bytes;
    return entries_.front().value;
  }

  void begin_round() {
    ++round_;
    used_ = 0;
  }

  /// Drops the least lately used until what this round does not use fits into the budget.
  void trim() {
    while (spare() > budget_) drop(std::prev(entries_.end()));
  }

  std::size_t bytes() const { return bytes_; }
  /// Bytes that this round has not used.
  std::size_t spare() const { return bytes_ - used_; }
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

  void use(Entry& entry) {
    if (entry.round != round_) used_ += entry.bytes;
    entry.round = round_;
  }
  void drop(Place place) {
    bytes_ -= place->bytes;
    if (place->round == round_) used_ -= place->bytes;
    index_.erase(place->key);
    entries_.erase(place);
  }

  std::size_t budget_;
  std::size_t bytes_ = 0;
  std::size_t used_ = 0;  ///< by this round
  unsigned round_ = 0;
  std::list<Entry> entries_;  ///< the latest first
  std::unordered_map<Key, Place, Hash> index_;
};

}  // namespace nest::stage
