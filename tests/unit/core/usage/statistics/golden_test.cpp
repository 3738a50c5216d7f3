// Every statistic against the values that R gave (scripts/make-statistics-golden).
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "core/usage/statistics/intervals.h"
#include "core/usage/statistics/items.h"
#include "core/usage/statistics/mcnemar.h"
#include "core/usage/statistics/paired.h"
#include "core/usage/statistics/unpaired.h"

using namespace nest;

namespace {

using Numbers = std::vector<double>;
using Told = std::vector<std::optional<double>>;

std::int64_t whole(double number) {
  return static_cast<std::int64_t>(number);
}

Told told(const Interval& interval) {
  return {interval.low, interval.high};
}
void add(Told& to, const std::optional<Interval>& interval) {
  to.push_back(interval ? std::optional(interval->low) : std::nullopt);
  to.push_back(interval ? std::optional(interval->high) : std::nullopt);
}

ItemSums item_sums(const Numbers& g) {
  return {whole(g[0]), whole(g[1]), whole(g[2]), whole(g[3]), whole(g[4])};
}

Told paired(const std::vector<Numbers>& given) {
  std::vector<PairedSums> rows;
  for (const auto& g : given) {
    rows.push_back({whole(g[0]), whole(g[1]), whole(g[2]), whole(g[3]), whole(g[4]), whole(g[5]),
                    whole(g[6])});
  }
  const auto result = paired_gain(rows);
  REQUIRE(result.has_value());
  Told out{static_cast<double>(result->n), result->before, result->after, result->gain};
  add(out, result->interval);
  out.insert(out.end(), {result->p, result->effect, result->normalised});
  return out;
}

std::vector<ScoreCount> bars(const Numbers& g) {
  std::vector<ScoreCount> out;
  for (std::size_t i = 0; i < g.size(); i += 3) {
    out.push_back({whole(g[i]), whole(g[i + 1]), whole(g[i + 2])});
  }
  return out;
}

Told unpaired(const std::vector<Numbers>& given) {
  const auto result = welch(bars(given[0]), bars(given[1]));
  REQUIRE(result.has_value());
  Told out{static_cast<double>(result->n_before), static_cast<double>(result->n_after),
           result->before, result->after, result->gain};
  add(out, result->interval);
  out.push_back(result->p);
  return out;
}

Told raised(const Numbers& p) {
  const auto all = holm(p);
  return {all.begin(), all.end()};
}

Told weights(const std::vector<Numbers>& given) {
  std::vector<ItemSums> items;
  for (const auto& g : given) items.push_back(item_sums(g));
  return effective_weights(items);
}

using Given = std::vector<Numbers>;
const std::map<std::string, std::function<Told(const Given&)>> kStatistics{
    {"wilson", [](const Given& g) { return told(wilson(whole(g[0][0]), whole(g[0][1]))); }},
    {"newcombe",
     [](const Given& g) {
       return told(newcombe({whole(g[0][0]), whole(g[0][1])}, {whole(g[0][2]), whole(g[0][3])}));
     }},
    {"t_interval", [](const Given& g) { return told(t_interval(g[0][0], g[0][1], g[0][2])); }},
    {"paired", paired},
    {"mcnemar", [](const Given& g) { return Told{mcnemar(whole(g[0][0]), whole(g[0][1]))}; }},
    {"holm", [](const Given& g) { return raised(g[0]); }},
    {"welch", unpaired},
    {"item",
     [](const Given& g) {
       return Told{facility(item_sums(g[0])), discrimination(item_sums(g[0]))};
     }},
    {"weights", weights},
    {"guess",
     [](const Given& g) { return Told{guess_level(static_cast<int>(g[0][0]), g[0][1] > 0)}; }},
};

/// "paired: 2 3 : 4 5 = 0.5 none": the name, the given numbers in groups, the expected ones.
struct Case {
  std::string name;
  Given given;
  Told expected;
};

Case read_case(const std::string& line) {
  Case out;
  std::istringstream words(line);
  std::getline(words, out.name, ':');
  out.given.emplace_back();
  bool expects = false;
  for (std::string word; words >> word;) {
    if (word == "=") {
      expects = true;
    } else if (word == ":") {
      out.given.emplace_back();
    } else if (expects) {
      out.expected.push_back(word == "none" ? std::nullopt : std::optional(std::stod(word)));
    } else {
      out.given.back().push_back(std::stod(word));
    }
  }
  return out;
}

/// To nine digits, or to 10^-12 where a number is next to nothing.
bool close(const std::optional<double>& is, const std::optional<double>& expected) {
  if (!is || !expected) return is.has_value() == expected.has_value();
  return std::isfinite(*is) && std::abs(*is - *expected) <= 1e-9 * std::abs(*expected) + 1e-12;
}

std::string words(const Told& numbers) {
  std::ostringstream out;
  out.precision(17);
  for (const auto& number : numbers) {
    number ? out << *number << ' ' : out << "none ";
  }
  return out.str();
}

}  // namespace

TEST_CASE("statistics: every one agrees with R to nine digits") {
  std::ifstream golden(std::string(STORKNEST_SOURCE_DIR) +
                       "/tests/unit/core/usage/statistics/golden.txt");
  std::map<std::string, int> cases;
  for (std::string line; std::getline(golden, line);) {
    if (line.empty() || line[0] == '#') continue;
    CAPTURE(line);
    const auto [name, given, expected] = read_case(line);
    REQUIRE(kStatistics.count(name) == 1);
    const auto is = kStatistics.at(name)(given);
    CAPTURE(words(is));
    REQUIRE(is.size() == expected.size());
    for (std::size_t i = 0; i < is.size(); ++i) CHECK(close(is[i], expected[i]));
    ++cases[name];
  }
  for (const auto& [name, calculate] : kStatistics) {
    CHECK_MESSAGE(cases[name] >= 8, name << " has hardly a case");
  }
}
