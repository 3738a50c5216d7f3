#!/usr/bin/env python3
"""Runs layers.py over planted/, a small house in which every rule is broken, and compares."""
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
run = subprocess.run([sys.executable, HERE / "layers.py", HERE / "planted"],
                     capture_output=True, text=True, check=False)
expected = (HERE / "planted/expected.txt").read_text(encoding="utf-8")
if run.returncode != 1 or run.stdout != expected:
    sys.exit(f"exit {run.returncode}; expected\n{expected}but got\n{run.stdout}{run.stderr}")
