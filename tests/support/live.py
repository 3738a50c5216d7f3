"""The real kiosk in its window, on a screen of its own (Xvfb), touched with a real pointer.

Not here: scripts without a display (tests/playthroughs/run.py).
"""
import contextlib
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PATIENCE = 60  # seconds; under sanitizers on a busy machine


def until(what, condition):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.05)
    raise SystemExit(f"{what} did not happen within {PATIENCE} s")


def environment(**more):
    """Ours, without what would lead the kiosk to this machine's own screen and folders."""
    foreign = pathlib.Path(__file__).with_name("lsan.supp")
    env = dict(os.environ, SDL_AUDIODRIVER="dummy",
               LSAN_OPTIONS=f"suppressions={foreign}:print_suppressions=0")
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_DATA_HOME"]:
        env.pop(name, None)
    env.update({name: str(value) for name, value in more.items()})
    return env


def start_screen():
    """A display that nobody else uses, and its server, which chooses the number."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24",
                               "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        return ":" + number.readline().strip(), server


@contextlib.contextmanager
def screen():
    display, server = start_screen()
    try:
        yield display
    finally:
        server.terminate()
        server.wait()


class Kiosk:
    """A kiosk that is running. Its own words are in `said()`, its recorded script in `recorded()`."""

    def __init__(self, program, display, folder, *options, wrapper=(), env=None):
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.record = folder / "record.play"
        self.env = env or environment()
        self.env["DISPLAY"] = display
        with open(folder / "stderr", "wb") as stderr, open(folder / "stdout", "wb") as stdout:
            self.process = subprocess.Popen(
                [*wrapper, program, "--window", "1280x720", "--record", self.record, "--seed", "1",
                 *options], env=self.env, stdout=stdout, stderr=stderr)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def said(self):
        return (self.folder / "stderr").read_text(encoding="utf-8", errors="replace")

    def recorded(self, text):
        return self.record.exists() and text in self.record.read_text(encoding="utf-8")

    def wait_for(self, text):
        """Until the record holds it."""
        def there():
            if self.process.poll() is not None:
                raise SystemExit(f"the kiosk ended by itself ({self.process.returncode}) before "
                                 f"{text!r}:\n{self.said()}")
            return self.recorded(text)
        until(text, there)

    def wait_to_say(self, text):
        until(f"the sentence {text!r}", lambda: text in self.said())

    def touch(self, x, y):
        """Canvas units on a window of two thirds, which stands in the middle of the screen."""
        subprocess.run(["xdotool", "mousemove", str(round(x * 2 / 3)), str(40 + round(y * 2 / 3)),
                        "mousedown", "1"], env=self.env, check=True)
        time.sleep(0.1)
        subprocess.run(["xdotool", "mouseup", "1"], env=self.env, check=True)

    def window_size(self):
        told = subprocess.run(["xdotool", "search", "--name", "Storknest", "getwindowgeometry",
                               "--shell"], env=self.env, capture_output=True, text=True, check=True)
        sizes = dict(line.split("=") for line in told.stdout.split())
        return int(sizes["WIDTH"]), int(sizes["HEIGHT"])

    def begin_visit(self):
        """Polish, impatiently, as children are: until something happens."""
        self.wait_for("# screen attract")
        until("the touch", lambda: self.recorded("tap language/") or self.touch(500, 895))
        self.wait_for("# screen age")

    def end(self, expected=0):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(PATIENCE)
        if code != expected:
            raise SystemExit(f"SIGTERM ended the kiosk with exit code {code}:\n{self.said()}")


def use_counts(database):
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        return dict(db.execute("SELECT what, n FROM use_count").fetchall())


def run_case(cases, kiosk, name):
    """The function of that name, "lost-display" or "lost_display", with the kiosk and a folder."""
    case = cases.get(name.replace("-", "_"))
    if not callable(case):
        sys.exit(f"there is no case {name}")
    with tempfile.TemporaryDirectory() as folder:
        case(pathlib.Path(kiosk).resolve(), pathlib.Path(folder))
