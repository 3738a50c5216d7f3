#!/usr/bin/env python3
"""Says which headers of src/ do not stand on their own: a name from the standard library or from
another header of ours is used, and no include of the header leads to where it stands.

usage: headers.py ROOT     (ROOT holds src/)

Reads text only. Compiling each header alone says the same and takes as long as half of the whole
build; the release build, which has no unity and no precompiled headers, does it for all that are
the first include of their source.
"""
import re
import sys
from pathlib import Path

# Names of the standard library that our headers use, by where they stand.
STANDARD = {
    "array": "array", "chrono": "chrono", "deque": "deque", "exception": "exception_ptr|exception",
    "filesystem": "filesystem", "functional": "function|less|hash", "future": "future|promise",
    "map": "map|multimap", "memory": "unique_ptr|shared_ptr|weak_ptr|make_unique|make_shared",
    "mutex": "mutex|lock_guard|unique_lock|scoped_lock", "atomic": "atomic",
    "condition_variable": "condition_variable", "optional": "optional|nullopt", "set": "set",
    "span": "span", "string": "string|to_string", "string_view": "string_view",
    "thread": "thread|jthread", "tuple": "tuple|tie", "utility": "pair|move|exchange",
    "variant": "variant|visit|holds_alternative|get_if|monostate", "vector": "vector",
    "cstdint": "u?int(?:8|16|32|64)_t", "stdexcept": "runtime_error|logic_error",
    "unordered_map": "unordered_map", "list": "list", "random": "mt19937",
}
# What a standard header promises besides its own.
BRINGS = {
    "map": {"utility"}, "vector": {"cstddef"}, "string": {"string_view"}, "thread": {"chrono"},
    "functional": {"utility"}, "variant": {"utility"}, "unordered_map": {"utility"},
}
DECLARED = re.compile(
    r"^(?:template <[^;]*> ?)?(?:struct|class|enum class|union) (\w+)(?: final)?\s*(?::(?!:)|{|$)"
    r"|^using (\w+) =|^inline constexpr [\w:<>, ]+? (k\w+)", re.MULTILINE)


def code_of(text):
    text = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', re.sub(r"//[^\n]*", "", text))
    return text


class Header:
    def __init__(self, path, src):
        raw = path.read_text(encoding="utf-8")
        self.name = str(path.relative_to(src))
        self.includes = set(re.findall(r'^#include "([^"]+)"', raw, re.MULTILINE))
        self.standard = set(re.findall(r"^#include <([^>]+)>", raw, re.MULTILINE))
        self.code = re.sub(r"^#.*", "", code_of(raw), flags=re.MULTILINE)
        self.declares = {name for found in DECLARED.findall(self.code) for name in found if name}
        # Names of its own at any depth, and those that it only announces.
        self.own = set(re.findall(r"\b(?:struct|class|enum class|union|using|typename) (\w+)",
                                  self.code)) | set(re.findall(r"\b(k[A-Z]\w+)\s*[={]", self.code))


def reach(name, headers, seen):
    """All headers of ours that `name` leads to, itself among them."""
    if name not in seen and name in headers:
        seen.add(name)
        for included in headers[name].includes:
            reach(included, headers, seen)
    return seen


def line_of(header, name):
    return header.code[: re.search(rf"\b{name}\b", header.code).start()].count("\n") + 1


def faults_of(header, headers, homes):
    near = reach(header.name, headers, set())
    standard = set().union(*(headers[name].standard for name in near))
    standard |= set().union(*(BRINGS.get(name, set()) for name in standard))
    for home, names in STANDARD.items():
        found = re.search(rf"\bstd::(?:{names})\b", header.code)
        if found and home not in standard:
            line = header.code[: found.start()].count("\n") + 1
            yield f"{line}: {found[0]}: stands in <{home}>, which no include leads to"
    for name in set(re.findall(r"(?<![:.\w>])(?:nest::|store::|stage::)*(\w+)\b", header.code)):
        where = homes.get(name)
        if where and name not in header.own and not where & near:
            yield (f"{line_of(header, name)}: {name}: stands in {' or '.join(sorted(where))}, "
                   "which no include leads to")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    src = Path(sys.argv[1]) / "src"
    headers = {h.name: h for h in (Header(path, src) for path in sorted(src.rglob("*.h")))}
    homes = {}
    for header in headers.values():
        for name in header.declares:
            homes.setdefault(name, set()).add(header.name)
    faults = [f"src/{name}:{fault}: a header includes what it uses"
              for name, header in headers.items() for fault in faults_of(header, headers, homes)]
    print("\n".join(sorted(faults)) or f"{len(headers)} headers stand on their own.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
