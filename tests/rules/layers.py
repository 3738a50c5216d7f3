#!/usr/bin/env python3
"""Says which lines of src/ break the layering, and which files break the shape of the house.

usage: layers.py ROOT     (ROOT holds src/)

Reads text only: one line per broken rule, "file:line: what stands there: the rule". Not here: names
and style (clang-tidy, clang-format), whether a header stands on its own (headers.py).
"""
import re
import sys
from pathlib import Path

# Inside core, left never includes right.
CORE = ["base", "i18n", "view", "scene", "items", "usage", "activities", "packs", "workshop",
        "adult", "shell"]
# The one file that looks at the calendar on the wall, and what nobody else may call.
CALENDAR = "apps/kiosk/calendar.cpp"
WALL_CLOCK = (r"\bsystem_clock\b|\b(?:local|gm|mk)time\w*\(|\bgettimeofday\b|\bCLOCK_REALTIME\b"
              r"|\btime\((?:nullptr|NULL|0|&)")
# Which folders of src/ each one may include.
LAYERS = {
    "core": {"core"},
    "store": {"core", "store"},
    "stage": {"core", "stage"},
    "apps": {"core", "store", "stage", "apps"},
}
# Outside libraries by the start of the header's name, and the layers that may use them.
LIBRARIES = [
    (r"fmt/", {"core", "store", "stage", "apps"}),
    (r"unicode/", {"core"}),
    (r"boost/(?:math|multiprecision)/", {"core"}),
    (r"isa-l/", {"store"}),
    (r"sqlite3\.h|sodium\.h|libpq-fe\.h|rapidjson/|hunspell/|xlsxwriter\.h", {"store"}),
    (r"SDL2/|pixman|espeak-ng/|ebur128|opus|sndfile|cairo|pango/|librsvg/", {"stage"}),
    (r"CLI/", {"apps"}),
]
# Standard headers that touch a disk, a clock, a thread or luck.
IMPURE = {
    "atomic", "condition_variable", "csignal", "ctime", "filesystem", "fstream", "future",
    "iostream", "mutex", "random", "shared_mutex", "stop_token", "thread",
}
LONGEST_FILE = 350
# The one file outside an activity's folder that knows the activity.
REGISTRY = "core/activities/registry.cpp"

# (layers, pattern, what to say): text that must not stand in code.
WORDS = [
    ({"core"}, r"\b\w*(?:clock|Clock)(?:_t)?::now\b|\bclock_gettime\b|\bstd::time\(",
     "core is told the time, it never asks"),
    ({"core"}, r"\b(?:std::)?s?rand\(\)|\brandom_device\b|\bmt19937\b|\bstd::shuffle\b",
     "core is told its luck (base/random.h)"),
    ({"core", "store", "stage"}, r"\b(?:getenv|argv|argc)\b",
     "only apps read the command line and the environment"),
    ({"core", "store", "stage"}, r"catch \(\.\.\.\)", "only apps catch everything"),
    (set(LAYERS), r"^\s*#\s*define\b", "no macros"),
    (set(LAYERS), r"^\s*using namespace std\b", "no using namespace std"),
]


def code_of(line):
    """The line without its comment; strings stay, a rule's pattern never matches one by chance."""
    return line.split("//", 1)[0]


class House:
    def __init__(self, root):
        self.root = root
        self.files = sorted(p for p in (root / "src").rglob("*") if p.suffix in {".h", ".cpp"})
        self.types = sorted(p.name for p in (root / "src/core/activities").glob("*") if p.is_dir())
        self.faults = []

    def complain(self, path, line, there, rule):
        where = path.relative_to(self.root)
        self.faults.append(f"{where}:{line}: {there}: {rule}.")

    def check(self):
        for path in self.files:
            lines = path.read_text(encoding="utf-8").splitlines()
            if len(lines) > LONGEST_FILE:
                self.complain(path, LONGEST_FILE, f"{len(lines)} lines",
                              f"a file has at most {LONGEST_FILE}; split it where its ideas part")
            if path.suffix == ".h" and "#pragma once" not in lines:
                self.complain(path, 1, "no #pragma once", "every header has one")
            for number, line in enumerate(lines, 1):
                self.check_line(path, number, line)
        self.check_lists()
        return self.faults

    def check_line(self, path, number, line):
        parts = path.relative_to(self.root / "src").parts
        include = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if include:
            own = include[1] == '"'
            (self.check_own if own else self.check_foreign)(path, number, parts, include[2])
            return
        code = code_of(line)
        for layers, pattern, rule in WORDS:
            found = re.search(pattern, code)
            if found and parts[0] in layers:
                self.complain(path, number, found[0].strip(), rule)
        wall = re.search(WALL_CLOCK, code)
        if wall and "/".join(parts) != CALENDAR:
            self.complain(path, number, wall[0],
                          f"only {CALENDAR} looks at a clock that may be set")
        for kind in self.types:
            if parts[:3] == ("core", "activities", kind) or "/".join(parts) == REGISTRY:
                continue
            if re.search(rf"\b{kind}::", code):
                self.complain(path, number, f'"{kind}::"',
                              "only registry.cpp names a type of activity")

    def check_own(self, path, number, parts, target):
        there = f'#include "{target}"'
        aim = tuple(target.split("/"))
        if not (self.root / "src" / target).is_file():
            self.complain(path, number, there, "includes are written from src/")
            return
        if aim[0] not in LAYERS[parts[0]]:
            allowed = ", ".join(sorted(LAYERS[parts[0]]))
            self.complain(path, number, there, f"{parts[0]} may include only {allowed}")
        elif parts[0] == aim[0] == "core" and CORE.index(aim[1]) > CORE.index(parts[1]):
            self.complain(path, number, there,
                          f"inside core {parts[1]} stands before {aim[1]} and may not include it")
        elif parts[0] == aim[0] == "apps" and aim[1] != parts[1]:
            self.complain(path, number, there, "a program includes no other program")
        if aim[:2] == ("core", "activities") and len(aim) == 4:
            if parts[:3] != aim[:3] and "/".join(parts) != REGISTRY:
                self.complain(path, number, there,
                              f"only {aim[2]} itself and registry.cpp look into this folder")

    def check_foreign(self, path, number, parts, target):
        there = f"#include <{target}>"
        layer = parts[0]
        for pattern, users in LIBRARIES:
            if re.match(pattern, target):
                if layer not in users:
                    self.complain(path, number, there,
                                  f"this library belongs to {', '.join(sorted(users))}")
                return
        if layer != "core":
            return
        if target in IMPURE:
            self.complain(path, number, there, "core has no disk, clock, thread or luck of its own")
        elif not re.fullmatch(r"[a-z_]+", target):
            self.complain(path, number, there,
                          "core uses the C++ standard library, fmt, ICU and Boost's mathematics only")

    def check_lists(self):
        """Every source stands in the list of its folder, and nothing else does."""
        listed = {}
        for cmake in sorted((self.root / "src").rglob("*.cmake")):
            for number, line in enumerate(cmake.read_text(encoding="utf-8").splitlines(), 1):
                if "GLOB" in line:
                    self.complain(cmake, number, "GLOB", "sources are listed, never globbed")
                for name in re.findall(r"[\w/]+\.cpp\b", line.split("#", 1)[0]):
                    listed[self.root / "src" / name] = (cmake, number)
        there = {path for path in self.files if path.suffix == ".cpp"}
        for path in sorted(there - set(listed)):
            self.complain(path, 1, "listed nowhere", "a source stands in its folder's .cmake")
        for path in sorted(set(listed) - there):
            self.complain(*listed[path], str(path.relative_to(self.root)), "this file is not there")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    faults = House(Path(sys.argv[1]).resolve()).check()
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
