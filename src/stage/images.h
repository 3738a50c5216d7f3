#pragma once
// Pictures are opened and rasterised on threads of their own, what is on the screen first. The main
// thread tells what it wants and later takes what is done; it never waits for a picture in a frame.
// Not here: keeping pictures (see Sprites), judging bytes (see decode).
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "core/shell/ports.h"
#include "stage/decode.h"

namespace nest::stage {

struct PictureWish {
  std::string picture;
  PxSize box;
  auto operator<=>(const PictureWish& o) const {
    return std::tie(picture, box.w, box.h) <=> std::tie(o.picture, o.box.w, o.box.h);
  }
  bool operator==(const PictureWish&) const = default;
};

struct PictureDone {
  PictureWish wish;
  std::variant<Raster, Fault> outcome;
};

class Images {
 public:
  /// `wake` is called on a worker thread each time a picture is done. `media` must outlive this.
  Images(const MediaSource& media, std::function<void()> wake, int threads = 2);

  /// Replaces what is still to be done; the first wishes come first. A wish that is being worked
  /// on or waits to be taken is not done twice.
  void want(std::vector<PictureWish> wishes);
  /// What was done since the last call.
  std::vector<PictureDone> take();
  /// Blocks until something can be taken; false if nothing is wanted. For scripts and tests.
  bool wait();

 private:
  void work(const std::stop_token& stop);
  bool begun(const PictureWish& wish) const;

  const MediaSource& media_;
  std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable_any news_;
  std::vector<PictureWish> wanted_;  ///< the next one last
  std::vector<PictureWish> in_work_;
  std::vector<PictureDone> done_;
  std::vector<std::jthread> workers_;  ///< last: they end before what they use
};

}  // namespace nest::stage
