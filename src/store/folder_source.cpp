#include "store/folder_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <span>

#include "store/files.h"
#include "store/json.h"

namespace nest::store {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kEnds = 64UL << 10U;       // enough for a picture's header, a sound's length
constexpr std::size_t kPhotograph = 4UL << 20U;  // a JPEG may carry much before its size

std::vector<unsigned char> bytes_at(std::ifstream& in, std::size_t at, std::size_t count) {
  std::vector<unsigned char> bytes(count);
  in.clear();
  in.seekg(static_cast<std::streamoff>(at));
  in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(count));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

MediaFacts facts_of(const fs::path& path, std::size_t size) {
  std::ifstream in(path, std::ios::binary);
  const auto head = bytes_at(in, 0, kEnds);
  const auto tail = size > kEnds ? bytes_at(in, size - kEnds, kEnds) : head;
  const auto facts = sniff(head, tail, size);
  if (facts.kind != MediaKind::jpeg || facts.width > 0 || size <= kEnds) return facts;
  const auto more = bytes_at(in, 0, kPhotograph);
  return sniff(more, more, size);
}

class FolderReader {
 public:
  FolderReader(fs::path folder, Diagnostics& out, const FolderLimits& limits)
      : folder_(std::move(folder)), out_(out), limits_(limits) {
    files_.name = folder_.lexically_normal().string();
    while (files_.name.size() > 1 && files_.name.back() == '/') files_.name.pop_back();
  }

  PackFiles read() {
    files_.manifest = parse("pack.json", limits_.manifest_bytes);
    for (const auto& path : listed("items")) {
      if (path.extension() != ".json") continue;
      auto document = parse(path.lexically_relative(folder_), limits_.all_bytes);
      if (document) files_.item_files.push_back(std::move(document));
    }
    for (const auto& path : listed("media")) add_media(path);
    return std::move(files_);
  }

 private:
  std::string name(const fs::path& relative) const {
    return files_.name + "/" + relative.generic_string();
  }

  std::unique_ptr<Document> parse(const fs::path& relative, std::size_t limit) {
    const fs::path path = folder_ / relative;
    std::error_code failed;
    const auto status = fs::symlink_status(path, failed);
    if (!fs::exists(status)) {
      out_.error("no-manifest", {name(relative), 0, 0, ""}, "this file is missing.",
                 "A pack is a folder with a pack.json in it.");
      return nullptr;
    }
    if (!fs::is_regular_file(status)) {
      refuse(relative);
      return nullptr;
    }
    const auto size = fs::file_size(path, failed);
    constexpr const char* kAdvice =
        "Split the items over files in the folder \"items\", or make two packs.";
    if (!failed && size > limit) {
      out_.error("file-too-large", {name(relative), 0, 0, ""},
                 fmt::format("this file has {} MiB; it may have {}.", size >> 20U, limit >> 20U),
                 kAdvice);
      return nullptr;
    }
    if (!failed && bytes_ + size > limits_.all_bytes) {
      out_.error("file-too-large", {name(relative), 0, 0, ""},
                 fmt::format("with this file the pack has more than {} MiB of texts.",
                             limits_.all_bytes >> 20U),
                 kAdvice);
      return nullptr;
    }
    bytes_ += size;
    auto text = failed ? std::nullopt : read_file(path, limit);
    if (!text) {
      out_.error("unreadable", {name(relative), 0, 0, ""}, "this file cannot be read.",
                 "Look at its permissions and at the stick it lies on.");
      return nullptr;
    }
    return parse_json(name(relative), std::move(*text), out_);
  }

  void refuse(const fs::path& relative) {
    out_.error("not-a-file", {name(relative), 0, 0, ""}, "this is a link or no ordinary file.",
               "Put a copy of the real file here.");
  }

  /// Regular files below a subfolder, sorted; links are refused, not followed.
  std::vector<fs::path> listed(const char* subfolder) {
    std::vector<fs::path> paths;
    std::error_code failed;
    const auto top = fs::symlink_status(folder_ / subfolder, failed);
    if (!fs::exists(top)) return paths;
    if (!fs::is_directory(top)) {
      out_.error("not-a-folder", {name(subfolder), 0, 0, ""}, "this is no folder.",
                 fmt::format("Make a folder \"{}\" of it.", subfolder));
      return paths;
    }
    fs::recursive_directory_iterator it(folder_ / subfolder, failed);
    for (; !failed && it != fs::recursive_directory_iterator(); it.increment(failed)) {
      if (paths.size() >= limits_.files) {
        out_.error("too-many-files", {name(subfolder), 0, 0, ""},
                   fmt::format("more than {} files.", limits_.files), "Take some out.");
        break;
      }
      const auto status = it->symlink_status(failed);
      if (fs::is_regular_file(status)) paths.push_back(it->path());
      if (fs::is_regular_file(status) || fs::is_directory(status)) continue;
      refuse(it->path().lexically_relative(folder_));
    }
    if (failed) {
      out_.error("unreadable", {name(subfolder), 0, 0, ""}, "this folder cannot be read.",
                 "Look at its permissions and at the stick it lies on.");
    }
    std::sort(paths.begin(), paths.end());
    return paths;
  }

  void add_media(const fs::path& path) {
    const auto relative = path.lexically_relative(folder_);
    std::error_code failed;
    const auto size = fs::file_size(path, failed);
    if (failed || size > kMediaBytes) {
      out_.error("file-too-large", {name(relative), 0, 0, ""}, "this file is larger than 64 MiB.",
                 "Export it smaller.");
      return;
    }
    files_.media.push_back({relative.generic_string(), facts_of(path, size)});
  }

  fs::path folder_;
  Diagnostics& out_;
  FolderLimits limits_;
  PackFiles files_;
  std::uintmax_t bytes_ = 0;
};

}  // namespace

PackFiles read_folder(const fs::path& folder, Diagnostics& out, const FolderLimits& limits) {
  return FolderReader(folder, out, limits).read();
}

std::vector<fs::path> find_packs(const fs::path& parent) {
  std::error_code failed;
  if (fs::exists(parent / "pack.json", failed)) return {parent};
  std::vector<fs::path> found;
  fs::directory_iterator it(parent, failed);
  for (; !failed && it != fs::directory_iterator(); it.increment(failed)) {
    if (fs::is_directory(it->path(), failed) && fs::exists(it->path() / "pack.json", failed)) {
      found.push_back(it->path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace nest::store
