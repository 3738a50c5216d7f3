#include "core/shell/script.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/overloaded.h"
#include "core/base/wording.h"

namespace nest {
namespace {

constexpr Millis kStep{20};          // how finely time passes while waiting
constexpr Millis kScreenFresh{450};  // a screen that just changed takes no touch for 400 ms
constexpr Millis kContact{60};       // how long the finger stays
constexpr Millis kLongestSearch{300 * 1000};  // for a screen to come

const char* end_name(VisitEnd how) {
  return how == VisitEnd::farewell ? "farewell" : how == VisitEnd::home ? "home" : "idle";
}
std::string item(const ItemRef& ref) {
  return ref.pack.str() + "/" + ref.item.str();
}
std::string activity(const ActivityRef& ref) {
  return ref.pack.str() + "/" + ref.activity.str();
}

}  // namespace

std::string visible_text(const Frame& frame) {
  std::string out;
  for (const auto& op : frame.ops) {
    const auto* line = std::get_if<TextOp>(&op);
    if (line == nullptr) continue;
    if (!out.empty()) out += ' ';
    out += line->text;
  }
  for (auto at = out.find("\u00A0"); at != std::string::npos; at = out.find("\u00A0", at)) {
    out.replace(at, 2, " ");
  }
  return out;
}

std::string describe(const FormFinished& form) {
  const auto right = std::count_if(form.answers.begin(), form.answers.end(),
                                   [](const FormAnswer& answer) { return answer.correct; });
  return fmt::format("form {} {} {}: {} of {}{}", form.pack.str(), form.form == Form::a ? "A" : "B",
                     form.phase == Phase::before ? "before" : "after", right, form.answers.size(),
                     form.earlier ? ", paired" : "");
}

std::string describe(const UsageEvent& event) {
  return std::visit(
      Overloaded{
          [](const VisitStarted&) { return std::string("visit started"); },
          [](const VisitEnded& e) { return fmt::format("visit ended by {}", end_name(e.how)); },
          [](const LanguageChosen& e) { return fmt::format("language {}", e.lang.str()); },
          [&](const AgeChosen& e) { return fmt::format("age {}", band_letter(e.age)); },
          [](const ActivityStarted& e) { return "started " + activity(e.activity); },
          [](const PlayedTogether& e) { return fmt::format("together {}", e.seats); },
          [](const ActivityCompleted& e) { return "completed " + activity(e.activity); },
          [](const ActivityAbandoned& e) { return "abandoned " + activity(e.activity); },
          [](const ActivityHelped& e) { return "helped " + activity(e.activity); },
          [&](const AgainAnswered& e) {
            constexpr std::array<const char*, 3> kWishes{"yes", "maybe", "no"};
            return fmt::format("again {}", kWishes[static_cast<std::size_t>(e.answer)]);
          },
          [](const FavouriteChosen& e) { return "favourite " + activity(e.activity); },
          [](const ItemShown& e) { return "shown " + item(e.item); },
          [](const ItemAnswered& e) {
            constexpr std::array<const char*, 3> kWhen{"", " before", " after"};
            return fmt::format("answered {} {} {}{}", item(e.item), e.option.str(),
                               e.correct ? "right" : "wrong",
                               kWhen[static_cast<std::size_t>(e.phase)]);
          },
          [](const ItemRetried& e) {
            return fmt::format("retried {} {}", item(e.item), e.correct ? "right" : "wrong");
          },
          [](const HintShown& e) { return "hint " + item(e.item); },
          [](const FormFinished& e) { return describe(e); },
          [](const CardTroubled& e) {
            constexpr std::array<const char*, 3> kHow{"taken", "unknown", "left half-way"};
            return fmt::format("card {}", kHow[static_cast<std::size_t>(e.how)]);
          },
          [](const RunBegun& e) { return fmt::format("run begun {} {}", e.run.mode, e.run.ages); },
          [](const RunClosed&) { return std::string("run closed"); },
      },
      event);
}

void ScriptRunner::drain() {
  auto out = kiosk_.take_outbox();
  for (const auto& event : out.usage) transcript_ += "count " + describe(event) + "\n";
  for (const auto& cue : out.cues) {
    if (const auto* say = std::get_if<Say>(&cue)) {
      transcript_ += fmt::format("say {}: {}\n", say->what.lang.str(), say->what.text);
    }
    if (const auto* sound = std::get_if<PlaySound>(&cue)) {
      transcript_ += fmt::format("sound {}\n", sound->key);
    }
  }
  if (hooks_.outbox) hooks_.outbox(std::move(out));
}

void ScriptRunner::look() {
  const auto& frame = kiosk_.frame(now_);
  if (frame.screen != screen_) transcript_ += "screen " + frame.screen + "\n";
  screen_ = frame.screen;
  if (hooks_.frame) hooks_.frame(frame);
  drain();
}

void ScriptRunner::adult(const script::Adult& adult) {
  if (adult.act == "next") return kiosk_.next_stage(now_);
  if (adult.act == "close") return kiosk_.close_workshop(now_);
  const RunInfo run{fmt::format("{:016x}", ++workshops_), adult.act, {}, {}, adult.ages, {}, {}};
  kiosk_.start_workshop(run, PackId(adult.topic), vault_, now_);
}

void ScriptRunner::pass(Millis span) {
  const Instant end = now_ + span;
  while (now_ < end) {
    now_ = std::min(end, now_ + kStep);
    kiosk_.advance(now_);
    look();
  }
}

const Target* ScriptRunner::find(const Frame& frame, const std::string& wanted) {
  const bool wild = wanted.size() > 1 && wanted.back() == '*';
  const std::string_view prefix(wanted.data(), wanted.size() - 1);
  std::vector<const Target*> matches;
  for (const auto& target : frame.targets) {
    const bool match = wild ? target.id.rfind(prefix, 0) == 0 : target.id == wanted;
    if (match) matches.push_back(&target);
  }
  if (matches.empty()) return nullptr;
  return matches[wild ? wild_++ % matches.size() : 0];
}

std::optional<Target> ScriptRunner::target_of(const std::string& wanted, std::string& fault) {
  const auto& frame = kiosk_.frame(now_);
  if (const auto* found = find(frame, wanted)) return *found;
  fault = fmt::format("the screen \"{}\" has no target \"{}\".", frame.screen, wanted);
  return std::nullopt;
}

void ScriptRunner::finger(FingerPhase phase, Point at) {
  kiosk_.touch({1, phase, at}, now_);
  kiosk_.advance(now_);
}

bool ScriptRunner::tap(const std::string& target, std::string& fault) {
  pass(kScreenFresh);
  const auto found = target_of(target, fault);
  if (!found) return false;
  transcript_ += "tap " + found->id + "\n";
  const Point at = found->box.centre();
  finger(FingerPhase::down, at);
  pass(kContact);
  finger(FingerPhase::up, at);
  look();
  return true;
}

bool ScriptRunner::drag(const script::Drag& drag, std::string& fault) {
  pass(kScreenFresh);
  const auto source = target_of(drag.from, fault);
  const auto goal = source ? target_of(drag.to, fault) : std::nullopt;
  if (!goal) return false;
  transcript_ += "drag " + source->id + " " + goal->id + "\n";
  const Point from = source->box.centre();
  const Point to = goal->box.centre();
  finger(FingerPhase::down, from);
  pass(kContact);
  finger(FingerPhase::move, from + (to - from) * 0.5F);
  pass(kContact);
  finger(FingerPhase::move, to);
  look();
  return true;
}

bool ScriptRunner::drop(const std::string& target, std::string& fault) {
  const auto found = target_of(target, fault);
  if (!found) return false;
  transcript_ += "drop " + found->id + "\n";
  finger(FingerPhase::move, found->box.centre());
  finger(FingerPhase::up, found->box.centre());
  look();
  return true;
}

bool ScriptRunner::wait_for(const std::string& screen, std::string& fault) {
  const Instant end = now_ + kLongestSearch;
  while (screen_ != screen && now_ < end) pass(kStep);
  if (screen_ == screen) return true;
  fault = fmt::format("the screen \"{}\" did not come; it is \"{}\".", screen, screen_);
  return false;
}

bool ScriptRunner::step(const script::Step& step, std::string& fault) {
  return std::visit(Overloaded{
                        [&](const script::Tap& c) { return tap(c.target, fault); },
                        [&](const script::Drag& c) { return drag(c, fault); },
                        [&](const script::Drop& c) { return drop(c.target, fault); },
                        [&](const script::Wait& c) {
                          pass(c.span);
                          return true;
                        },
                        [&](const script::WaitScreen& c) { return wait_for(c.name, fault); },
                        [&](const script::Language& c) {
                          kiosk_.choose_language(c.lang, now_);
                          look();
                          return true;
                        },
                        [&](const script::Adult& c) {
                          adult(c);
                          look();
                          return true;
                        },
                        [&](const script::ExpectScreen& c) {
                          if (screen_ == c.name) return true;
                          fault = fmt::format("the screen is \"{}\", not \"{}\".", screen_, c.name);
                          return false;
                        },
                        [&](const script::ExpectText& c) {
                          const auto text = visible_text(kiosk_.frame(now_));
                          if (text.find(c.text) != std::string::npos) return true;
                          fault = fmt::format("\"{}\" is not on the screen: \"{}\".", c.text, text);
                          return false;
                        },
                        [&](const script::Shot& c) {
                          if (hooks_.shot) hooks_.shot(c.name, kiosk_.frame(now_));
                          return true;
                        },
                    },
                    step.command);
}

bool ScriptRunner::run(const std::string& file, const std::vector<script::Step>& steps,
                       Diagnostics& out, bool show_targets) {
  look();
  for (const auto& s : steps) {
    std::string fault;
    if (step(s, fault)) continue;
    std::string advice;
    if (show_targets) {
      advice = "Targets here:";
      for (const auto& t : kiosk_.frame(now_).targets) advice += " " + t.id;
    }
    out.error("failed", {file, s.line, 1, ""}, fault, advice);
    return false;
  }
  return true;
}

}  // namespace nest
