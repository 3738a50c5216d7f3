#include <fmt/format.h>

#include <algorithm>

#include "core/activities/what_next/what_next.h"
#include "core/base/guess.h"

namespace nest::what_next {
namespace {

constexpr std::size_t kFewestMoments = 3;
constexpr std::size_t kMostMoments = 16;
constexpr std::size_t kMostChoices = 3;

class Spec : public ActivitySpec {
 public:
  std::unique_ptr<Activity> start(const PackContent& pack, AgeBand, Random luck) const override {
    return std::make_unique<WhatNext>(pack, script, id.str(), luck);
  }
  bool offers(const PackContent&, AgeBand) const override { return !script.moments.empty(); }
  std::vector<std::pair<ItemId, Place>> items() const override { return {}; }
  std::vector<SpokenText> sentences() const override {
    std::vector<SpokenText> said;
    for (const auto& moment : script.moments) {
      const auto at = id.str() + "." + moment.id;
      said.push_back({at, &moment.say});
      for (const auto& choice : moment.choices)
        said.push_back({at + "." + choice.id, &choice.text});
    }
    return said;
  }

  Script script;
};

using Names = std::vector<std::string>;

Names names_of(Reader& in) {
  Names names;
  const auto story = in.raw("story");
  if (!story || story->kind() != NodeKind::list) return names;
  story->each([&](Node moment) {
    const auto id = moment.find("id");
    names.emplace_back(id && id->kind() == NodeKind::text ? id->text() : std::string_view());
  });
  return names;
}

std::size_t moment_named(Reader& in, std::string_view key, const Names& names) {
  const auto name = in.id_text(key);
  const auto found = std::find(names.begin(), names.end(), name);
  if (name.empty() || found != names.end()) {
    return name.empty() ? 0 : static_cast<std::size_t>(found - names.begin());
  }
  in.complain(key, "unknown-moment", fmt::format("the story has no moment \"{}\".", name),
              did_you_mean(name, names, "Add it under \"story\"."));
  return 0;
}

Choice read_choice(Reader& in, const Names& names) {
  Choice choice;
  choice.id = in.id_text("id");
  choice.picture = in.picture("picture", true);
  choice.text = in.localized("text", TextRole::answer);
  choice.to = moment_named(in, "to", names);
  return choice;
}

Moment read_moment(Reader& in, const Names& names) {
  Moment moment;
  moment.id = in.id_text("id");
  moment.picture = in.picture("picture", true);
  moment.backdrop = in.picture("backdrop", false);
  moment.say = in.localized("say", TextRole::prompt);
  moment.choices = in.list<Choice>("choices", 0, kMostChoices, "a choice",
                                   [&](Reader& each) { return read_choice(each, names); });
  if (in.has("then")) moment.then = moment_named(in, "then", names);
  if (moment.choices.size() == 1) {
    in.complain("choices", "wrong-count", "one choice is none.",
                "Give two or three, or go on with \"then\".");
  }
  if (!moment.choices.empty() && moment.then) {
    in.complain("then", "two-ways", "a moment has \"choices\" or \"then\", not both.",
                "Take one of them out.");
  }
  return moment;
}

/// Where the story can go from a moment.
std::vector<std::size_t> ways(const Moment& moment) {
  std::vector<std::size_t> out;
  for (const auto& choice : moment.choices) out.push_back(choice.to);
  if (moment.then) out.push_back(*moment.then);
  return out;
}

/// Marks what is reached from the marked ones, forwards, until nothing new is.
std::vector<bool> reached(const Script& script) {
  std::vector<bool> seen(script.moments.size());
  std::vector<std::size_t> next{0};
  while (!next.empty()) {
    const auto at = next.back();
    next.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    for (const auto to : ways(script.moments[at])) next.push_back(to);
  }
  return seen;
}

/// Moments from which an end can be reached. "then" alone must come to a choice or an end, or the
/// story would turn in circles by itself.
std::vector<bool> ending(const Script& script) {
  std::vector<bool> good(script.moments.size());
  for (bool grew = true; grew;) {
    grew = false;
    for (std::size_t i = 0; i < good.size(); ++i) {
      const auto to = ways(script.moments[i]);
      const bool ends = script.moments[i].end() ||
                        std::any_of(to.begin(), to.end(), [&](auto t) { return good[t]; });
      if (!ends || good[i]) continue;
      good[i] = true;
      grew = true;
    }
  }
  return good;
}

void complain_of_ways(Reader& in, const Script& script, const Names& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
        names.begin() + static_cast<std::ptrdiff_t>(i)) {
      in.complain("story", "same-id", fmt::format("\"{}\" stands twice in \"story\".", names[i]),
                  "Ids are different within a list.");
    }
  }
  const auto seen = reached(script);
  const auto good = ending(script);
  for (std::size_t i = 0; i < script.moments.size(); ++i) {
    const auto& id = script.moments[i].id;
    if (!seen[i]) {
      in.complain("story", "unreachable", fmt::format("no way leads to the moment \"{}\".", id),
                  "Let a choice or \"then\" name it.");
    } else if (!good[i]) {
      in.complain("story", "no-end", fmt::format("from \"{}\" the story never ends.", id),
                  "Every way must come to a moment without \"choices\" and \"then\".");
    }
  }
}

}  // namespace

std::unique_ptr<ActivitySpec> read(Reader& in) {
  auto spec = std::make_unique<Spec>();
  const auto names = names_of(in);
  spec->script.moments = in.list<Moment>("story", kFewestMoments, kMostMoments, "a moment",
                                         [&](Reader& each) { return read_moment(each, names); });
  // Indices are only good if every entry became a moment.
  if (spec->script.moments.size() == names.size() && !names.empty()) {
    complain_of_ways(in, spec->script, names);
  } else {
    spec->script.moments.clear();
  }
  return spec;
}

}  // namespace nest::what_next
