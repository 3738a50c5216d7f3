#!/usr/bin/env python3
"""Installs Storknest as a Debian package would and starts all three programs from there.

    installed.py BUILD-FOLDER VISIT.play

They must find art, texts, packs and words beside them and not in the sources, and the package must
name what is opened by name only: the font and the voice's data.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False,
                          **options)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\nexit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def package(build, folder):
    """The package's fields, and where its files were unpacked."""
    run("cpack", "-G", "DEB", "--config", build / "CPackConfig.cmake", "-B", folder)
    deb, = folder.glob("*.deb")
    root = folder / "root"
    run("dpkg-deb", "-x", deb, root)
    return run("dpkg-deb", "-f", deb), root / "usr"


def check_fields(fields):
    depends = re.search(r"^Depends: (.*)", fields, re.MULTILINE)[1]
    for name in ["fonts-sil-andika", "espeak-ng-data", "libsdl2-2.0-0", "libsqlite3-0", "libicu72"]:
        if not re.search(rf"(^|, ){re.escape(name)}\b", depends):
            sys.exit(f"the package does not depend on {name}: {depends}")


def check_files(usr):
    for name in ["share/doc/storknest/copyright", "share/doc/storknest/pack-format.md",
                 "share/icons/hicolor/scalable/apps/storknest.svg"]:
        if not (usr / name).is_file():
            sys.exit(f"the package lacks {name}")
    entry = (usr / "share/applications/storknest.desktop").read_text(encoding="utf-8")
    program = re.search(r"^Exec=(\S+)", entry, re.MULTILINE)[1]
    if not os.access(usr / "bin" / program, os.X_OK):
        sys.exit(f"the desktop entry starts {program}, which is not in the package")


def check_programs(usr, visit, folder):
    env = dict(os.environ, SDL_VIDEODRIVER="offscreen", SDL_AUDIODRIVER="dummy", HOME=str(folder))
    options = {"cwd": folder, "env": env}
    data = folder / "counters"
    told = run(usr / "bin/storknest", "--play", visit, "--data", data, **options)
    if "count answered hands/" not in told:
        sys.exit(f"the installed kiosk did not play its own pack:\n{told}")
    if "hands" not in run(usr / "bin/storknest-pack", "list", **options):
        sys.exit("the installed storknest-pack does not see the installed packs")
    run(usr / "bin/storknest-usage", "report", "--data", data, "--lang", "pl", **options)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        temporary = pathlib.Path(name)
        told_fields, installed = package(pathlib.Path(sys.argv[1]), temporary)
        check_fields(told_fields)
        check_files(installed)
        check_programs(installed, pathlib.Path(sys.argv[2]).resolve(), temporary)
