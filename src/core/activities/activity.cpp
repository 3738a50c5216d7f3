#include "core/activities/activity.h"

#include <algorithm>

#include "core/view/theme.h"

namespace nest {

const Rig* Show::rig(std::string_view name) const {
  if (rigs == nullptr) return nullptr;
  const auto found = rigs->find(name);
  return found == rigs->end() ? nullptr : &found->second;
}

CardLettering Show::card_lettering(float usual) const {
  constexpr float kPicturesFirst = 0.55F;
  CardLettering out{{screen.type(age, usual), false, theme::kInk}, screen.type(age)};
  if (age == AgeBand::a) out.least_picture = kPicturesFirst;
  return out;
}

const Item* PackContent::item(const ItemId& wanted) const {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& i) { return i.id == wanted; });
  return found == items.end() ? nullptr : &*found;
}

std::vector<const Item*> PackContent::pool(Form form, AgeBand age) const {
  std::vector<const Item*> out;
  for (const auto& item : items) {
    const bool allowed = !item.pending || (show_pending && form == Form::practice);
    if (item.form == form && item.ages.has(age) && allowed) out.push_back(&item);
  }
  return out;
}

std::string PackContent::media(const std::string& named) const {
  return named.empty() || named.rfind("library:", 0) == 0 ? named : id.str() + ":" + named;
}

Utterance PackContent::utterance(const Lang& lang, const std::string& text,
                                 const std::string& text_id) const {
  // Localized shows the pack's first language in place of one that it lacks; so it is spoken.
  const bool has =
      languages.empty() || std::find(languages.begin(), languages.end(), lang) != languages.end();
  const auto& spoken = has ? lang : languages.front();
  return {spoken, text,
          media(recording_of(recordings, "media/voice/" + spoken.str() + "/" + text_id))};
}

}  // namespace nest
