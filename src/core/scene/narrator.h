#pragma once
// Says a list of sentences one after the other and knows which word is being said now. There is one
// narrator a screen, so there are never two voices. A voice that was not made ahead is made while
// its sentence begins: its true length is asked for once more a moment later, and then holds.
// Not here: sound (cues go to the stage).
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/scene/cue.h"

namespace nest {

/// A sentence and what it belongs to on the screen: "prompt", "answer/soap".
struct Line {
  std::string tag;
  Utterance what;
};

class Narrator {
 public:
  /// Begins the list, ending what was being said; an empty list only hushes.
  void start(std::vector<Line> lines, Instant now, const VoiceBook& voices, Cues& cues);
  void stop(Cues& cues);
  void advance(Instant now, const VoiceBook& voices, Cues& cues);
  std::optional<Instant> next_due() const;

  bool speaking() const { return current_.has_value(); }
  /// When the list came to its end; empty while it is being said or if there never was one.
  std::optional<Instant> ended() const { return ended_; }

  /// The word that sounds at `now`: byte offsets into the sentence with this tag.
  struct Word {
    std::string_view tag;
    std::size_t begin = 0, end = 0;
  };
  std::optional<Word> word(Instant now) const;
  /// The tag being said; empty if none.
  std::string_view tag() const;
  /// Length and words of the sentence being said; nullptr if none.
  const Spoken* spoken() const { return current_ ? &current_->spoken : nullptr; }
  /// When the current sentence began.
  Instant since() const { return current_ ? current_->since : Instant{}; }
  /// When the word or the sentence changes next, for repainting.
  std::optional<Instant> next_change(Instant now) const;

 private:
  void begin(std::size_t index, Instant at, const VoiceBook& voices, Cues& cues);
  struct Current {
    std::size_t index;
    Instant since;
    Spoken spoken;
    bool settled = false;  ///< its length stays as it is from now on
    Instant end() const { return since + spoken.length; }
  };
  std::vector<Line> lines_;
  std::optional<Current> current_;
  std::optional<Instant> ended_;
};

}  // namespace nest
