#!/usr/bin/env python3
"""scripts/run on a machine that lacks something: one sentence and exit code 2, before any building.

The machine is a folder of stand-ins for the programs that the script calls; nothing is installed.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

RUN = pathlib.Path(__file__).resolve().parents[2] / "scripts/run"
TOOLS = ["bash", "dirname", "env"]


def machine(folder, **stand_ins):
    """A PATH on which nothing else can be called."""
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(f"/usr/bin/{tool}")
    for name, lines in stand_ins.items():
        program = folder / name.replace("_", "-")
        program.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        program.chmod(0o755)
    return folder


def expect(path, words, display=":0"):
    env = {"PATH": str(path), "HOME": str(path)}
    if display:
        env["DISPLAY"] = display
    done = subprocess.run([RUN], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          check=False, timeout=60)
    said = [line for line in done.stderr.splitlines()
            if line.startswith("storknest: ") and "installing from" not in line]
    if done.returncode != 2 or len(said) != 1 or words not in said[0]:
        sys.exit(f"{words!r} was expected, exit code {done.returncode}:\n{done.stderr}")


def main(folder):
    nothing_there = {"dpkg_query": "exit 1"}
    root, child = {"id": "echo 0"}, {"id": "echo 1000"}
    if not os.path.exists("/dev/dri"):
        expect(machine(folder / "no-display"), "There is no display", display=None)
    expect(machine(folder / "no-debian"), "This is not Debian")
    expect(machine(folder / "no-network", **nothing_there, **root,
                   apt_get="exit 100"), "is there a network?")
    expect(machine(folder / "no-package", **nothing_there, **root,
                   apt_get='case "$*" in *install*) exit 100 ;; esac'), "could not be installed")
    expect(machine(folder / "no-rights", **nothing_there, **child),
           "only an administrator may install")
    expect(machine(folder / "no-password", **nothing_there, **child, sudo="exit 1"),
           "sudo cannot ask for a password")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        main(pathlib.Path(name))
