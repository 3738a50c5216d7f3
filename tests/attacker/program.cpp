#include "attacker/program.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

namespace nest::attacker {
namespace {

constexpr double kNearly = 1e-6;
/// Beyond this an unknown is as good as without a bound; keeps every program bounded.
constexpr double kMost = 100'000;
/// Ranges up to this are looked at again with whole numbers.
constexpr std::int64_t kNarrow = 8;

std::map<std::string, double> gathered(const Sum& sum) {
  std::map<std::string, double> terms;
  for (const auto& [name, times] : sum) terms[name] += times;
  return terms;
}

}  // namespace

Sum operator+(Sum a, const Sum& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}
Sum operator-(Sum a, const Sum& b) {
  return std::move(a) + -1 * b;
}
Sum operator*(double times, Sum a) {
  for (auto& term : a) term.second *= times;
  return a;
}

Program::Program() : problem_(glp_create_prob(), glp_delete_prob) {
  glp_term_out(GLP_OFF);
}

Sum Program::define(const std::string& name, std::int64_t truth) {
  const int column = glp_add_cols(problem_.get(), 1);
  if (!unknowns_.emplace(name, Unknown{column, truth}).second || truth < 0) {
    throw std::logic_error("defined twice, or less than nothing: " + name);
  }
  glp_set_col_bnds(problem_.get(), column, GLP_DB, 0, kMost);
  glp_set_col_kind(problem_.get(), column, GLP_IV);
  return {{name, 1}};
}

Sum Program::at(const std::string& name) const {
  if (!knows(name)) throw std::logic_error("unknown: " + name);
  return {{name, 1}};
}

std::vector<std::string> Program::named(const std::string& end) const {
  std::vector<std::string> names;
  for (const auto& [name, unknown] : unknowns_) {
    if (name.ends_with(end)) names.push_back(name);
  }
  return names;
}

std::int64_t Program::truth(const Sum& sum) const {
  double value = 0;
  for (const auto& [name, times] : sum) {
    value += times * static_cast<double>(unknowns_.at(name).truth);
  }
  return std::llround(value);
}

bool Program::believe(const Sum& sum, double low, double high) {
  const auto value = static_cast<double>(truth(sum));
  if (value < low - kNearly || value > high + kNearly) return false;
  solutions_.clear();
  std::string said = fmt::format("{} {}", low, high);
  std::vector<int> columns{0};
  std::vector<double> times{0};
  for (const auto& [name, by] : gathered(sum)) {
    if (by == 0) continue;
    columns.push_back(unknowns_.at(name).column);
    times.push_back(by);
    said += fmt::format(" {}*{}", by, columns.back());
  }
  if (columns.size() == 1 || !rows_.insert(said).second) return true;
  const int row = glp_add_rows(problem_.get(), 1);
  const int kind = low == high         ? GLP_FX
                   : high == kInfinite ? GLP_LO
                   : low == -kInfinite ? GLP_UP
                                       : GLP_DB;
  glp_set_row_bnds(problem_.get(), row, kind, low, high);
  glp_set_mat_row(problem_.get(), row, static_cast<int>(columns.size()) - 1, columns.data(),
                  times.data());
  return true;
}

void Program::identity(const Sum& sum) {
  if (believe(sum, 0, 0)) return;
  std::string text;
  for (const auto& [name, times] : sum) text += fmt::format(" {:+} {}", times, name);
  throw std::logic_error("not so:" + text);
}

void Program::at_least(const Sum& sum, double low) {
  if (!believe(sum, low, kInfinite)) throw std::logic_error("not at least: " + sum.front().first);
}

void Program::set_objective(const Sum& sum, double times) {
  for (const auto& [name, by] : gathered(sum)) {
    glp_set_obj_coef(problem_.get(), unknowns_.at(name).column, by * times);
  }
}

std::int64_t Program::end_of(const Sum& sum, int direction, bool whole) {
  glp_set_obj_dir(problem_.get(), direction);
  glp_smcp simplex;
  glp_init_smcp(&simplex);
  simplex.msg_lev = GLP_MSG_OFF;
  if (glp_simplex(problem_.get(), &simplex) != 0 || glp_get_status(problem_.get()) != GLP_OPT) {
    throw std::logic_error("no solution for " + sum.front().first);
  }
  remember();
  double end = glp_get_obj_val(problem_.get());
  const bool is_whole = std::all_of(solutions_.back().begin(), solutions_.back().end(),
                                    [](double v) { return std::abs(v - std::round(v)) < kNearly; });
  if (whole && !is_whole) {
    glp_iocp options;
    glp_init_iocp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.tm_lim = 2000;
    // Who runs out of time keeps the wider end, and says no more than is so.
    if (glp_intopt(problem_.get(), &options) == 0 && glp_mip_status(problem_.get()) == GLP_OPT) {
      end = glp_mip_obj_val(problem_.get());
    }
  }
  return static_cast<std::int64_t>(direction == GLP_MIN ? std::ceil(end - kNearly)
                                                        : std::floor(end + kNearly));
}

void Program::remember() {
  auto& values = solutions_.emplace_back(1, 0.0);
  for (int i = 1; i <= glp_get_num_cols(problem_.get()); ++i) {
    values.push_back(glp_get_col_prim(problem_.get(), i));
  }
}

/// What the solutions met so far say: whatever lies between two of them is possible, too.
Range Program::seen(const Sum& sum) const {
  double low = kMost;
  double high = 0;
  for (const auto& solution : solutions_) {
    double value = 0;
    for (const auto& [name, times] : sum) {
      value += times * solution[static_cast<std::size_t>(unknowns_.at(name).column)];
    }
    low = std::min(low, value);
    high = std::max(high, value);
  }
  return {static_cast<std::int64_t>(std::ceil(low - kNearly)),
          static_cast<std::int64_t>(std::floor(high + kNearly))};
}

Range Program::range(const Sum& sum) {
  // Most are wide, and that needs no program of its own.
  if (const auto enough = seen(sum); enough.values() > kNarrow) return enough;
  set_objective(sum, 1);
  Range range{end_of(sum, GLP_MIN, false), end_of(sum, GLP_MAX, false)};
  if (range.values() > 1 && range.values() <= kNarrow) {
    range = {end_of(sum, GLP_MIN, true), end_of(sum, GLP_MAX, true)};
  }
  set_objective(sum, 0);
  return range;
}

}  // namespace nest::attacker
