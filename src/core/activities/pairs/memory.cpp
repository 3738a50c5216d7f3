#include "core/activities/pairs/memory.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/activities/practice_view.h"
#include "core/activities/reply.h"
#include "core/view/theme.h"

namespace nest::pairs {
namespace {

constexpr float kLargestCard = 300;

}  // namespace

Memory::Memory(const PackContent& pack, const MemoryScript& script, std::string id, Random luck)
    : pack_(&pack), script_(&script), id_(std::move(id)), variant_(luck.below(kPraises)) {
  for (std::size_t i = 0; i < script.pairs.size(); ++i) {
    cards_.push_back({i, 0});
    cards_.push_back({i, 1});
  }
  luck.shuffle(std::span(cards_));
}

bool Memory::solved() const {
  return std::all_of(cards_.begin(), cards_.end(), [](const Card& card) { return card.found; });
}

bool Memory::face_up(std::size_t card) const {
  return cards_[card].found || std::find(open_.begin(), open_.end(), card) != open_.end();
}

void Memory::enter(const Show& show, Instant now, Outbox& out) {
  say(show, now, out);
  mila_.play("point", now);
}

void Memory::tap(std::string_view target, const Show& show, Instant now, Outbox& out) {
  if (target == "listen") return say(show, now, out);
  if (target == "next" && solved()) {
    narrator_.stop(out.cues);
    finished_ = true;
  }
  if (solved()) return;
  if (target == "hint") return hint(show, now, out);
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    if (target == fmt::format("card/{}", i + 1) && !face_up(i)) return turn(i, show, now, out);
  }
}

void Memory::turn(std::size_t card, const Show& show, Instant now, Outbox& out) {
  // A third card turns the two that do not match back; nobody has to wait for them.
  if (open_.size() == 2) open_.clear();
  open_.push_back(card);
  if (open_.size() == 2) ++turns_;
  lit_.reset();
  just_found_.reset();
  out.cues.emplace_back(PlaySound{"library:page"});
  const bool match = open_.size() == 2 && cards_[open_[0]].pair == cards_[open_[1]].pair;
  if (match) {
    for (const auto open : open_) cards_[open].found = true;
    just_found_ = cards_[card].pair;
    open_.clear();
    mila_.play(solved() ? "cheer" : "wave", now);
    out.cues.emplace_back(PlaySound{solved() ? "library:clatter" : "library:drop"});
  }
  narrator_.start(match ? lines(show) : std::vector<Line>{face_line(card, show)}, now, *show.voices,
                  out.cues);
}

/// The partner of the open card shines; without one, a card that has not been found is turned.
void Memory::hint(const Show& show, Instant now, Outbox& out) {
  helped_ = true;
  mila_.play("point", now);
  if (open_.size() != 1) {
    const auto first =
        std::find_if(cards_.begin(), cards_.end(), [](const Card& card) { return !card.found; });
    turn(static_cast<std::size_t>(first - cards_.begin()), show, now, out);
  }
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    if (cards_[i].pair == cards_[open_.front()].pair && i != open_.front()) lit_ = i;
  }
}

void Memory::advance(const Show& show, Instant now, Outbox& out) {
  narrator_.advance(now, *show.voices, out.cues);
  const bool silent = !narrator_.speaking();
  if (silent && open_.size() == 2) open_.clear();
  if (silent) just_found_.reset();
  if (solved() && narrator_.ended() && now >= *narrator_.ended() + kLinger) finished_ = true;
}

std::optional<Instant> Memory::next_due() const {
  if (finished_) return std::nullopt;
  if (solved() && narrator_.ended()) return *narrator_.ended() + kLinger;
  return narrator_.next_due();
}

void Memory::language_changed(const Show& show, Instant now, Outbox& out) {
  say(show, now, out);
}

void Memory::say(const Show& show, Instant now, Outbox& out) {
  narrator_.start(lines(show), now, *show.voices, out.cues);
}

std::vector<Line> Memory::lines(const Show& show) const {
  const auto own = [&](const char* tag, const Localized& text, const std::string& part) {
    return Line{tag, pack_->utterance(show.lang, text.plain(show.lang), id_ + "." + part)};
  };
  if (!just_found_) return {own("say", script_->say, "say")};
  const auto& pair = script_->pairs[*just_found_];
  std::vector<Line> out{own("why", pair.why, "why." + pair.id)};
  if (solved()) {
    const auto praise = fmt::format("quiz.right.{}", variant_ + 1);
    out.push_back({"phrase", show.phrase(praise)});
  }
  return out;
}

std::string face_id(const std::string& activity, const Pair& pair, std::size_t side) {
  return fmt::format("{}.{}.{}", activity, pair.id, side + 1);
}

Line Memory::face_line(std::size_t card, const Show& show) const {
  const auto& pair = script_->pairs[cards_[card].pair];
  const auto side = cards_[card].side;
  return {fmt::format("card/{}", card + 1),
          pack_->utterance(show.lang, pair.faces[side].text.plain(show.lang),
                           face_id(id_, pair, side))};
}

void Memory::draw_card(Frame& frame, const PracticeView& view, std::size_t card, const Rect& box,
                       bool worded) const {
  const auto id = fmt::format("card/{}", card + 1);
  const auto& show = view.show;
  if (lit_ == card) frame.fill(box.grown(12), 54, theme::kSun);
  // A card that lies open is no target: touching it would mean nothing.
  const Rect face =
      nest::card(frame, face_up(card) ? "" : id, box, show.touch, show.screen.slack());
  if (!face_up(card)) {
    frame.picture("library:card-back", face.grown(-14));
    return;
  }
  const auto& pair = script_->pairs[cards_[card].pair];
  const auto& shown = pair.faces[cards_[card].side];
  if (cards_[card].found) {  // an open card alone is not done with
    card_mark(frame, face, theme::kGreen, "library:badge-right");
  }
  draw_face(frame, view, face, pack_->media(shown.picture), view.words(shown.text), id, worded);
}

void Memory::draw(Frame& frame, const Show& show, Instant now) const {
  frame.screen = "memory";
  frame.moment = "memory/" + id_ + (solved() ? "/solved" : "");
  const PracticeView view{show, now, narrator_, mila_};
  std::vector<const std::string*> texts{&view.words(script_->say)};
  for (const auto& pair : script_->pairs) texts.push_back(&view.words(pair.why));
  const auto laid = Places(show).lay(kPracticePlan, texts);
  draw_practice(frame, view, laid,
                view.words(just_found_ ? script_->pairs[*just_found_].why : script_->say),
                just_found_ ? "why" : "say", !solved());
  Rect field = laid.field;
  if (solved()) {
    const Rect below{field.x, field.bottom() - 190, field.w, 190};
    draw_way_on(frame, show, below);
    field.h -= 210;
  }
  const float gap = std::max(24.0F, show.screen.gap());
  const auto cells = square_cells(field, cards_.size(), gap, kLargestCard);
  std::vector<const std::string*> words;
  for (const auto& pair : script_->pairs) {
    for (const auto& face : pair.faces) words.push_back(&view.words(face.text));
  }
  const bool worded = words_fit(show, cells.front(), words);
  for (std::size_t i = 0; i < cells.size(); ++i) draw_card(frame, view, i, cells[i], worded);
}

}  // namespace nest::pairs
