#include "store/adult_code.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <stdexcept>

#include "core/base/overloaded.h"
#include "core/base/reader.h"
#include "store/data_folder.h"
#include "store/files.h"
#include "store/json.h"

namespace nest::store {
namespace {

constexpr const char* kFormat = "storknest-adult/1";
constexpr std::size_t kCodeFileBytes = 4096;
constexpr std::size_t kMostFailed = 1'000'000'000;

/// A hash as libsodium writes it: "$argon2id$v=19$…", printable and without quotes.
bool is_hash(const std::string& text) {
  return text.rfind("$argon2id$", 0) == 0 && text.size() < crypto_pwhash_STRBYTES &&
         text.find_first_of("\"\\") == std::string::npos;
}

void wipe(std::string& secret) {
  sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

}  // namespace

AdultCode::AdultCode(const std::filesystem::path& folder, std::function<void()> bell)
    : file_(folder / kAdultCodeFile), bell_(std::move(bell)) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used on this machine");
  kept_ = read();
}

AdultCode::Kept AdultCode::read() const {
  std::error_code failed;
  const bool there = std::filesystem::exists(file_, failed);
  if (!there && !failed) return {};
  Kept kept{{CodeState::broken, 0}, {}};
  auto text = read_file(file_, kCodeFileBytes);
  if (!text) return kept;
  Diagnostics faults;
  const auto document = parse_json(kAdultCodeFile, std::move(*text), faults);
  const auto root = document->root();
  if (!root || root->kind() != NodeKind::object) return kept;
  ReadContext context{faults, {}};
  read_object<int>(*root, "the adult code", context, [&](Reader& in) {
    in.word_of("format", {kFormat}, true);
    kept.status.failed = in.count("failed", 0, kMostFailed, std::nullopt);
    kept.hash = in.text("hash");
    return 0;
  });
  if (!faults.has_errors() && is_hash(kept.hash)) kept.status.state = CodeState::set;
  return kept;
}

void AdultCode::write(const Kept& kept) const {
  write_file(file_,
             fmt::format("{{\"format\": \"{}\", \"failed\": {}, \"hash\": \"{}\"}}\n", kFormat,
                         kept.status.failed, kept.hash),
             Readers::owner);
}

AdultCode::Kept AdultCode::kept() const {
  const std::lock_guard lock(mutex_);
  return kept_;
}

void AdultCode::become(Kept kept) {
  const std::lock_guard lock(mutex_);
  kept_ = std::move(kept);
}

CodeStatus AdultCode::status() const {
  return kept().status;
}

CodeAnswer AdultCode::set(const std::string& digits) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), digits.data(), digits.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    return CodeAnswer::failed;  // no 64 MB left
  }
  Kept fresh{{CodeState::set, 0}, hash.data()};
  try {
    write(fresh);
  } catch (const std::system_error&) {
    return CodeAnswer::failed;
  }
  become(std::move(fresh));
  return CodeAnswer::kept;
}

CodeAnswer AdultCode::check(const std::string& digits) {
  auto now = kept();
  if (now.status.state != CodeState::set) return CodeAnswer::failed;
  now.status.failed = std::min(now.status.failed + 1, kMostFailed);
  const auto keep = [this](const Kept& kept) {
    // A disk that is full or read-only must not keep the adult out who comes to see to it: then the
    // tries are counted in memory.
    try {
      write(kept);
    } catch (const std::system_error&) {
    }
    become(kept);
  };
  keep(now);
  if (crypto_pwhash_str_verify(now.hash.c_str(), digits.data(), digits.size()) != 0) {
    return CodeAnswer::wrong;
  }
  now.status.failed = 0;
  keep(now);
  return CodeAnswer::right;
}

void AdultCode::work(CodeTask task) {
  const auto answer = std::visit(Overloaded{[this](SetCode& t) {
                                              const auto said = set(t.digits);
                                              wipe(t.digits);
                                              return said;
                                            },
                                            [this](CheckCode& t) {
                                              const auto said = check(t.digits);
                                              wipe(t.digits);
                                              return said;
                                            }},
                                 task);
  {
    const std::lock_guard lock(mutex_);
    answer_ = answer;
  }
  if (bell_) bell_();
}

void AdultCode::ask(CodeTask task) {
  {
    const std::lock_guard lock(mutex_);
    answer_.reset();
  }
  // The thread before has answered, so this does not wait.
  worker_ = std::jthread([this, task = std::move(task)] { work(task); });
}

std::optional<CodeAnswer> AdultCode::answer() {
  const std::lock_guard lock(mutex_);
  return std::exchange(answer_, std::nullopt);
}

void reset_adult_code(const std::filesystem::path& folder) {
  remove_file(folder / kAdultCodeFile);
}

}  // namespace nest::store
