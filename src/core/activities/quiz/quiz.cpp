#include "core/activities/quiz/quiz.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/activities/question_run.h"
#include "core/base/wording.h"

namespace nest::quiz {
namespace {

constexpr std::size_t kMostDrawn = 12;
/// What children sit through gladly. Source: product figures.
constexpr std::size_t kFewest = 5, kUsual = 8;

class Spec : public ActivitySpec {
 public:
  std::unique_ptr<Activity> start(const PackContent& pack, AgeBand age,
                                  Random luck) const override {
    auto items = choose(pack, age);
    if (items.empty()) return nullptr;
    if (named_.empty()) luck.shuffle(std::span(items));
    if (named_.empty()) items.resize(std::min(items.size(), draw_));
    return std::make_unique<QuestionRun>(pack, std::move(items), luck);
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
