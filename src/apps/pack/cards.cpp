#include "apps/pack/cards.h"

#include <stdexcept>
#include <vector>

#include "core/workshop/cards.h"
#include "stage/print/card_sheet.h"
#include "store/files.h"

namespace nest::app {
namespace {

const Catalog& in(const std::map<Lang, Catalog>& catalogs, const Lang& lang) {
  const auto found = catalogs.find(lang);
  if (found != catalogs.end()) return found->second;
  throw std::runtime_error(fmt::format("there are no texts in the language \"{}\".", lang.str()));
}

std::string picture(const Kit& kit, const std::string& key) {
  const auto bytes = kit.assets.open(key);
  if (bytes.empty()) throw std::runtime_error(fmt::format("the picture {} is missing.", key));
  return {bytes.begin(), bytes.end()};
}

std::vector<stage::PrintedCard> cards_in(const Catalog& texts, const Kit& kit) {
  std::vector<stage::PrintedCard> cards;
  for (const auto& card : deck()) {
    cards.push_back({picture(kit, picture_of(card.animal)), picture(kit, picture_of(card.badge)),
                     fmt::format("{}, {}", texts.text(name_key(card.animal)),
                                 texts.text(name_key(card.badge)))});
  }
  return cards;
}

stage::CardGuide guide_in(const Catalog& words) {
  return {words.text("cards.title"),
          words.text("cards.purpose"),
          {words.text("cards.print"), words.text("cards.take"), words.text("cards.deal"),
           words.text("cards.before"), words.text("cards.keep"), words.text("cards.after"),
           words.text("cards.collect")},
          words.text("cards.lost")};
}

}  // namespace

int print_cards(const CardsOptions& options, Kit& kit) {
  const Lang lang(options.lang);
  const auto texts = kit.assets.catalogs(kit.faults);
  const auto words = kit.assets.sheet_texts(kit.faults);
  const auto cards = cards_in(in(texts, lang), kit);
  store::write_file(options.out, stage::print_cards(guide_in(in(words, lang)), cards));
  fmt::print("{}: {} cards\n", options.out.string(), cards.size());
  return 0;
}

}  // namespace nest::app
