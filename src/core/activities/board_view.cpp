#include <algorithm>
#include <array>
#include <optional>

#include "core/activities/board.h"
#include "core/activities/practice_view.h"
#include "core/view/theme.h"

namespace nest {
namespace {

constexpr float kLargestCard = 340;
/// Widest slot by look; what lies in a bin or beside its partner needs room of its own.
constexpr std::array<float, 3> kLargestSlot{kLargestCard, 640, 470};
/// Of a slot, for its own picture once things lie in it: more where its word needs it.
constexpr std::array kOwnParts{0.54F, 0.64F, 0.74F};
constexpr float kLift = 14;  ///< of a thing that was picked
constexpr Millis kPop{260};
constexpr Millis kFrame{16};

class View {
 public:
  View(Frame& frame, const Board& board, const PracticeView& view)
      : frame_(frame), board_(board), view_(view) {}

  void draw() {
    const auto& reply = board_.reply();
    const auto& text = reply ? thing(reply->thing).why : board_.script().say;
    const auto laid = Places(view_.show).lay(kPracticePlan, bubble_texts());
    draw_practice(frame_, view_, laid, view_.words(text), reply ? "why" : "say", !board_.solved());
    const Rect& field = laid.field;
    const float gap = std::max(24.0F, view_.show.screen.gap());
    const float high = (field.h - gap - kLift) / 2;
    const auto& script = board_.script();
    const auto slots = cells({field.x, field.y, field.w, high}, script.slots.size(), gap,
                             kLargestSlot.at(static_cast<std::size_t>(script.look)), slot_words());
    const Rect below{field.x, field.y + high + gap + kLift, field.w, high};
    const auto& tray = board_.tray();
    const auto places = cells(below, tray.size(), gap, kLargestCard, thing_words());
    choose_words(slots.front(), places.front());
    for (std::size_t i = 0; i < slots.size(); ++i) draw_slot(i, slots[i]);
    if (board_.solved()) return draw_way_on(frame_, view_.show, below);
    for (std::size_t i = 0; i < tray.size(); ++i) {
      if (tray[i]) draw_waiting(*tray[i], places[i]);
    }
    if (carrying()) draw_carried(places.front());
  }

 private:
  const Thing& thing(std::size_t i) const { return board_.script().things[i]; }
  std::string media(const std::string& named) const { return board_.pack().media(named); }

  /// Everything that the bubble may say, so that the board does not move below it.
  std::vector<const std::string*> bubble_texts() const {
    std::vector<const std::string*> texts{&view_.words(board_.script().say)};
    for (const auto& t : board_.script().things) texts.push_back(&view_.words(t.why));
    return texts;
  }

  /// All of them, so that the board stays as it is while things go to their places.
  std::vector<const std::string*> thing_words() const {
    std::vector<const std::string*> words;
    for (const auto& t : board_.script().things) words.push_back(&view_.words(t.text));
    return words;
  }

  std::vector<const std::string*> slot_words() const {
    if (board_.script().look == SlotLook::counted) return thing_words();
    std::vector<const std::string*> words;
    for (const auto& slot : board_.script().slots) words.push_back(&view_.words(slot.text));
    return words;
  }

  /// Words stand on all cards or on none, wherever those lie. For the youngest a slot has one only
  /// if it stays when things come.
  void choose_words(const Rect& slot, const Rect& place) {
    const auto& show = view_.show;
    const bool counted = board_.script().look == SlotLook::counted;
    things_worded_ =
        words_fit(show, place, thing_words()) && (!counted || words_fit(show, slot, thing_words()));
    slots_worded_ = words_fit(show, slot, slot_words()) &&
                    (show.age != AgeBand::a || counted || parted_for(slot, slot_words()));
  }

  /// A slot's own picture, and what is left for the things in it: beside it in a wide slot, else
  /// below.
  struct Parts {
    Rect own, rest;
  };
  static Parts parted(const Rect& slot, float part, bool beside) {
    const float w = beside ? slot.w * part : slot.w;
    const float h = beside ? slot.h : slot.h * part;
    return {{slot.x, slot.y, w, h},
            beside ? Rect{slot.x + w, slot.y, slot.w - w, slot.h}
                   : Rect{slot.x, slot.y + h, slot.w, slot.h - h}};
  }
  /// The smallest part that holds all of `words`, in the usual direction or, failing that, in the
  /// other one.
  std::optional<Parts> parted_for(const Rect& slot,
                                  const std::vector<const std::string*>& words) const {
    const bool wide = slot.w > slot.h * 1.1F;
    for (const bool beside : {wide, !wide}) {
      for (const float part : kOwnParts) {
        const auto parts = parted(slot, part, beside);
        if (words_fit(view_.show, parts.own, words)) return parts;
      }
    }
    return std::nullopt;
  }

  std::vector<Rect> cells(const Rect& box, std::size_t count, float gap, float largest,
                          const std::vector<const std::string*>& words) const {
    return practice_cells(view_.show, box, count,
                          {largest, gap, view_.show.screen.answer(view_.show.age), 1, kLift},
                          words);
  }

  void draw_waiting(std::size_t i, const Rect& cell) {
    const std::string id = "thing/" + thing(i).id;
    const bool picked = board_.picked() == i;
    if (picked && carrying()) {
      frame_.fill(cell, 44, theme::kPaleWhite.faded(0.4F));
      return frame_.target(id, cell, view_.show.screen.slack(), Carry::from);
    }
    const Rect box = picked ? cell.moved({0, -kLift}) : cell;
    if (picked) frame_.fill(box.grown(12), 54, theme::kSun);
    const Rect face =
        card(frame_, id, box, view_.show.touch, view_.show.screen.slack(), Carry::from);
    const auto& reply = board_.reply();
    if (reply && reply->thing == i) card_mark(frame_, face, theme::kAmber, "library:badge-almost");
    draw_face(frame_, view_, face, media(thing(i).picture), view_.words(thing(i).text), id,
              things_worded_);
  }

  bool carrying() const { return view_.show.touch.carrying && board_.picked(); }

  /// Above the finger, so that the child sees what it carries and where to.
  void draw_carried(const Rect& cell) {
    const Point finger = *view_.show.touch.at;
    const Rect box = cell.moved(finger - cell.centre() - Point{0, cell.h * 0.3F});
    const auto& carried = thing(*board_.picked());
    // As where it lay: white on the white bubble would be lost.
    frame_.fill(box.grown(12), 54, theme::kSun);
    const Rect face = card(frame_, "", box, {}, 0);
    draw_face(frame_, view_, face, media(carried.picture), view_.words(carried.text),
              "thing/" + carried.id, things_worded_);
  }

  void draw_slot(std::size_t i, const Rect& cell) {
    const auto& slot = board_.script().slots[i];
    const std::string id = "slot/" + slot.id;
    if (board_.lit() == i) frame_.fill(cell.grown(14), 56, theme::kSun);
    const auto inside = board_.things_in(i);
    if (board_.script().look == SlotLook::counted && inside.empty()) {
      frame_.fill(cell, 44, theme::kPaleWhite.faded(0.72F));
      frame_.target(id, cell, view_.show.screen.slack(), Carry::to);
      return draw_dots(i + 1, cell);
    }
    const Rect face =
        card(frame_, id, cell, view_.show.touch, view_.show.screen.slack(), Carry::to);
    const auto& reply = board_.reply();
    const bool fresh = reply && reply->kind != Board::Reply::Kind::almost && reply->slot == i;
    if (fresh) card_mark(frame_, face, theme::kGreen, "library:badge-right");
    if (board_.script().look != SlotLook::counted) return draw_filling(i, inside, face);
    const auto& in = thing(inside.front());
    draw_face(frame_, view_, popped(face, inside.front()), media(in.picture), view_.words(in.text),
              id, things_worded_);
  }

  /// A bin or a partner: its own picture, and beside or below it what was put in.
  void draw_filling(std::size_t i, const std::vector<std::size_t>& inside, const Rect& face) {
    const auto& slot = board_.script().slots[i];
    const auto& words = view_.words(slot.text);
    const std::string id = "slot/" + slot.id;
    if (inside.empty()) {
      return draw_face(frame_, view_, face, media(slot.picture), words, id, slots_worded_);
    }
    const auto holds = parted_for(face, {&words});
    const auto parts = holds.value_or(parted(face, kOwnParts.front(), face.w > face.h));
    draw_face(frame_, view_, parts.own, media(slot.picture), words, id, slots_worded_ && holds);
    const auto places = square_cells(parts.rest.grown(-14), inside.size(), 6, kLargestCard);
    for (std::size_t n = 0; n < inside.size(); ++n) {
      frame_.picture(media(thing(inside[n]).picture), popped(places[n], inside[n]));
    }
  }

  /// A thing that has just come grows into its place and overshoots a little.
  Rect popped(const Rect& box, std::size_t i) {
    const auto& reply = board_.reply();
    const bool over = !reply || reply->thing != i || view_.now >= reply->since + kPop;
    if (over || view_.show.calm) return box;
    frame_.change_at(view_.now + kFrame);
    const float t = seconds(view_.now - reply->since) / seconds(kPop);
    const float scale = 0.7F + 0.3F * ease(Easing::out_back, t);
    return Rect::around(box.centre(), box.w * scale, box.h * scale);
  }

  /// Like the dots of a dice: a child counts them before it can read a figure.
  void draw_dots(std::size_t count, const Rect& cell) {
    constexpr float kDot = 34;
    constexpr float kPitch = 62;
    const std::size_t above = count < 4 ? count : (count + 1) / 2;
    for (std::size_t n = 0; n < count; ++n) {
      const bool below = n >= above;
      const auto x = static_cast<float>(below ? n - above : n) -
                     static_cast<float>((below ? count - above : above) - 1) / 2;
      const float y = above == count ? 0.0F : (below ? 0.5F : -0.5F);
      const Point middle = cell.centre() + Point{x * kPitch, y * kPitch};
      frame_.fill(Rect::around(middle, kDot, kDot), kDot / 2, theme::kInk.faded(0.55F));
    }
  }

  Frame& frame_;
  const Board& board_;
  const PracticeView& view_;
  bool things_worded_ = true, slots_worded_ = true;
};

}  // namespace

void Board::draw(Frame& frame, const Show& show, Instant now) const {
  frame.screen = "board";
  frame.moment = "board/" + id_ + (solved() ? "/solved" : "");
  View(frame, *this, {show, now, narrator_, mila_}).draw();
}

}  // namespace nest
