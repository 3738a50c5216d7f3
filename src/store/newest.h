#pragma once
// Of several copies of a row the one that counts: a join of rows that is commutative, associative
// and idempotent, so tallies merge in any order and grouping. Pure.
// Not here: where rows come from and go to (tally_merge.h).
#include <functional>
#include <string>
#include <vector>

#include "store/tally_rows.h"

namespace nest::store {

/// Sorted by its key, no key twice.
bool is_in_order(const TableShape& table, const std::vector<TallyRow>& rows);

/// True if `a` stands before `b` by the keys of the table.
bool key_before(const TableShape& table, const TallyRow& a, const TallyRow& b);

/// True if `a` wins over `b`, both sound and of the same key: by the higher revision; at equal
/// revisions by the higher checksum, then by the greater values from the left (NULL < number <
/// text; texts by bytes). A total order, so equal rows are the only ones of which neither wins.
bool wins(const TableShape& table, const TallyRow& a, const TallyRow& b);

/// One row of each key, whole, in the order of the keys. `rows` are sound rows of one table in any
/// order, with any duplicates. `doubted` is told each winner that met another row of its own
/// revision: which of them is right, nobody can know.
std::vector<TallyRow> newest(const TableShape& table, std::vector<TallyRow> rows,
                             const std::function<void(const TallyRow&)>& doubted);

}  // namespace nest::store
