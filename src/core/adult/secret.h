#pragma once
// What the adult area needs of whoever keeps the adult code. Checking is slow on purpose (Argon2id,
// a tenth of a second and 64 MB), so it is asked for and the answer fetched later; no frame waits.
// Not here: how long a wrong code makes one wait (delay.h), files and hashes (store/adult_code).
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace nest {

inline constexpr std::size_t kShortestCode = 6, kLongestCode = 12;

/// Whether it may become the adult code: 6 to 12 digits, not all alike and no plain run such as
/// 123456 or 987654, which a child would find.
bool may_be_code(std::string_view digits);

enum class CodeState {
  none,  ///< nobody has set one yet
  set,
  broken  ///< its file cannot be read; only someone with the machine's own account can help
};
struct CodeStatus {
  CodeState state = CodeState::none;
  std::size_t failed = 0;  ///< wrong tries in a row, also those before a restart
};

/// Is kept from now on; the wrong tries are forgotten.
struct SetCode {
  std::string digits;
};
/// Counts as a wrong try, durably, before it is looked at; a right one takes all of them back.
struct CheckCode {
  std::string digits;
};
using CodeTask = std::variant<SetCode, CheckCode>;

enum class CodeAnswer {
  kept,
  right,
  wrong,
  failed  ///< the machine could not: no memory for the check, or the new code cannot be written
};

class CodeKeeper {
 public:
  virtual ~CodeKeeper() = default;
  virtual CodeStatus status() const = 0;
  /// Returns at once. One task at a time: the next one only after the answer was taken.
  virtual void ask(CodeTask task) = 0;
  /// The answer to the last task, once; nothing while it is worked on.
  virtual std::optional<CodeAnswer> answer() = 0;
};

}  // namespace nest
