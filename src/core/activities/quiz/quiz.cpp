#include "core/activities/quiz/quiz.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/base/wording.h"
#include "core/view/backdrop.h"

namespace nest::quiz {
namespace {

constexpr std::size_t kMostDrawn = 12;
/// What children sit through gladly. Source: product figures.
constexpr std::size_t kFewest = 5, kUsual = 8;

class Quiz : public Activity {
 public:
  Quiz(const PackContent& pack, std::vector<const Item*> items, Random luck)
      : pack_(&pack),
        items_(std::move(items)),
        luck_(luck),
        question_(pack, *items_.front(), Random(luck_.next())) {
    deal_next();
  }

  void enter(const Show& show, Instant now, Outbox& out) override {
    question_.enter(show, now, out);
    prepare_next(show, out);
  }
  void tap(std::string_view target, const Show& show, Instant now, Outbox& out) override {
    if (finished()) return;
    question_.tap(target, show, now, out);
    go_on(show, now, out);
  }
  void advance(const Show& show, Instant now, Outbox& out) override {
    while (!finished() && question_.next_due() && *question_.next_due() <= now) {
      const Instant due = *question_.next_due();
      question_.advance(show, due, out);
      go_on(show, due, out);
    }
  }
  std::optional<Instant> next_due() const override {
    return finished() ? std::nullopt : question_.next_due();
  }
  void draw(Frame& frame, const Show& show, Instant now) const override {
    frame.screen = "quiz";
    backdrop(frame, "library:meadow-morning");
    const std::size_t earned = index_ + (question_.star_earned() && !finished() ? 1 : 0);
    draw_question(frame, question_, show, now, earned, items_.size());
    if (next_) foresee(frame, *next_, show, now);
    if (show.touch.pressed.empty()) return;
    // A finger is down: what it may be about to choose is made ready while it rests.
    Question chosen = question_;
    Outbox unheard;
    chosen.tap(show.touch.pressed, show, now, unheard);
    foresee(frame, chosen, show, now);
  }
  void language_changed(const Show& show, Instant now, Outbox& out) override {
    if (!finished()) question_.language_changed(show, now, out);
  }
  bool finished() const override { return index_ >= items_.size(); }
  bool narrating() const override { return question_.narrating(); }
  bool helped() const override { return helped_; }
  std::size_t stars() const override { return index_ + (question_.star_earned() && !finished()); }

 private:
  void go_on(const Show& show, Instant now, Outbox& out) {
    if (!question_.finished()) return;
    helped_ = helped_ || question_.helped();
    ++index_;
    if (finished()) return;
    question_ = std::move(*next_);
    deal_next();
    question_.enter(show, now, out);
    prepare_next(show, out);
  }
  /// Dealt one question ahead, so that its pictures are ready before it comes.
  void deal_next() {
    next_.reset();
    if (index_ + 1 < items_.size())
      next_.emplace(*pack_, *items_[index_ + 1], Random(luck_.next()));
  }
  /// Drawn beside the frame, because only the drawing knows how large each picture is.
  void foresee(Frame& frame, const Question& question, const Show& show, Instant now) const {
    Show untouched = show;
    untouched.touch = {};
    untouched.rigs = nullptr;  // Mila is there already
    Frame ahead;
    draw_question(ahead, question, untouched, now, 0, items_.size());
    std::move(ahead.ops.begin(), ahead.ops.end(), std::back_inserter(frame.soon));
  }
  void prepare_next(const Show& show, Outbox& out) const {
    if (!next_) return;
    const auto& item = next_->item();
    out.cues.emplace_back(Prepare{
        pack_->utterance(show.lang, item.prompt.plain(show.lang), item.id.str() + ".prompt")});
  }

  const PackContent* pack_;
  std::vector<const Item*> items_;
  Random luck_;
  std::size_t index_ = 0;
  bool helped_ = false;
  Question question_;
  std::optional<Question> next_;
};

class Spec : public ActivitySpec {
 public:
  std::unique_ptr<Activity> start(const PackContent& pack, AgeBand age,
                                  Random luck) const override {
    auto items = choose(pack, age);
    if (items.empty()) return nullptr;
    if (named_.empty()) luck.shuffle(std::span(items));
    if (named_.empty()) items.resize(std::min(items.size(), draw_));
    return std::make_unique<Quiz>(pack, std::move(items), luck);
  }
  bool offers(const PackContent& pack, AgeBand age) const override {
    return !choose(pack, age).empty();
  }
  std::vector<std::pair<ItemId, Place>> items() const override { return named_; }
  std::vector<SpokenText> sentences() const override { return {}; }

  void judge(const PackContent& pack, AgeBand age, Diagnostics& out) const override {
    const auto questions = choose(pack, age).size();
    const auto wanted = named_.empty() ? draw_ : named_.size();
    if (questions == 0 || questions >= wanted) return;
    out.warn("few-items", place,
             fmt::format("children of {} get {} of the {} questions.", band_years(age), questions,
                         wanted),
             "Add approved items of form practice for that age, or ask fewer.");
  }

  Form form_ = Form::practice;
  std::size_t draw_ = 6;
  std::vector<std::pair<ItemId, Place>> named_;

 private:
  std::vector<const Item*> choose(const PackContent& pack, AgeBand age) const {
    auto pool = pack.pool(form_, age);
    if (named_.empty()) return pool;
    std::vector<const Item*> out;
    for (const auto& named : named_) {
      const auto found = std::find_if(pool.begin(), pool.end(),
                                      [&](const Item* item) { return item->id == named.first; });
      if (found != pool.end()) out.push_back(*found);
    }
    return out;
  }
};

void check_length(Reader& in, std::string_view key, std::size_t questions) {
  if (questions >= kFewest && questions <= kUsual) return;
  in.advise(
      key, "quiz-length",
      fmt::format("a quiz of {} questions; {} to {} hold children.", questions, kFewest, kUsual),
      questions < kFewest ? "Ask some more." : "Ask fewer.");
}

void read_pool(Reader& in, Spec& spec) {
  in.word_of("form", {"practice"}, true);
  spec.draw_ = in.count("draw", 1, kMostDrawn, 6);
  check_length(in, "draw", spec.draw_);
}

void read_names(Reader& in, Node items, Spec& spec) {
  in.words("items", 1, kMostDrawn);
  if (items.kind() != NodeKind::list) return;
  items.each([&](Node node) {
    const ItemId id{std::string(node.text())};
    const bool twice = std::any_of(spec.named_.begin(), spec.named_.end(),
                                   [&](const auto& named) { return named.first == id; });
    if (twice) {
      in.context().out.error("same-id", node.place(),
                             fmt::format("\"{}\" is asked a second time.", id.str()),
                             "Name it once.");
    }
    spec.named_.emplace_back(id, node.place());
  });
  check_length(in, "items", spec.named_.size());
}

}  // namespace

std::unique_ptr<ActivitySpec> read(Reader& in) {
  auto spec = std::make_unique<Spec>();
  const auto items = in.raw("items");
  if (!items) {
    in.complain("items", "missing-key", "a quiz needs \"items\".",
                "Write {\"form\": \"practice\", \"draw\": 6} or a list of item ids.");
    return spec;
  }
  if (items->kind() == NodeKind::object) {
    Reader pool(*items, "a pool", in.context());
    read_pool(pool, *spec);
    pool.finish();
    return spec;
  }
  read_names(in, *items, *spec);
  return spec;
}

}  // namespace nest::quiz
