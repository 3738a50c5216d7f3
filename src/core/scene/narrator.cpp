#include "core/scene/narrator.h"

#include <utility>

namespace nest {
namespace {
constexpr Millis kBreath{250};
/// By then the worker has made a sentence of the usual length, and no second word has begun.
constexpr Millis kSettle{200};
}  // namespace

void Narrator::start(std::vector<Line> lines, Instant now, const VoiceBook& voices, Cues& cues) {
  lines_ = std::move(lines);
  ended_.reset();
  if (lines_.empty()) {
    stop(cues);
    return;
  }
  for (std::size_t i = 1; i < lines_.size(); ++i) cues.emplace_back(Prepare{lines_[i].what});
  begin(0, now, voices, cues);
}

void Narrator::stop(Cues& cues) {
  if (current_) cues.emplace_back(Hush{});
  current_.reset();
  ended_.reset();
}

void Narrator::begin(std::size_t index, Instant at, const VoiceBook& voices, Cues& cues) {
  const auto& what = lines_[index].what;
  current_ = Current{index, at, voices.expected(what), voices.knows(what)};
  cues.emplace_back(Say{lines_[index].what});
}

void Narrator::advance(Instant now, const VoiceBook& voices, Cues& cues) {
  while (current_) {
    if (!current_->settled && now >= current_->since + kSettle) {
      current_->settled = true;
      current_->spoken = voices.expected(lines_[current_->index].what);
    }
    const Instant end = current_->end();
    const bool last = current_->index + 1 == lines_.size();
    if (now < (last ? end : end + kBreath)) return;
    if (last) {
      current_.reset();
      ended_ = end;
      return;
    }
    begin(current_->index + 1, end + kBreath, voices, cues);
  }
}

std::optional<Instant> Narrator::next_due() const {
  if (!current_) return std::nullopt;
  if (!current_->settled) return current_->since + kSettle;
  const bool last = current_->index + 1 == lines_.size();
  return last ? current_->end() : current_->end() + kBreath;
}

std::string_view Narrator::tag() const {
  return current_ ? std::string_view(lines_[current_->index].tag) : std::string_view();
}

std::optional<Narrator::Word> Narrator::word(Instant now) const {
  if (!current_ || now >= current_->end()) return std::nullopt;
  const Millis elapsed = now - current_->since;
  const WordTime* found = nullptr;
  for (const auto& word : current_->spoken.words) {
    if (word.start <= elapsed) found = &word;
  }
  if (found == nullptr) return std::nullopt;
  return Word{lines_[current_->index].tag, found->begin, found->end};
}

std::optional<Instant> Narrator::next_change(Instant now) const {
  if (!current_) return std::nullopt;
  for (const auto& word : current_->spoken.words) {
    if (current_->since + word.start > now) return current_->since + word.start;
  }
  return next_due();
}

}  // namespace nest
