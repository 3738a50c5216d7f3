#include "stage/images.h"

#include <SDL2/SDL_image.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace nest::stage {
namespace {

std::variant<Raster, Fault> make(const MediaSource& media, const PictureWish& wish) try {
  return rasterise(media.open(wish.picture), wish.box);
} catch (const std::exception& e) {  // a disk that fails, memory that runs out: a blank picture
  return Fault{e.what()};
}

}  // namespace

Images::Images(const MediaSource& media, std::function<void()> wake, int threads)
    : media_(media), wake_(std::move(wake)) {
  IMG_Init(IMG_INIT_PNG | IMG_INIT_JPG);  // here, because it may not run on two threads at once
  for (int i = 0; i < threads; ++i) {
    workers_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
}

bool Images::begun(const PictureWish& wish) const {
  return std::find(in_work_.begin(), in_work_.end(), wish) != in_work_.end() ||
         std::any_of(done_.begin(), done_.end(),
                     [&wish](const PictureDone& done) { return done.wish == wish; });
}

void Images::want(std::vector<PictureWish> wishes) {
  const std::lock_guard lock(mutex_);
  std::erase_if(wishes, [this](const PictureWish& wish) { return begun(wish); });
  std::reverse(wishes.begin(), wishes.end());
  wanted_ = std::move(wishes);
  if (!wanted_.empty()) news_.notify_all();
}

std::vector<PictureDone> Images::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(done_, {});
}

bool Images::wait() {
  std::unique_lock lock(mutex_);
  news_.wait(lock, [this] { return !done_.empty() || (wanted_.empty() && in_work_.empty()); });
  return !done_.empty();
}

void Images::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (news_.wait(lock, stop, [this] { return !wanted_.empty(); }) && !stop.stop_requested()) {
    const PictureWish wish = std::move(wanted_.back());
    wanted_.pop_back();
    in_work_.push_back(wish);
    lock.unlock();
    auto outcome = make(media_, wish);
    lock.lock();
    std::erase(in_work_, wish);
    done_.push_back({wish, std::move(outcome)});
    news_.notify_all();
    lock.unlock();
    if (wake_) wake_();
    lock.lock();
  }
}

}  // namespace nest::stage
