#pragma once
// Parts of the bench's table, one function for each part that is measured in the same way.
#include "bench/pair.h"
#include "bench/table.h"

namespace nest::bench {

inline constexpr Seconds kQuiet{0.08};  ///< then nothing more is going to change

void lesson_rows(const Setting& s, Screen& screen, std::vector<Row>& rows);
void counting_rows(const Setting& s, Screen& screen, std::vector<Row>& rows);
void sprite_rows(const Setting& s, Screen& screen, std::vector<Row>& rows);
void language_row(const Setting& s, Screen& screen, std::vector<Row>& rows);
void voice_row(const Setting& s, Screen& screen, std::vector<Row>& rows);
void check_rows(const Setting& s, Screen& screen, std::vector<Row>& rows);

}  // namespace nest::bench
