#!/usr/bin/env python3
"""Starts the real kiosk where something is missing, broken or refused.

    start.py STORKNEST CASE

In each case the kiosk either says in one sentence what is wrong and ends with exit code 2, or says
it and goes on; it never crashes, and nothing that was counted is lost. Exit code 77: this machine
cannot make the fault (CTest then calls the test skipped).
"""
import contextlib
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "support"))
import live  # noqa: E402 (beside the tests, not installed)
from verdict import check, skip  # noqa: E402

VISIT = HERE / "answer.play"  # two answers
PACK = HERE.parent / "playthroughs/packs/garden"
FONTS = "/usr/share/fonts/truetype/andika"
# Root may write everywhere; without capabilities even root is held by permissions.
HELD = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []


def sentences(told):
    """The lines that the kiosk itself wrote, without what libraries wrote into the same place."""
    return [line for line in told.splitlines() if line.startswith("storknest: ")]


def play(kiosk, *options, wrapper=(), env=None, **more):
    return subprocess.run([*wrapper, kiosk, "--play", VISIT, "--packs", PACK, *options],
                          env=env or live.environment(),
                          capture_output=True, text=True, check=False, timeout=live.PATIENCE, **more)


def start(kiosk, *options, wrapper=(), **env):
    """Without a script, where it cannot come far."""
    return subprocess.run([*wrapper, kiosk, *options], env=live.environment(**env),
                          capture_output=True, text=True, check=False, timeout=live.PATIENCE)


def refused(run, words):
    """One sentence with these words, exit code 2."""
    told = sentences(run.stderr)
    check(run.returncode == 2, f"exit code {run.returncode}, not 2", run.stderr)
    check(len(told) == 1 and words in told[0] and told[0].endswith("."),
          f"one sentence with {words!r} was expected", run.stderr)


def went_on(run, words):
    check(run.returncode == 0, f"exit code {run.returncode}, not 0", run.stderr)
    check(words in run.stderr, f"{words!r} was not said", run.stderr)
    check("ERROR: AddressSanitizer" not in run.stderr, "a sanitizer spoke", run.stderr)


def installed(kiosk, folder):
    """A copy of everything, of which a case may take something away."""
    (folder / "bin").mkdir()
    copy = folder / "bin/storknest"
    try:
        os.link(kiosk, copy)
    except OSError:
        shutil.copy2(kiosk, copy)
    for name in ["assets", "locales"]:
        shutil.copytree(ROOT / name, folder / "share/storknest" / name)
    return copy, folder / "share/storknest"


def namespace(setup):
    """A wrapper that sees its own mounts, made by the shell lines `setup`."""
    for how in (["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]):
        if subprocess.run([*how, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True,
                          check=False).returncode == 0:
            return [*how, "sh", "-c", f'{setup}\nexec "$@"', "sh"]
    return skip("this machine lets nobody mount anything")


def answers(database):
    """How many answers are in a database that must be sound."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        check(db.execute("PRAGMA integrity_check").fetchone() == ("ok",), f"{database} is not sound")
        return db.execute("SELECT coalesce(sum(answered), 0) FROM item_count").fetchone()[0]


def missing_font(kiosk, folder):
    hidden = namespace(f"mount -t tmpfs none {FONTS}")
    refused(play(kiosk, wrapper=hidden), "fonts-sil-andika")


def missing_locale(kiosk, folder):
    copy, share = installed(kiosk, folder)
    (share / "locales/lt.json").unlink()
    refused(play(copy), "locales/lt.json is missing")
    went_on(play(copy, "--languages", "pl"), "")


def broken_locale(kiosk, folder):
    copy, share = installed(kiosk, folder)
    locale = share / "locales/lt.json"
    locale.write_text(locale.read_text(encoding="utf-8")[:200], encoding="utf-8")
    run = play(copy)
    refused(run, "install the kiosk again")
    check("locales/lt.json:" in run.stderr, "the place was not named", run.stderr)


def missing_assets(kiosk, folder):
    copy, share = installed(kiosk, folder)
    shutil.rmtree(share)
    refused(play(copy), "install it again")


def missing_art(kiosk, folder):
    copy, share = installed(kiosk, folder)
    shutil.rmtree(share / "assets/art")
    shutil.rmtree(share / "assets/characters")
    script = folder / "trouble.play"
    script.write_text("expect screen trouble\nshot trouble\n", encoding="utf-8")
    run = start(copy, "--play", script, "--shots", folder / "shots")
    went_on(run, "pack.json")  # the pack needs pictures, and says which
    check((folder / "shots/trouble.png").is_file(), "nothing was drawn", run.stderr)


def missing_packs(kiosk, folder):
    script = folder / "trouble.play"
    script.write_text("expect screen trouble\n", encoding="utf-8")
    run = start(kiosk, "--play", script, "--packs", folder / "unplugged")
    went_on(run, "there is no pack here")


def no_display(kiosk, folder):
    if os.path.exists("/dev/dri"):
        skip("this machine has a screen of its own")
    data = folder / "data"
    refused(start(kiosk, "--data", data), "There is no screen")
    refused(start(kiosk, "--data", data, DISPLAY=":987"), "There is no screen")
    check(not data.exists(), "a folder was made although nobody could play")


def lost_display(kiosk, folder):
    data = folder / "data"
    display, server = live.start_screen()
    try:
        with live.Kiosk(kiosk, display, folder, "--data", data) as running:
            running.begin_visit()
            server.terminate()
            server.wait()
            running.process.wait(live.PATIENCE)  # whoever starts kiosks starts it again
            check("AddressSanitizer" not in running.said(), "it crashed", running.said())
    finally:
        server.kill()
    went_on(play(kiosk, "--data", data), "")
    check(live.use_counts(data / "tally.db").get("visit") == 2, "the visit that began was lost")
    check(answers(data / "tally.db") == 2, "the next kiosk does not count")


def no_home(kiosk, folder):
    env = live.environment()
    env.pop("HOME", None)
    run = subprocess.run([kiosk], env=env, capture_output=True, text=True, check=False)
    refused(run, "use --data")
    went_on(play(kiosk, env=env), "")  # a script counts nothing and needs no folder


def closed_standard_streams(kiosk, folder):
    closed = ["sh", "-c", 'exec "$@" >&- 2>&- <&-', "sh"]
    run = play(kiosk, "--data", folder, wrapper=closed)
    check(run.returncode in (0, 2), f"exit code {run.returncode}")
    check(answers(folder / "tally.db") == 2, "the answers were not counted")
    with open("/dev/full", "w", encoding="utf-8") as full:
        run = subprocess.run([kiosk, "--play", VISIT, "--packs", PACK, "--data", folder], env=live.environment(),
                             stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    refused(run, "transcript")
    check(answers(folder / "tally.db") == 4, "a transcript that nobody reads cost answers")


def full_log(kiosk, folder):
    with live.screen() as display, open("/dev/full", "w", encoding="utf-8") as full:
        env = live.environment(DISPLAY=display)
        record = folder / "record.play"
        kiosk_run = subprocess.Popen([kiosk, "--data", folder / "d", "--packs", folder / "none",
                                      "--record", record], env=env, stdout=full, stderr=full)
        try:
            live.until("the screen for staff",
                       lambda: record.exists() and "# screen trouble" in record.read_text())
            kiosk_run.terminate()
            code = kiosk_run.wait(live.PATIENCE)
        finally:
            kiosk_run.kill()
    check(code == 0, f"a full log ended the kiosk with exit code {code}")


def bad_options(kiosk, folder):
    for options, words in [
            (["--bogus"], "--bogus"), (["--window", "0x0"], "WIDTHxHEIGHT"),
            (["--window", "1920x"], "WIDTHxHEIGHT"), (["--lang", "xx"], "pl, lt"),
            (["--languages", "pl,pl"], "once"), (["--languages", "xx"], "locales/xx.json"),
            (["--languages", "../pl"], "locales/../pl.json"), (["--age", "D"], "{A,B,C}"),
            (["--diagonal", "1"], "range"), (["--renderer", "paper"], "surface"),
            (["--seed", "-1"], "--seed"), (["--seed", "many"], "--seed"),
            (["--play", folder / "none.play"], "none.play"), (["--shots", folder], "--play"),
            (["--play", VISIT, "--record", folder / "r"], "excludes")]:
        run = start(kiosk, *options)
        check(run.returncode == 2 and words in run.stderr and len(run.stderr.splitlines()) <= 2,
              f"{options}: exit code {run.returncode}, {words!r} expected", run.stderr)
    refused(start(kiosk, "--play", VISIT, "--shots", VISIT), "answer.play")


def unwritable_record(kiosk, folder):
    with live.screen() as display:
        refused(start(kiosk, "--data", folder, "--record", folder / "no/such/folder.play",
                      DISPLAY=display), "cannot be written")


def unwritable_folder(kiosk, folder):
    data = folder / "data"
    data.mkdir()
    data.chmod(0o555)
    run = play(kiosk, "--data", data, wrapper=HELD)
    check(run.returncode == 2 and "cannot be written" in run.stderr,
          f"exit code {run.returncode}", run.stderr)
    check("could not be counted" in run.stderr, "nobody was told what was lost", run.stderr)
    check("count visit ended" in run.stdout, "the visit did not go on", run.stdout)
    # At the kiosk itself answers wait until the folder may be written.
    with live.screen() as display, \
            live.Kiosk(kiosk, display, folder, "--data", data, wrapper=HELD) as running:
        running.begin_visit()
        running.wait_to_say("cannot be written")
        data.chmod(0o755)
        running.wait_to_say("Counting works again")
        running.end()
    check(live.use_counts(data / "tally.db").get("visit") == 1, "the visit was lost")


def file_in_place_of_folder(kiosk, folder):
    data = folder / "data"
    data.write_text("not a folder", encoding="utf-8")
    run = play(kiosk, "--data", data)
    check(run.returncode == 2 and "cannot be written" in run.stderr, "not said", run.stderr)


def read_only_file(kiosk, folder):
    went_on(play(kiosk, "--data", folder), "")
    (folder / "tally.db").chmod(0o444)
    run = play(kiosk, "--data", folder, wrapper=HELD)
    check(run.returncode == 2 and "cannot be written" in run.stderr, "not said", run.stderr)
    check(answers(folder / "tally.db") == 2, "what was counted is gone")


def second_kiosk(kiosk, folder):
    data = folder / "data"
    with live.screen() as display:
        with live.Kiosk(kiosk, display, folder / "first", "--data", data) as first:
            first.begin_visit()
            run = play(kiosk, "--data", data)
            check(run.returncode == 2 and "Another kiosk" in run.stderr, "not said", run.stderr)
            with live.screen() as other, \
                    live.Kiosk(kiosk, other, folder / "second", "--data", data) as second:
                second.wait_to_say("Another kiosk")
                second.begin_visit()
                first.end()
                second.wait_to_say("Counting works again")
                second.end()
    check(live.use_counts(data / "tally.db").get("visit") == 2, "one of two visits was lost")


def locked_database(kiosk, folder):
    data = folder / "data"
    went_on(play(kiosk, "--data", data), "")
    with contextlib.closing(sqlite3.connect(data / "tally.db", isolation_level=None)) as other, \
            live.screen() as display, \
            live.Kiosk(kiosk, display, folder, "--data", data) as running:
        other.execute("BEGIN IMMEDIATE")
        running.begin_visit()
        running.wait_to_say("Another program holds the database")
        other.execute("ROLLBACK")
        running.wait_to_say("Counting works again")
        running.end()
    check(answers(data / "tally.db") == 2, "the earlier answers are gone")


def full_disk(kiosk, folder):
    data = folder / "disk"
    data.mkdir()
    wrapper = namespace(f"mount -t tmpfs -o size=128k none {data}\n"
                        f"head -c 1000000 /dev/zero >{data}/fill 2>/dev/null\ntrue")
    with live.screen() as display, \
            live.Kiosk(kiosk, display, folder, "--data", data, wrapper=wrapper) as running:
        running.begin_visit()
        running.wait_to_say("The disk is full")
        seen = pathlib.Path(f"/proc/{running.process.pid}/root{data}")
        (seen / "fill").unlink()
        running.wait_to_say("Counting works again")
        check((seen / "tally.db").is_file(), "there are no counters", running.said())
        running.end()


def file_size_limit(kiosk, folder):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    run = play(kiosk, "--data", folder / "data", preexec_fn=limit)
    check(run.returncode == 2, f"exit code {run.returncode}", run.stderr)
    check("answers wait in memory" in run.stderr and "could not be counted" in run.stderr,
          "not said", run.stderr)


def broken_database(kiosk, folder):
    for number, bytes_ in enumerate([b"no database", b"SQLite format 3\0" + bytes(4096)], 1):
        (folder / "tally.db").write_bytes(bytes_)
        went_on(play(kiosk, "--data", folder), f"kept as tally.broken-{number}.db")
        check((folder / f"tally.broken-{number}.db").read_bytes() == bytes_, "it was changed")
        check(answers(folder / "tally.db") == 2, "the fresh counters lack the answers")


def newer_database(kiosk, folder):
    went_on(play(kiosk, "--data", folder), "")
    with contextlib.closing(sqlite3.connect(folder / "tally.db", isolation_level=None)) as db:
        db.execute("PRAGMA user_version = 4242")
    went_on(play(kiosk, "--data", folder), "kept as tally.broken-1.db")
    check(answers(folder / "tally.broken-1.db") == 2, "the newer counters were harmed")
    check(answers(folder / "tally.db") == 2, "the fresh counters lack the answers")


if __name__ == "__main__":
    live.run_case(globals(), *sys.argv[1:])
