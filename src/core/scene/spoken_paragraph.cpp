#include "core/scene/spoken_paragraph.h"

#include "core/view/widgets.h"

namespace nest {

void draw_spoken(Frame& frame, const Paragraph& paragraph, const Rect& box,
                 const TextMeasure& measure, const Narrator& narrator, std::string_view tag,
                 Instant now) {
  const auto word = narrator.word(now);
  if (word && word->tag == tag) {
    word_patch(frame, word_box(paragraph, measure, box, Align::centre, word->begin, word->end));
  }
  draw_paragraph(frame, paragraph, box, Align::centre);
}

}  // namespace nest
