#include "store/row_stage.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <tuple>

namespace nest::store {
namespace {

constexpr std::size_t kBuffer = 1U << 18U;

[[noreturn]] void fail(const char* doing) {
  throw std::system_error(errno, std::generic_category(), doing);
}

void write_number(std::string& out, std::int64_t number) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  out.append(bytes, sizeof number);
}

std::int64_t read_number(const char*& at) {
  std::int64_t number = 0;
  std::memcpy(&number, at, sizeof number);
  at += sizeof number;
  return number;
}

/// A letter for the type, as in row_crc, then the value. Only this process reads it again.
void write_value(std::string& out, const SqlValue& value) {
  if (const auto* const number = std::get_if<std::int64_t>(&value)) {
    out += 'i';
    write_number(out, *number);
  } else if (const auto* const text = std::get_if<std::string>(&value)) {
    out += 't';
    write_number(out, static_cast<std::int64_t>(text->size()));
    out += *text;
  } else {
    out += 'n';
  }
}

SqlValue read_value(const char*& at) {
  switch (*at++) {
    case 'i':
      return read_number(at);
    case 't': {
      const auto size = static_cast<std::size_t>(read_number(at));
      std::string text(at, size);
      at += size;
      return text;
    }
    default:
      return std::monostate{};
  }
}

}  // namespace

RowStage::RowStage() {
  files_.emplace_back(std::tmpfile());
  if (!files_[0]) fail("making a temporary file");
  (void)std::setvbuf(files_[0].get(), nullptr, _IOFBF, kBuffer);
}

void RowStage::add(const TallyRow& row) {
  for (const auto& value : row) write_value(bytes_, value);
}

void RowStage::end_block(const TableShape& table, const std::string& run) {
  if (bytes_.empty()) return;
  if (std::fwrite(bytes_.data(), 1, bytes_.size(), files_[0].get()) != bytes_.size()) {
    fail("writing a temporary file");
  }
  blocks_.push_back({table.table, run, 0, end_, bytes_.size()});
  end_ += bytes_.size();
  bytes_.clear();
}

void RowStage::append(RowStage other) {
  for (auto& block : other.blocks_) {
    block.file += files_.size();
    blocks_.push_back(std::move(block));
  }
  for (auto& file : other.files_) files_.push_back(std::move(file));
}

void RowStage::each(const Visit& visit) {
  for (const auto& file : files_) {
    if (std::fflush(file.get()) != 0) fail("writing a temporary file");
  }
  const auto place = [](const Block& block) { return std::tie(block.table, block.run); };
  std::sort(blocks_.begin(), blocks_.end(), [&](const Block& a, const Block& b) {
    return std::tie(a.table, a.run, a.file, a.at) < std::tie(b.table, b.run, b.file, b.at);
  });
  for (std::size_t i = 0; i < blocks_.size();) {
    const auto& first = blocks_[i];
    const auto& table = shape(first.table);
    std::vector<TallyRow> rows;
    std::string last;
    for (; i < blocks_.size() && place(blocks_[i]) == place(first); ++i) {
      read(blocks_[i]);
      if (bytes_ != last) decode(table, rows);
      last.swap(bytes_);
    }
    visit(table, std::move(rows));
  }
}

void RowStage::read(const Block& block) {
  bytes_.resize(block.size);
  for (std::size_t done = 0; done < block.size;) {
    const auto n = ::pread(::fileno(files_[block.file].get()), bytes_.data() + done,
                           block.size - done, static_cast<off_t>(block.at + done));
    if (n < 0 && errno == EINTR) continue;
    if (n == 0) errno = EIO;  // shorter than what we wrote
    if (n <= 0) fail("reading a temporary file");
    done += static_cast<std::size_t>(n);
  }
}

void RowStage::decode(const TableShape& table, std::vector<TallyRow>& rows) const {
  const auto columns = static_cast<std::size_t>(table.columns());
  for (const char* at = bytes_.data(); at < bytes_.data() + bytes_.size();) {
    auto& row = rows.emplace_back();
    row.reserve(columns);
    for (std::size_t i = 0; i < columns; ++i) row.push_back(read_value(at));
  }
}

}  // namespace nest::store
