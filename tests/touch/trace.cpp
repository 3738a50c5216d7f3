#include "touch/trace.h"

#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>

namespace nest::test {
namespace {

class TraceReader {
 public:
  Trace read(std::istream& in) {
    std::string line;
    for (number_ = 1; std::getline(in, line); ++number_) take(line);
    need(!trace_.story.empty(), "the first line says what the child does");
    need(said_, "what is expected? expect TIME TARGET, or expect nothing");
    return std::move(trace_);
  }
  int line() const { return number_; }

 private:
  static void need(bool condition, const char* what) {
    if (!condition) throw std::runtime_error(what);
  }
  template <class T>
  T next(const char* what) {
    T value;
    need(static_cast<bool>(words_ >> value), what);
    return value;
  }
  /// "nan" and "inf" too, which streams do not read.
  float number(const char* what) {
    const auto word = next<std::string>(what);
    char* end = nullptr;
    const float value = std::strtof(word.c_str(), &end);
    need(*end == '\0', what);
    return value;
  }

  void take(const std::string& line) {
    if (number_ == 1 && line.rfind("# ", 0) == 0) trace_.story = line.substr(2);
    words_ = std::istringstream(line);
    std::string first;
    if (!(words_ >> first) || first.front() == '#') return;
    if (first == "mm_per_unit") {
      trace_.metrics.mm_per_unit = number("a number of millimetres");
    } else if (first == "kiosk") {
      trace_.kiosk = true;
    } else if (first == "target") {
      const auto name = next<std::string>("a target's name");
      Rect box;
      for (float* side : {&box.x, &box.y, &box.w, &box.h}) *side = number("x, y, width, height");
      trace_.screens.back().targets.push_back({name, box, 0, carry()});
    } else if (first == "expect") {
      expect();
    } else {
      step(Millis(std::stol(first)));
    }
    std::string more;
    need(!(words_ >> more), "there is more on this line than it takes");
  }

  Carry carry() {
    if ((words_ >> std::ws).eof()) return Carry::no;
    const auto word = next<std::string>("from or to");
    need(word == "from" || word == "to", "from or to");
    return word == "from" ? Carry::from : Carry::to;
  }

  void expect() {
    said_ = true;
    const auto what = next<std::string>("what is expected");
    if (what == "nothing") return;
    const auto which = next<std::string>("a target, or a number of answers");
    if (what == "counted") {
      trace_.counted = std::stoul(which);
    } else {
      trace_.taps.push_back(what + " " + which);
    }
  }

  void step(Millis at) {
    need(trace_.steps.empty() || trace_.steps.back().at <= at, "time does not go back");
    TraceStep step;
    step.at = at;
    auto word = next<std::string>("what happens then");
    if (word == "screen") {
      trace_.screens.push_back({at, {}});
    } else if (word == "lit" || word == "held") {
      step.name = next<std::string>("what is lit, or whether a finger is held");
    } else {
      step.finger.id = std::stol(word);
      word = next<std::string>("down, move or up");
      need(word == "down" || word == "move" || word == "up", "down, move or up");
      if (word != "down") {
        step.finger.phase = word == "up" ? FingerPhase::up : FingerPhase::move;
      }
      place(step);
    }
    step.what = word;
    trace_.steps.push_back(std::move(step));
  }

  void place(TraceStep& step) {
    if (trace_.kiosk) {
      step.name = next<std::string>("the name of a place");
      return;
    }
    step.finger.at = {number("x"), number("y")};
    if (!(words_ >> std::ws).eof()) step.finger.breadth_mm = number("a breadth in millimetres");
  }

  Trace trace_;
  std::istringstream words_;
  int number_ = 0;
  bool said_ = false;
};

}  // namespace

Trace read_trace(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  TraceReader reader;
  try {
    return reader.read(in);
  } catch (const std::exception& e) {
    throw std::runtime_error(file.string() + ":" + std::to_string(reader.line()) + ": " + e.what());
  }
}

}  // namespace nest::test
