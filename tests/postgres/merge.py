#!/usr/bin/env python3
"""Merges into a real PostgreSQL server and compares its tables with those of a merged file.

    merge.py STORKNEST-USAGE MAKE-TALLIES

Exit 77, with a sentence, where no server can be started.
"""
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from cut import Cut
from server import PATIENCE, NoServer, running

TABLES = ["run", "use_count", "activity_count", "item_count", "outcome", "goal_pair", "score_pair",
          "form_score", "item_sum", "seal"]


def expect(true, what):
    if not true:
        sys.exit(f"merge.py: not so: {what}")


def file_rows(path):
    """All tables of a merged file, as PostgreSQL prints them."""
    with sqlite3.connect(path) as database:
        return {table: sorted(([None if v is None else str(v) for v in row] for row in
                               database.execute(f'SELECT * FROM "{table}"')), key=repr)
                for table in TABLES}


class Trial:
    def __init__(self, usage, server, folder):
        self.usage, self.server, self.folder = usage, server, folder
        self.sources = sorted(p for p in folder.iterdir() if p.name.startswith(("kiosk", "any")))
        self.made = 0

    def merge(self, sources, into, wanted=None):
        done = subprocess.run([self.usage, "merge", *sources, "--into", into], text=True,
                              env=self.server.environment(), capture_output=True, check=False)
        told = done.stdout + done.stderr
        expect(self.server.password not in told, "the password is never printed")
        if wanted is not None:
            expect(done.returncode == wanted, f"exit {wanted}, but {done.returncode}:\n{told}")
        return done.returncode, told

    def database(self):
        self.made += 1
        name = f"programme_{self.made}"
        self.server.query("postgres", f"CREATE DATABASE {name}")
        return name

    def rows(self, database):
        there = {name for name, in self.server.query(
            database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
        expect(there in (set(), set(TABLES)), f"all tables or none, but {there}")
        return self.tables(database, "*") if there else None

    def versions(self, database):
        """Which transaction wrote each row, and where it lies: changes with every writing."""
        return self.tables(database, "xmin, ctid, *")

    def tables(self, database, what):
        """All in one call of psql: its starts were half of the test's time."""
        all_rows = {table: [] for table in TABLES}
        for table, *row in self.server.query(
                database, ";".join(f"SELECT '{table}', {what} FROM {table}" for table in TABLES)):
            all_rows[table].append(row)
        return {table: sorted(rows, key=repr) for table, rows in all_rows.items()}

    def same_as_the_file(self):
        self.merge(self.sources, self.folder / "all.db", 1)
        truth = file_rows(self.folder / "all.db")
        expect(sum(map(len, truth.values())) > 200, "there is something to compare")
        expect(all(truth.values()), "no table is empty")
        name = self.database()
        self.merge(self.sources, self.server.address(name), 1)
        expect(self.rows(name) == truth, "PostgreSQL has the rows of the file")
        return name, truth

    def again_changes_nothing(self, name):
        before = self.versions(name)
        for sources in [self.sources, self.sources[:3], [self.folder / "all.db"]]:
            _, told = self.merge(sources, self.server.address(name))
            expect("; 0 of them new or newer" in told, f"nothing is new:\n{told}")
        expect(self.versions(name) == before, "no row was written again")

    def any_order(self, truth):
        name = self.database()
        for source in reversed(self.sources):
            self.merge([source, self.sources[0]], self.server.address(name))
        expect(self.rows(name) == truth, "one by one, backwards, repeated: the same rows")

    def at_the_same_time(self, truth):
        name = self.database()
        threads = [threading.Thread(target=self.merge, args=([s], self.server.address(name)))
                   for s in self.sources for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        expect(self.rows(name) == truth, "many merges at the same time: the same rows")

    def broken_connections(self, truth):
        """First into nothing, then over rows that would change: old or new, never a mixture."""
        name = self.database()
        with Cut(self.server.port) as proxy:
            self.merge(self.sources, self.server.address(self.database(), proxy.port), 1)
            whole = proxy.passed
        first = [self.sources[0]]
        cuts = 0
        for before in [None, first]:
            if before:
                self.merge(before, self.server.address(name))
            old = self.rows(name)
            # The last bytes are "COMMIT" and the farewell.
            for limit in [whole * part // 25 for part in range(1, 25)] + [whole - 18]:
                with Cut(self.server.port, limit) as proxy:
                    code, told = self.merge(self.sources, self.server.address(name, proxy.port))
                expect(code == 2, f"cut after {limit} of {whole} bytes: exit 2, not {code}\n{told}")
                self.settled(name)
                expect(self.rows(name) == old, f"cut after {limit} bytes: nothing half\n{told}")
                cuts += 1
        self.merge(self.sources, self.server.address(name), 1)
        expect(self.rows(name) == truth, "after all that, once more: all rows")
        return cuts

    def settled(self, name):
        """Waits until the server has noticed that its client is gone."""
        end = time.monotonic() + PATIENCE
        while self.backends(name):
            expect(time.monotonic() < end, "the server lets go of a lost client")
            time.sleep(0.05)

    def backends(self, name):
        return self.server.query("postgres", "SELECT pid FROM pg_stat_activity WHERE datname = "
                                 f"'{name}' AND application_name = 'storknest-usage'")

    def killed_in_the_middle(self, name, truth):
        """A table is locked, so the merge waits there with half of its rows sent; then it is shot."""
        self.server.query(name, "DELETE FROM run; DELETE FROM seal; DELETE FROM item_sum")
        old = self.rows(name)
        holder = subprocess.Popen(
            [self.server.bin / "psql", "-X", "-q", "-c",
             "BEGIN; LOCK TABLE form_score IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(600)",
             self.server.address(name)], env=self.server.environment(),
            stderr=subprocess.DEVNULL)
        result = []
        merging = threading.Thread(
            target=lambda: result.append(self.merge(self.sources, self.server.address(name))))
        try:
            self.wait_for_lock(name, "application_name = 'psql' AND wait_event = 'PgSleep'")
            merging.start()
            self.wait_for_lock(name, "application_name = 'storknest-usage' AND "
                                     "wait_event_type = 'Lock'")
            for pid, in self.backends(name):
                self.server.query("postgres", f"SELECT pg_terminate_backend({pid})")
            merging.join(PATIENCE)
        finally:
            self.server.query("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                              f"WHERE datname = '{name}' AND wait_event = 'PgSleep'")
            holder.wait(PATIENCE)
        expect(result and result[0][0] == 2, f"the merge says that it failed: {result}")
        expect("nothing was changed" in result[0][1], result[0][1])
        expect(self.rows(name) == old, "nothing half is left")
        self.merge(self.sources, self.server.address(name), 1)
        expect(self.rows(name) == truth, "once more: all rows")

    def wait_for_lock(self, name, condition):
        end = time.monotonic() + PATIENCE
        while not self.server.query("postgres", "SELECT 1 FROM pg_stat_activity WHERE datname = "
                                    f"'{name}' AND {condition}"):
            expect(time.monotonic() < end, condition)
            time.sleep(0.05)

    def refused(self):
        code, told = self.merge(self.sources, self.server.address("no_such_database"))
        expect(code == 2 and "no_such_database" in told, f"a sentence and exit 2: {code}\n{told}")
        code, told = self.merge([self.folder / "nowhere"], self.server.address("no_such_database"))
        expect(code == 2 and "None of the sources" in told, f"nothing to send: {code}\n{told}")


def main(usage, make_tallies):
    with running() as server, tempfile.TemporaryDirectory() as folder:
        subprocess.run([make_tallies, folder], check=True)
        trial = Trial(usage, server, pathlib.Path(folder))
        name, truth = trial.same_as_the_file()
        trial.again_changes_nothing(name)
        trial.any_order(truth)
        trial.at_the_same_time(truth)
        cuts = trial.broken_connections(truth)
        trial.killed_in_the_middle(name, truth)
        trial.refused()
        print(f"{sum(map(len, truth.values()))} rows in {len(truth)} tables are equal; "
              f"{cuts} cut connections left nothing half")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except NoServer as why:
        print(f"skipped: {why}")
        sys.exit(77)
