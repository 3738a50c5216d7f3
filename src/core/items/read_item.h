#pragma once
// Reads one item of a pack and reports what is wrong with it on its own. What only the whole pack
// can tell (goals, twins) is in packs/rules.
#include "core/base/reader.h"
#include "core/items/item.h"

namespace nest {

Review read_review(Reader& in);
Item read_item(Reader& in, const Review& otherwise);

}  // namespace nest
