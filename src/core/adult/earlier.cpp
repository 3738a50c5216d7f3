#include "core/adult/earlier.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "core/base/wording.h"
#include "core/usage/release.h"
#include "core/usage/reports/rooms.h"
#include "core/usage/verdict.h"

namespace nest {
namespace {

WorkshopMode mode_of(const std::string& word) {
  for (const auto mode : kModes) {
    if (run_word(mode) == word) return mode;
  }
  return WorkshopMode::free;
}

int percent(double share) {
  return static_cast<int>(std::lround(share * 100));
}

/// Nothing if the group is small, or so good or so new to it that a share would tell a child.
std::optional<FirstResult> result_of(const std::vector<PairedSums>& rows) {
  const auto gain = paired_gain(rows);
  if (!gain || !gain->interval || gain->n < kFewestChildren) return std::nullopt;
  const auto told = [&](double share) {
    return share >= bottom_bound(gain->n) && share <= top_bound(gain->n);
  };
  if (!told(gain->before) || !told(gain->after)) return std::nullopt;
  const auto judged = verdict(*gain);
  FirstResult out;
  out.children = static_cast<std::size_t>(gain->n);
  out.before = percent(gain->before);
  out.after = percent(gain->after);
  out.gain_low = percent(gain->interval->low);
  out.gain_high = percent(gain->interval->high);
  out.more_than_chance = judged == Verdict::improved || judged == Verdict::declined;
  return out;
}

/// Of one run: which topic it was about, and its pairs.
struct Rows {
  std::string topic;
  std::vector<PairedSums> pairs;
};

std::map<std::string, Rows> rows_by_run(const TallyTables& tables) {
  std::map<std::string, Rows> out;
  for (const auto& row : tables.activities) out[row.run].topic = row.key.pack;
  for (const auto& [run, key, n] : tables.forms) out[run].topic = key.pack;
  for (const auto& [run, key, sums] : tables.scores) {
    const auto [n, x, y, xx, yy, xy] = sums;
    out[run].pairs.push_back({n, x, y, xx, yy, xy, key.out_of});
  }
  return out;
}

}  // namespace

std::vector<EarlierWorkshop> earlier_workshops(const TallyTables& tables) {
  std::vector<EarlierWorkshop> out;
  auto rows_of = rows_by_run(tables);
  // What a report keeps of one workshop because of another, no screen may show.
  const auto told = reports::told_runs(add_up(tables));
  for (const auto& run : tables.runs) {
    if (run.mode == "free" || !run.closed) continue;
    const auto& rows = rows_of[run.id];
    EarlierWorkshop workshop;
    workshop.id = run.id;
    if (run.day) workshop.day = day_of(*run.day);
    workshop.venue = VenueId(run.place);
    workshop.ages = band_of(run.ages).value_or(AgeBand::b);
    workshop.topic = PackId(rows.topic);
    workshop.mode = mode_of(run.mode);
    if (told.count(run.id) > 0) workshop.result = result_of(rows.pairs);
    out.push_back(std::move(workshop));
  }
  const auto later = [](const EarlierWorkshop& a, const EarlierWorkshop& b) {
    const auto day = [](const EarlierWorkshop& w) { return w.day ? iso(*w.day) : std::string(); };
    return std::tuple(day(b), b.id) < std::tuple(day(a), a.id);
  };
  std::sort(out.begin(), out.end(), later);
  return out;
}

Undated undated(const std::vector<EarlierWorkshop>& workshops, const Undated& before,
                const Day& today) {
  Undated out;
  for (const auto& workshop : workshops) {
    if (workshop.day) continue;
    const auto known = before.find(workshop.id);
    out[workshop.id] = known == before.end() ? today : known->second;
  }
  return out;
}

std::vector<std::string> outlived(const std::vector<EarlierWorkshop>& workshops,
                                  const Undated& undated, const Day& today, int months) {
  const auto index = [](const Day& day) { return day.year * 12 + day.month; };
  std::vector<std::string> out;
  for (const auto& workshop : workshops) {
    const auto since = undated.find(workshop.id);
    if (!workshop.day && since == undated.end()) continue;
    const Day& day = workshop.day ? *workshop.day : since->second;
    const int age = index(today) - index(day);
    if (age > months || (age == months && today.day > day.day)) out.push_back(workshop.id);
  }
  return out;
}

}  // namespace nest
