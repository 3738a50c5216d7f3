"""A display with a touch panel, for real multi-touch at the real window: Xorg with the dummy video
driver, and the inputtest driver, which takes touches through a socket.

Needs root, as Xorg does. Not here: the kiosk and the pointer (live.py).
"""
import contextlib
import os
import pathlib
import socket
import struct
import subprocess
import tempfile
import time

PANEL = "panel"
OUTPUT = "DUMMY0"
PROGRAMS = ["Xorg", "xinput", "xrandr", "xset", "xdotool"]
DRIVERS = ["drivers/dummy_drv.so", "input/inputtest_drv.so"]
MODULES = pathlib.Path("/usr/lib/xorg/modules")

CONFIG = """
Section "ServerFlags"
 Option "AutoAddDevices" "false"
 Option "AutoAddGPU" "false"
EndSection
Section "Device"
 Identifier "card"
 Driver "dummy"
 VideoRam 65536
EndSection
Section "Monitor"
 Identifier "monitor"
 HorizSync 5-1000
 VertRefresh 5-200
EndSection
Section "Screen"
 Identifier "screen"
 Device "card"
 Monitor "monitor"
 DefaultDepth 24
 SubSection "Display"
  Modes "1280x800" "1920x1080" "1024x768"
  Virtual 1920 1080
 EndSubSection
EndSection
Section "InputDevice"
 Identifier "{panel}"
 Driver "inputtest"
 Option "SocketPath" "{folder}/touch"
 Option "DeviceType" "Touch"
 Option "TouchCount" "10"
EndSection
Section "InputDevice"
 Identifier "keyboard"
 Driver "inputtest"
 Option "SocketPath" "{folder}/keys"
 Option "DeviceType" "Keyboard"
EndSection
Section "ServerLayout"
 Identifier "layout"
 Screen "screen"
 InputDevice "{panel}" "SendCoreEvents"
 InputDevice "keyboard" "CoreKeyboard"
EndSection
"""


def missing():
    """What this machine lacks, as a sentence; None if nothing."""
    if os.geteuid() != 0:
        return "a display with a touch panel needs root"
    path = os.environ.get("PATH", "").split(":")
    lacking = [p for p in PROGRAMS if not any(os.access(f"{d}/{p}", os.X_OK) for d in path)]
    lacking += [d for d in DRIVERS if not (MODULES / d).is_file()]
    return f"a display with a touch panel needs {', '.join(lacking)}" if lacking else None


class Panel:
    """Up to ten fingers. The protocol is that of xorg/xf86-input-inputtest-protocol.h, 1.1."""

    RANGE = 65535  # of an axis, whatever the screen's size
    VERSION, SYNC, TOUCH = 0, 1, 6
    BEGIN, UPDATE, END = 18, 19, 20  # XI_TouchBegin and so on

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.connect(str(path))
        self.down = {}
        self.socket.sendall(struct.pack("=IIHH", 12, self.VERSION, 1, 1))
        self._answer(12)

    def _answer(self, size):
        while size > 0:
            got = self.socket.recv(size)
            if not got:
                raise SystemExit("the touch panel's driver hung up")
            size -= len(got)

    def _touch(self, finger, phase, at):
        x, y = (round(v * self.RANGE) for v in at)
        # header, finger, phase, no unaccelerated values, the mask of the first two of 64 axes
        event = struct.pack("=IIIII8B", 0, self.TOUCH, finger, phase, 0, 3, *[0] * 7)
        event += b"\0" * (-len(event) % 8) + struct.pack("=128d", x, y, *[0.0] * 126)
        self.socket.sendall(struct.pack("=I", len(event)) + event[4:])

    def press(self, finger, at):
        """`at`: parts of the screen's width and height."""
        self._touch(finger, self.UPDATE if finger in self.down else self.BEGIN, at)
        self.down[finger] = at

    def lift(self, *fingers):
        for finger in fingers or list(self.down):
            self._touch(finger, self.END, self.down.pop(finger))
        self.settle()

    def settle(self):
        """Until the server has taken everything."""
        self.socket.sendall(struct.pack("=II", 8, self.SYNC))
        self._answer(8)


@contextlib.contextmanager
def screen():
    """The display's name and the folder of the panel's socket."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "conf").write_text(CONFIG.format(panel=PANEL, folder=folder), encoding="ascii")
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xorg", "-config", folder / "conf", "-displayfd", str(write), "-logfile",
             folder / "log", "-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        try:
            with os.fdopen(read) as number:
                display = number.readline().strip()
            if not display:
                raise SystemExit("Xorg did not start:\n" + (folder / "log").read_text())
            yield ":" + display, folder
        finally:
            server.terminate()
            server.wait()


def connect(folder):
    for _ in range(100):
        if (folder / "touch").exists():
            return Panel(folder / "touch")
        time.sleep(0.05)
    raise SystemExit("the touch panel's driver opened no socket")
