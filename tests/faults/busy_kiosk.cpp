#include "faults/busy_kiosk.h"

#include <fmt/format.h>

#include "store/tally_merge.h"
#include "support/answers.h"

namespace nest::test {
namespace {

/// The round before is a pair's first event, that after its second.
FormFinished form(Phase phase, Form which, Random& luck) {
  FormFinished out{PackId("hands"), phase, which, {}, {}};
  for (const std::string goal : {"soap", "rinse"}) {
    out.answers.push_back(
        {ItemId(goal + (which == Form::a ? "-a" : "-b")), GoalId(goal), luck.below(2) == 0});
  }
  return out;
}

RunInfo workshop(std::int64_t run) {
  return {run_id(run), "paired", "2026-05-04", "alytus", "B", "10-14", "37"};
}

}  // namespace

void Told::hear(const News& news) {
  switch (news.what) {
    case News::What::sending:
      sent = news.number;
      break;
    case News::What::acknowledged:
      acknowledged = news.number;
      break;
    case News::What::closed:
      closed.push_back({news.run, news.number});
      break;
    case News::What::merged:
      merged = static_cast<std::size_t>(news.number);
      break;
    case News::What::exporting:
      exporting = news.number;
      break;
    case News::What::exported:
      exported = news.number;
      break;
  }
}

std::vector<Increment> addition(std::int64_t number) {
  const auto kind = number % 4;
  if (kind < 2) return answer(static_cast<int>(number));
  Random luck(static_cast<std::uint64_t>(number - kind));
  const auto before = form(Phase::before, Form::a, luck);
  if (kind == 2) return increments(before);
  auto after = form(Phase::after, Form::b, luck);
  after.earlier = Earlier{Form::a, {}};
  for (const auto& given : before.answers) after.earlier->correct[given.goal] = given.correct;
  return increments(after);
}

std::vector<store::ExportFile> exported(std::int64_t number) {
  Random luck(static_cast<std::uint64_t>(number));
  std::vector<store::ExportFile> files{{"figures.csv", {}}, {"report.html", {}}};
  for (auto& file : files) {
    file.bytes = fmt::format("{}\n", number);
    for (auto lines = luck.below(1000); lines > 0; --lines) {
      file.bytes += fmt::format("{} of {}\n", luck.next(), file.name);
    }
  }
  return files;
}

std::string run_id(std::int64_t run) {
  return fmt::format("{:016x}", run);
}

void make_other_tally(const std::filesystem::path& folder) {
  constexpr std::int64_t kRun = 1;
  store::SqliteTally tally({folder, Random(kRun), [] { return Instant{}; }});
  tally.take(workshop(kRun));
  for (int i = 0; i < 40; ++i) tally.add(addition(i), run_id(kRun));
  tally.take(CloseRun{run_id(kRun)});
}

BusyKiosk::BusyKiosk(Places places, Told before, std::uint64_t seed,
                     std::function<void(const News&)> tell)
    : places_(std::move(places)), told_(std::move(before)), luck_(seed), tell_(std::move(tell)) {
  open();
}

void BusyKiosk::open() {
  acknowledged_ = 0;
  tally_ = std::make_unique<store::SqliteTally>(store::TallyOptions{
      places_.folder, Random(luck_.next()), [] { return Instant{}; }, Millis(1), Millis(2)});
}

void BusyKiosk::step() {
  constexpr std::uint32_t kOneOf = 16;
  switch (luck_.below(kOneOf)) {
    case 0:
      return close_and_open();
    case 1:
    case 2:
      return merge();
    case 3:
    case 4:
      return save_files();
    case 5:
    case 6:
    case 7:
      return begin_or_close_workshop();
    default:
      return children();
  }
}

bool BusyKiosk::settle() {
  const bool durable = tally_->settle();
  for (; acknowledged_ < tally_->acknowledged(); ++acknowledged_) {
    if (waiting_.front()) tell(*waiting_.front());
    waiting_.pop_front();
  }
  return durable;
}

/// A workshop that goes on ends with its power. What is not durable waits in memory, so a kiosk
/// that is closed meanwhile would lose it, and rightly.
void BusyKiosk::close_and_open() {
  if (!settle()) return;
  tally_.reset();
  run_.reset();
  open();
}

void BusyKiosk::children() {
  for (auto n = 1 + luck_.below(4); n > 0; --n) {
    const auto number = told_.sent + 1;
    tell({News::What::sending, number});
    take(AddCounts{addition(number - 1), run_ ? run_id(*run_) : ""},
         News{News::What::acknowledged, number});
    if (run_) ++additions_in_run_;
  }
  if (luck_.below(4) > 0) settle();  // else what comes next finds the writer at work
}

void BusyKiosk::begin_or_close_workshop() {
  if (run_) {
    take(CloseRun{run_id(*run_)}, News{News::What::closed, additions_in_run_, *run_});
    run_.reset();
  } else {
    run_ = static_cast<std::int64_t>(luck_.next() >> 1U);
    additions_in_run_ = 0;
    take(workshop(*run_), std::nullopt);
  }
}

void BusyKiosk::merge() {
  const auto closed = static_cast<std::int64_t>(told_.closed.size());
  const auto notes = store::merge_into_file({places_.folder, places_.other}, places_.merged());
  if (notes.unreadable.empty()) tell({News::What::merged, closed});
}

void BusyKiosk::save_files() {
  const auto number = told_.exporting + 1;
  tell({News::What::exporting, number});
  store::export_files(places_.folder, exported(number));
  tell({News::What::exported, number});
}

void BusyKiosk::take(TallyChange change, std::optional<News> once_acknowledged) {
  waiting_.push_back(once_acknowledged);
  tally_->take(std::move(change));
}

void BusyKiosk::tell(const News& news) {
  told_.hear(news);
  tell_(news);
}

}  // namespace nest::test
