#pragma once
// What a child is told before the first question of a workshop: one sentence, spoken, and a picture
// of it. docs/privacy.md quotes it. Not here: the adult's notice, which is paper.
namespace nest {

inline constexpr const char* kChildNotice = "workshop.notice";  ///< a message key
/// A jar of stars that all look alike: they are counted, and no one is anybody's.
inline constexpr const char* kChildNoticePicture = "library:jar-of-stars";

}  // namespace nest
