#!/usr/bin/env python3
"""Compiles every header of src/ by itself.

usage: headers.py BUILD-FOLDER     (holds compile_commands.json)

A source that includes its own header first has proved that already, so only headers without such a
source are compiled here, several at once and without making code.
"""
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src"


def first_include(source):
    found = re.search(r'^#include "([^"]+)"', source.read_text(encoding="utf-8"), re.MULTILINE)
    return found and found[1]


def proved(header):
    source = header.with_suffix(".cpp")
    return source.is_file() and first_include(source) == str(header.relative_to(SRC))


def flags_by_layer(build):
    """The compiler and its options as CMake wrote them, for one source of each layer."""
    flags = {}
    for command in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        source = Path(command["file"])
        if SRC not in source.parents:
            continue
        words = shlex.split(command["command"])
        if words[0].endswith("ccache"):
            words = words[1:]
        keep = [w for w in words[: words.index("-o")]]
        flags.setdefault(source.relative_to(SRC).parts[0], keep)
    return flags


def fault_of(header, flags):
    layer = header.relative_to(SRC).parts[0]
    # -include, because the compiler warns about #pragma once in a main file.
    command = [*flags[layer], "-fsyntax-only", "-x", "c++", "-include", str(header), "/dev/null"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.stderr if run.returncode else ""


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    flags = flags_by_layer(Path(sys.argv[1]))
    headers = [h for h in sorted(SRC.rglob("*.h")) if not proved(h)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = list(pool.map(lambda header: fault_of(header, flags), headers))
    for header, fault in zip(headers, faults):
        if fault:
            name = header.relative_to(SRC.parent)
            print(f"{name}:1: does not compile by itself: a header includes what it uses.\n{fault}")
    print(f"{len(headers)} headers compiled by themselves; the others stand first in their source.")
    return 1 if any(faults) else 0


if __name__ == "__main__":
    sys.exit(main())
