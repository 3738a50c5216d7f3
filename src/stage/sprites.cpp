#include "stage/sprites.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/overloaded.h"
#include "stage/pose.h"

namespace nest::stage {
namespace {

using Kind = SpriteKey::Kind;

SpriteKey upright_key(const std::string& picture, PxSize box) {
  return {Kind::upright, picture, box.w, box.h};
}

SpriteKey posed_key(Kind kind, const PictureLook& look) {
  constexpr float kSteps = 2;  // of turn_step, in a degree
  return {kind,
          look.picture,
          look.box.w,
          look.box.h,
          static_cast<int>(std::lround(look.turn * kSteps)),
          look.flip ? 1U : 0U};
}

std::uint32_t rgb_of(Colour c) {
  return static_cast<std::uint32_t>(c.r) << 16U | static_cast<std::uint32_t>(c.g) << 8U | c.b;
}

/// How much larger the wanted box is.
float growth(PxSize from, PxSize to) {
  return std::min(static_cast<float>(to.w) / static_cast<float>(from.w),
                  static_cast<float>(to.h) / static_cast<float>(from.h));
}

/// Beyond this an enlarged sprite looks soft: the picture is rasterised again even while it moves.
constexpr float kSoft = 1.25F;

}  // namespace

std::size_t SpriteKeyHash::operator()(const SpriteKey& key) const noexcept {
  std::size_t hash = std::hash<std::string>{}(key.text);
  const auto mix = [&hash](std::size_t v) { hash = (hash ^ v) * 0x9E3779B97F4A7C15ULL; };
  mix(static_cast<std::size_t>(key.kind));
  mix(static_cast<std::size_t>(key.a));
  mix(static_cast<std::size_t>(key.b));
  mix(static_cast<std::size_t>(key.c));
  mix(key.flags);
  return hash ^ (hash >> 32U);
}

Sprites::Sprites(Images& images, const Fonts& fonts, Note note, std::size_t budget)
    : images_(images), fonts_(fonts), note_(std::move(note)), cache_(budget) {}

SpriteRef Sprites::keep(const SpriteKey& key, Sprite sprite, const PxRect& picture) {
  const std::size_t bytes = sprite.bytes() + key.text.size();
  return cache_.put(key, {std::make_shared<const Sprite>(std::move(sprite)), picture}, bytes)
      .sprite;
}

void Sprites::keep_done(PictureDone done) {
  auto& sizes = sizes_[done.wish.picture];
  if (std::find(sizes.begin(), sizes.end(), done.wish.box) == sizes.end()) {
    sizes.push_back(done.wish.box);
  }
  const SpriteKey key = upright_key(done.wish.picture, done.wish.box);
  std::visit(
      Overloaded{[&](Raster& raster) { keep(key, std::move(raster.sprite), raster.picture); },
                 [&](const Fault& fault) {
                   keep(key, {});
                   if (!noted_.insert(done.wish.picture).second || !note_) return;
                   note_("the picture " + done.wish.picture + " is left blank: " + fault.why);
                 }},
      done.outcome);
}

std::set<std::string> Sprites::collect() {
  std::set<std::string> ready;
  for (auto& done : images_.take()) {
    ready.insert(done.wish.picture);
    keep_done(std::move(done));
  }
  return ready;
}

void Sprites::begin_round() {
  cache_.begin_round();
  missing_.clear();
  soon_.clear();
  rough_ = false;
}

void Sprites::end_round() {
  auto wishes = missing_;
  wishes.insert(wishes.end(), soon_.begin(), soon_.end());
  images_.want(std::move(wishes));
  cache_.trim();
}

Sprites::Source Sprites::nearest(const PictureLook& look) {
  const auto known = sizes_.find(look.picture);
  if (known == sizes_.end()) return {};
  Source best;
  auto& sizes = known->second;
  // The smallest that is large enough, else the largest.
  std::sort(sizes.begin(), sizes.end(), [](PxSize a, PxSize b) { return a.w < b.w; });
  std::erase_if(sizes, [&](PxSize size) {
    if (best.kept != nullptr && growth(best.box, look.box) <= 1) return false;
    const Kept* kept = cache_.find(upright_key(look.picture, size));
    if (kept != nullptr) best = {kept, size};
    return kept == nullptr;
  });
  return best;
}

SpriteRef Sprites::pose(const SpriteKey& key, const PictureLook& look, const Source& source) {
  const Kept& from = *source.kept;
  const float scale = growth(source.box, look.box);
  const auto centre = [](const PxRect& r) {
    return Point{static_cast<float>(r.x) + static_cast<float>(r.w) / 2,
                 static_cast<float>(r.y) + static_cast<float>(r.h) / 2};
  };
  const bool same = source.box == look.box;
  const Point to = same ? centre(from.picture) : centre({0, 0, look.box.w, look.box.h});
  const Pose pose{look.turn, look.flip, same ? 1.0F : scale, centre(from.picture), to};
  return keep(key, posed(*from.sprite, pose));
}

SpriteRef Sprites::picture(const PictureLook& look, bool exact) {
  const SpriteKey upright = upright_key(look.picture, look.box);
  const Kept* base = cache_.find(upright);  // also a turned one keeps its upright in the cache
  const bool plain = look.turn == 0 && !look.flip;
  if (base != nullptr && plain) return base->sprite;
  const SpriteKey key = posed_key(base != nullptr ? Kind::turned : Kind::stretched, look);
  if (base != nullptr) {
    if (const Kept* kept = cache_.find(key)) return kept->sprite;
    return pose(key, look, {base, look.box});
  }
  const Source other = nearest(look);
  if (exact || other.kept == nullptr || growth(other.box, look.box) > kSoft) {
    missing_.push_back({look.picture, look.box});
  } else {
    rough_ = true;
  }
  if (other.kept == nullptr) return nullptr;
  if (const Kept* kept = cache_.find(key)) return kept->sprite;
  return pose(key, look, other);
}

SpriteRef Sprites::line(const std::string& text, float px, bool bold, Colour colour) {
  constexpr float kFine = 72;
  const SpriteKey key{Kind::line,   text, static_cast<int>(std::lround(px * kFine)),
                      bold ? 1 : 0, 0,    rgb_of(colour)};
  if (const Kept* kept = cache_.find(key)) return kept->sprite;
  return keep(key, fonts_.line(text, px, bold, colour));
}

SpriteRef Sprites::corner(int radius, Colour colour, unsigned corner) {
  const SpriteKey key{Kind::corner, {}, radius, static_cast<int>(corner), 0, rgb_of(colour)};
  if (const Kept* kept = cache_.find(key)) return kept->sprite;
  colour.a = 255;
  return keep(key, quarter_disc(radius, colour, (corner & 1U) != 0, (corner & 2U) != 0));
}

void Sprites::prefetch(const PictureLook& look) {
  if (cache_.find(upright_key(look.picture, look.box)) != nullptr) return;
  soon_.push_back({look.picture, look.box});
}

}  // namespace nest::stage
