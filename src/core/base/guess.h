#pragma once
// "Did you mean …?": what an author probably wanted to write. Not here: what is allowed (Reader).
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nest {

/// The candidate nearest to `word`: at most two letters wrong, missing, too many or swapped with
/// their neighbour (optimal string alignment distance over bytes), the first of equals. None for
/// words over 64 bytes and for candidates that would have to be rewritten whole.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

/// `Did you mean "soap"?`, or `otherwise` where nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         std::string otherwise);

}  // namespace nest
