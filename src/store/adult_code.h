#pragma once
// The adult code on disk: its Argon2id hash and the number of wrong tries in a row, in a small file
// of the data folder that only its owner may read. Each try is written, synced and renamed before
// it is checked, so pulling the plug buys no tries. Hashing runs on a thread of its own.
// A code that nobody remembers: whoever may use the machine's own account removes it with
// reset_adult_code, and the next start asks for a new one.
// Not here: how long a wrong code makes one wait (core/adult/delay).
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "core/adult/secret.h"

namespace nest::store {

class AdultCode : public CodeKeeper {
 public:
  /// Reads the file. `bell` is called on a worker thread each time an answer can be taken.
  /// Throws std::runtime_error if libsodium cannot be used.
  AdultCode(const std::filesystem::path& folder, std::function<void()> bell);

  CodeStatus status() const override;
  void ask(CodeTask task) override;
  std::optional<CodeAnswer> answer() override;

 private:
  struct Kept {
    CodeStatus status;
    std::string hash;
  };
  Kept read() const;
  void work(CodeTask task);
  CodeAnswer set(const std::string& digits);
  CodeAnswer check(const std::string& digits);
  /// Throws std::system_error.
  void write(const Kept& kept) const;
  Kept kept() const;
  void become(Kept kept);

  std::filesystem::path file_;
  std::function<void()> bell_;
  mutable std::mutex mutex_;
  Kept kept_;
  std::optional<CodeAnswer> answer_;
  std::jthread worker_;  ///< last: it ends before what it uses
};

/// Removes the adult code of that data folder; throws std::system_error.
void reset_adult_code(const std::filesystem::path& folder);

}  // namespace nest::store
