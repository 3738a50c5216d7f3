#pragma once
// std::visit with one lambda per alternative; the compiler lists every place that must answer.

namespace nest {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

}  // namespace nest
