// How a script is written; script.cpp plays it.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/shell/script.h"

namespace nest {
namespace {

constexpr Millis kLongestWait{3600 * 1000};

std::string_view word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  const auto end = std::min(rest.find_first_of(" \t"), rest.size());
  const auto found = rest.substr(0, end);
  rest.remove_prefix(end);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  return found;
}

std::optional<Millis> span_of(std::string_view text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (fault != std::errc() || value < 0 || (unit != "s" && unit != "ms")) return std::nullopt;
  const double ms = unit == "s" ? value * 1000 : value;
  if (ms > static_cast<double>(kLongestWait.count())) return std::nullopt;
  return Millis(static_cast<Millis::rep>(ms));
}

std::optional<script::Adult> adult_of(std::string_view rest) {
  script::Adult adult;
  adult.act = word(rest);
  adult.topic = word(rest);
  adult.ages = word(rest);
  const bool opens = adult.act == "paired" || adult.act == "unpaired" || adult.act == "play";
  const bool goes_on = adult.act == "next" || adult.act == "close";
  const bool ages = adult.ages == "A" || adult.ages == "B" || adult.ages == "C";
  if ((opens && !adult.topic.empty() && ages && rest.empty()) || (goes_on && adult.topic.empty())) {
    return adult;
  }
  return std::nullopt;
}

std::optional<script::Command> command_of(std::string_view rest, std::string& fault) {
  const auto verb = word(rest);
  const std::string argument(rest.substr(0, rest.find_last_not_of(" \t\r") + 1));
  if (argument.empty()) {
    fault = "a command and what it is for: \"tap home\", \"wait 4s\"";
    return std::nullopt;
  }
  if (verb == "tap") return script::Tap{argument};
  if (verb == "drop") return script::Drop{argument};
  if (verb == "drag") {
    std::string_view what(argument);
    const std::string from(word(what));
    if (!what.empty()) return script::Drag{from, std::string(what)};
    fault = "two targets: \"drag thing/soap slot/2\"";
    return std::nullopt;
  }
  if (verb == "lang") return script::Language{Lang(argument)};
  if (verb == "shot") return script::Shot{argument};
  if (verb == "wait") {
    if (const auto span = span_of(argument)) return script::Wait{*span};
    std::string_view what(argument);
    if (word(what) == "screen" && !what.empty()) return script::WaitScreen{std::string(what)};
    fault = "a time such as 4s or 250ms, at most an hour, or \"wait screen NAME\"";
    return std::nullopt;
  }
  if (verb == "workshop") {
    if (auto adult = adult_of(argument)) return adult;
    fault =
        "\"workshop paired TOPIC B\" (or unpaired, play), \"workshop next\", \"workshop close\"";
    return std::nullopt;
  }
  if (verb == "expect") {
    std::string_view what(argument);
    const auto kind = word(what);
    if (kind == "screen" && !what.empty()) return script::ExpectScreen{std::string(what)};
    if (kind == "text" && !what.empty()) return script::ExpectText{std::string(what)};
    fault = "\"expect screen NAME\" or \"expect text TEXT\"";
    return std::nullopt;
  }
  fault = "one of tap, drag, drop, wait, lang, workshop, expect, shot";
  return std::nullopt;
}

}  // namespace

std::vector<script::Step> parse_script(const std::string& file, const std::string& text,
                                       Diagnostics& out) {
  std::vector<script::Step> steps;
  std::size_t line = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    std::string_view rest(text.data() + at, end - at);
    at = end + 1;
    ++line;
    const auto first = rest.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || rest[first] == '#') continue;
    std::string fault;
    if (auto command = command_of(rest, fault)) {
      steps.push_back({line, std::move(*command)});
    } else {
      out.error("bad-command", {file, line, first + 1, ""},
                fmt::format("\"{}\" is no command.", rest.substr(first, 80)),
                fmt::format("Expected {}.", fault));
    }
  }
  return steps;
}

}  // namespace nest
