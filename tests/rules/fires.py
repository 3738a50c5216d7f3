#!/usr/bin/env python3
"""Runs the rules over planted/, a small house in which every one is broken, and compares."""
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
for rule, file in (("layers.py", "expected.txt"), ("headers.py", "expected-headers.txt")):
    run = subprocess.run([sys.executable, HERE / rule, HERE / "planted"],
                         capture_output=True, text=True, check=False)
    expected = (HERE / "planted" / file).read_text(encoding="utf-8")
    if run.returncode != 1 or run.stdout != expected:
        sys.exit(f"{rule}: exit {run.returncode}; expected\n{expected}"
                 f"but got\n{run.stdout}{run.stderr}")
