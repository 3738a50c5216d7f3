"""A PostgreSQL server of our own: in a temporary folder, on this machine only, with a password that
nobody else knows, as a user who is not root (initdb refuses root). Ended by its number.
"""
import contextlib
import os
import pathlib
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PATIENCE = 60  # seconds, on a busy machine


class NoServer(Exception):
    """One sentence: why there can be no server here."""


def programs():
    """Where Debian puts initdb and postgres: not on the path."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if not on_path or not shutil.which("postgres"):
        raise NoServer("there is no PostgreSQL server; install the package postgresql")
    return pathlib.Path(on_path).parent


def somebody():
    """For subprocess: run as postgres or nobody if we are root."""
    if os.geteuid() != 0:
        return {}
    for name in ["postgres", "nobody"]:
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise NoServer("root may not run PostgreSQL, and there is neither postgres nor nobody")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, folder):
        self.bin, self.who = programs(), somebody()
        self.folder, self.port = pathlib.Path(folder), free_port()
        self.password = secrets.token_hex(16)
        self.process = None

    def start(self):
        word = self.folder / "password"
        word.write_text(self.password, encoding="ascii")
        if self.who:
            for path in [self.folder, word]:
                os.chown(path, self.who["user"], self.who["group"])
        self.log = open(self.folder / "log", "w+", encoding="utf-8")
        made = subprocess.run([self.bin / "initdb", "-D", self.folder / "data", "-U", "tester",
                               "-A", "scram-sha-256", "--pwfile", word, "-E", "UTF8",
                               "--locale=C.UTF-8", "--no-sync"],
                              stdout=self.log, stderr=self.log, cwd="/", check=False, **self.who)
        if made.returncode:
            raise SystemExit("initdb failed:\n" + self.told())
        self.process = subprocess.Popen(
            [self.bin / "postgres", "-D", self.folder / "data", "-k", self.folder, "-h",
             "127.0.0.1", "-p", str(self.port), "-F"],
            stdout=self.log, stderr=self.log, cwd="/", **self.who)
        end = time.monotonic() + PATIENCE
        while subprocess.run([self.bin / "pg_isready", "-q", "-h", "127.0.0.1", "-p",
                              str(self.port)], check=False).returncode:
            if self.process.poll() is not None or time.monotonic() > end:
                raise SystemExit("the server did not start:\n" + self.told())
            time.sleep(0.1)

    def told(self):
        self.log.flush()
        return (self.folder / "log").read_text(encoding="utf-8")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # fast shutdown
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def address(self, database, port=None):
        return f"postgresql://tester@127.0.0.1:{port or self.port}/{database}"

    def environment(self):
        return dict(os.environ, PGPASSWORD=self.password)

    def query(self, database, sql):
        """Rows as lists of texts; None for NULL."""
        done = subprocess.run(
            [self.bin / "psql", "-X", "-q", "-A", "-t", "-F", "\x1f", "-P", "null=\x1e", "-v",
             "ON_ERROR_STOP=1", "-c", sql, self.address(database)],
            env=self.environment(), capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{sql}\n{done.stderr}")
        return [[None if field == "\x1e" else field for field in line.split("\x1f")]
                for line in done.stdout.splitlines()]


@contextlib.contextmanager
def running():
    """A server that is there as long as the block."""
    with tempfile.TemporaryDirectory(prefix="nest-pg-", dir="/tmp") as folder:
        server = Server(folder)
        try:
            server.start()
            yield server
        finally:
            server.stop()
