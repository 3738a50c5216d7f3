#include "core/base/reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "core/base/guess.h"
#include "core/base/utf8.h"
#include "core/base/wording.h"

namespace nest {
namespace {

constexpr std::size_t kIdLimit = 64;

bool is_id(std::string_view text) {
  const auto ok = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && text.size() <= kIdLimit && std::all_of(text.begin(), text.end(), ok) &&
         text.front() != '-' && text.back() != '-';
}

}  // namespace

Reader::Reader(Node node, std::string what, ReadContext& context)
    : node_(node), what_(std::move(what)), context_(context) {}

std::optional<Node> Reader::raw(std::string_view key) {
  known_.emplace_back(key);
  if (context_.asked != nullptr) (*context_.asked)[what_].insert(std::string(key));
  return node_.find(key);
}

bool Reader::has(std::string_view key) {
  return raw(key).has_value();
}

Place Reader::place_of(std::string_view key) const {
  const auto child = node_.find(key);
  return child ? child->place() : node_.place();
}

void Reader::complain(std::string_view key, std::string rule, std::string message,
                      std::string advice) {
  context_.out.error(std::move(rule), place_of(key), std::move(message), std::move(advice));
}

void Reader::advise(std::string_view key, std::string rule, std::string message,
                    std::string advice) {
  context_.out.warn(std::move(rule), place_of(key), std::move(message), std::move(advice));
}

std::optional<Node> Reader::typed(std::string_view key, NodeKind kind, bool required,
                                  const std::string& advice) {
  const auto child = raw(key);
  if (!child && required) {
    context_.out.error("missing-key", node_.place(), fmt::format("{} needs \"{}\".", what_, key),
                       advice.empty() ? "Add it." : advice);
  }
  if (!child) return std::nullopt;
  if (child->kind() == kind) return child;
  context_.out.error(
      "wrong-kind", child->place(),
      fmt::format("\"{}\" must be {}, not {}.", key, name(kind), name(child->kind())),
      advice.empty() ? how_to_write(kind) : advice);
  return std::nullopt;
}

std::optional<Node> Reader::object(std::string_view key, const std::string& advice) {
  return typed(key, NodeKind::object, true, advice);
}

std::string Reader::id_text(std::string_view key) {
  const auto child = typed(key, NodeKind::text, true);
  if (!child) return {};
  if (!is_id(child->text())) {
    complain(key, "bad-id", fmt::format("\"{}\" is not an id.", child->text().substr(0, kIdLimit)),
             "Use small letters a-z, digits and \"-\", at most 64: \"before-eating\".");
    return {};
  }
  return std::string(child->text());
}

double Reader::number(std::string_view key, double low, double high,
                      std::optional<double> otherwise) {
  const auto child = typed(key, NodeKind::number, !otherwise);
  if (!child) return otherwise.value_or(low);
  const double value = child->number();
  if (std::isfinite(value) && value >= low && value <= high) return value;
  complain(key, "out-of-range", fmt::format("\"{}\" is {}.", key, value),
           fmt::format("Write a number from {} to {}.", low, high));
  return otherwise.value_or(low);
}

std::size_t Reader::count(std::string_view key, std::size_t low, std::size_t high,
                          std::optional<std::size_t> otherwise) {
  const auto as_double = [](std::size_t n) { return static_cast<double>(n); };
  const double value = number(key, as_double(low), as_double(high),
                              otherwise ? std::optional(as_double(*otherwise)) : std::nullopt);
  if (value != std::floor(value)) {
    complain(key, "out-of-range", fmt::format("\"{}\" is {}.", key, value),
             fmt::format("Write a whole number from {} to {}.", low, high));
  }
  return static_cast<std::size_t>(value);
}

bool Reader::flag(std::string_view key, bool otherwise) {
  const auto child = typed(key, NodeKind::boolean, false);
  return child ? child->truth() : otherwise;
}

bool Reader::truth(std::string_view key) {
  const auto child = typed(key, NodeKind::boolean, true, "Write true or false.");
  return child && child->truth();
}

std::optional<std::string> Reader::word_of(std::string_view key,
                                           const std::vector<std::string>& allowed, bool required) {
  const auto child = typed(key, NodeKind::text, required);
  if (!child) return std::nullopt;
  std::string word(child->text());
  if (std::find(allowed.begin(), allowed.end(), word) != allowed.end()) return word;
  complain(key, "unknown-word", fmt::format("\"{}\" is not possible for \"{}\".", word, key),
           did_you_mean(word, allowed, fmt::format("Use one of: {}.", fmt::join(allowed, ", "))));
  return std::nullopt;
}

std::optional<std::pair<double, double>> Reader::point(std::string_view key, bool required) {
  const auto node = typed(key, NodeKind::list, required);
  if (!node) return std::nullopt;
  const auto x = node->first();
  const auto y = x ? x->next() : std::nullopt;
  const auto on_stage = [](const std::optional<Node>& n) {
    return n && n->kind() == NodeKind::number && std::abs(n->number()) <= 4000;
  };
  if (node->size() == 2 && on_stage(x) && on_stage(y)) return {{x->number(), y->number()}};
  complain(key, "bad-point", fmt::format("\"{}\" must be a place on the stage.", key),
           "Write [x, y], for example [960, 540] for the middle.");
  return std::nullopt;
}

bool Reader::is_object(Node child, const std::string& what) {
  if (child.kind() == NodeKind::object) return true;
  context_.out.error("wrong-kind", child.place(),
                     fmt::format("{} must be an object {{ }}, not {}.", what, name(child.kind())),
                     how_to_write(NodeKind::object));
  return false;
}

std::optional<Node> Reader::list_node(std::string_view key, std::size_t min, std::size_t max) {
  const auto node = typed(key, NodeKind::list, min > 0);
  if (!node) return std::nullopt;
  if (node->size() < min || node->size() > max) {
    complain(key, "wrong-count",
             fmt::format("\"{}\" has {} {}; {} to {} are possible.", key, node->size(),
                         node->size() == 1 ? "entry" : "entries", min, max),
             node->size() < min ? "Add some." : "Take some out.");
  }
  return node->size() > max ? std::nullopt : node;
}

std::string Reader::media(std::string_view key, bool required) {
  const auto child = typed(key, NodeKind::text, required);
  if (!child) return {};
  const auto name = child->text();
  const bool library = name.substr(0, 8) == "library:" && is_id(name.substr(8));
  const bool own = name.substr(0, 6) == "media/" && name.size() <= 200 &&
                   name.find("..") == std::string_view::npos &&
                   name.find('\\') == std::string_view::npos;
  if (library || own) return std::string(name);
  complain(key, "bad-media-name",
           fmt::format("\"{}\" names no picture or sound.", name.substr(0, 200)),
           "Write \"media/file.png\" for one of the pack or \"library:name\" for the kiosk's own.");
  return {};
}

std::string Reader::picture(std::string_view key, bool required) {
  auto name = media(key, required);
  if (!name.empty() && context_.watcher != nullptr) {
    context_.watcher->picture(*node_.find(key), name);
  }
  return name;
}

std::string Reader::sound(std::string_view key) {
  auto name = media(key, false);
  if (!name.empty() && context_.watcher != nullptr) {
    context_.watcher->sound(*node_.find(key), name);
  }
  return name;
}

Ages Reader::ages(std::string_view key) {
  Ages ages;
  const auto node = list_node(key, 1, 3);
  if (!node) return ages;
  node->each([&](Node child) {
    const auto band = child.kind() == NodeKind::text ? child.text() : std::string_view();
    if (band == "A") ages.add(AgeBand::a);
    if (band == "B") ages.add(AgeBand::b);
    if (band == "C") ages.add(AgeBand::c);
    if (band == "A" || band == "B" || band == "C") return;
    context_.out.error("unknown-word", child.place(), "this is not an age band.",
                       "Use \"A\" (4-6 years), \"B\" (7-9) and \"C\" (10-12).");
  });
  return ages;
}

void Reader::finish() {
  node_.each([&](Node child) {
    const std::string key(child.key());
    if (context_.out.full()) return;
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) return;
    context_.out.error("unknown-key", child.key_place(),
                       fmt::format("{} has no key \"{}\".", what_, key.substr(0, kIdLimit)),
                       did_you_mean(key, known_, "Remove it."));
  });
}

}  // namespace nest
