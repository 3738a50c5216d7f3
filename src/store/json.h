#pragma once
// JSON text → Document, with the place of every value. The grammar is RapidJSON's.
#include <memory>
#include <string>

#include "core/base/node.h"

namespace nest::store {

/// Depth ≤ 16, strict UTF-8 (a byte order mark is allowed). Faults go to `out`; what was read
/// before the first fault stays in the document, which is then without a root.
std::unique_ptr<Document> parse_json(std::string file, std::string text, Diagnostics& out);

}  // namespace nest::store
