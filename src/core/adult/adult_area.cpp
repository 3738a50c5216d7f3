#include "core/adult/adult_area.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/adult/parts.h"

namespace nest {
namespace {

/// How often an answer of the keeper is looked for, should its bell be missed.
constexpr Millis kLook{100};

}  // namespace

AdultArea::AdultArea(std::vector<std::pair<Lang, const Catalog*>> texts, const TextMeasure& measure,
                     CodeKeeper& keeper, Random luck, Instant now)
    : texts_(std::move(texts)),
      measure_(measure),
      keeper_(keeper),
      luck_(luck),
      delay_(keeper.status().failed, now),
      lang_(texts_.front().first) {}

const Catalog& AdultArea::texts() const {
  const auto found = std::find_if(texts_.begin(), texts_.end(),
                                  [this](const auto& each) { return each.first == lang_; });
  return found == texts_.end() ? *texts_.front().second : *found->second;
}

AdultDesk AdultArea::desk(Instant now) {
  return {facts_, settings_, draft_, subject_, keeper_, delay_, luck_, commands_, now, {}};
}

void AdultArea::set_facts(AdultFacts facts) {
  const bool same_day =
      facts.today == facts_.today && facts.clock_plausible == facts_.clock_plausible;
  facts_ = std::move(facts);
  if (same_day) return;
  draft_.today.reset();
  draft_.plan.day.reset();
}

void AdultArea::open(Instant now) {
  unlocked_ = false;
  touched_ = now;
  go(keeper_.status().state == CodeState::none ? "setup-languages" : "code", now);
}

void AdultArea::close() {
  unlocked_ = false;
  screen_now_.reset();
  name_ = {};
}

bool AdultArea::admitted(Admits admits) const {
  if (unlocked_ || admits == Admits::anyone) return true;
  return admits == Admits::first_start && keeper_.status().state == CodeState::none;
}

void AdultArea::go(std::string_view name, Instant now) {
  const auto* row = find_adult_screen(name);
  if (row == nullptr || !admitted(row->admits)) return;
  name_ = row->name;
  screen_now_ = row->make();
  auto at = desk(now);
  screen_now_->enter(at);
}

void AdultArea::tap(std::string_view target, Instant now) {
  touched_ = now;
  const auto own = behind(target, "adult/");
  if (!own || !is_open()) return;
  if (*own == "close") return close();
  if (const auto lang = behind(*own, "lang/")) {
    lang_ = Lang(*lang);
    return;
  }
  if (const auto name = behind(*own, "go/")) return go(*name, now);
  auto at = desk(now);
  screen_now_->tap(*own, at);
  if (screen_now_->waits()) asked_ = now;
  if (!at.next.empty()) go(at.next, now);
}

void AdultArea::advance(Instant now) {
  if (!is_open()) return;
  if (now - touched_ >= kAdultIdle) return close();
  auto at = desk(now);
  screen_now_->advance(at);
  asked_ = now;
  if (at.next.empty()) return;
  // Both screens that say so by themselves have just had the right code, or a new one.
  unlocked_ = true;
  go(at.next, now);
}

std::optional<Instant> AdultArea::next_due() const {
  if (!is_open()) return std::nullopt;
  const auto idle = touched_ + kAdultIdle;
  return screen_now_->waits() ? std::min(idle, asked_ + kLook) : idle;
}

void AdultArea::draw(Frame& frame, const Touch& touch, Instant now) const {
  if (!is_open()) return;
  frame.screen = fmt::format("adult-{}", name_);
  frame.moment = frame.screen;
  draw_sheet(frame);
  const AdultView view{texts_,
                       lang_,
                       texts(),
                       measure_,
                       screen_,
                       settings_,
                       facts_,
                       draft_,
                       subject_,
                       delay_,
                       keeper_.status().state,
                       touch,
                       now};
  screen_now_->draw(frame, view);
}

std::vector<AdultCommand> AdultArea::take_commands() {
  return std::exchange(commands_, {});
}

}  // namespace nest
