"""A PostgreSQL server of the tests: started from the Debian package in a temporary folder, not as root."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

LOGINS = ("ana", "luc", "reader", "outsider")
"""Ana may share missions."""


def programs() -> Path | None:
    """Return the folder of the programs of the server; None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4]))
    return found[-1].parent if found else None


class Server:
    """A server on a socket in its folder."""

    def __init__(self, folder: Path, place: Path) -> None:
        self.folder, self._place = folder, place
        self._as = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []

    def run(self, *words: str) -> None:
        """Run a program of the server as whoever it belongs to."""
        subprocess.run([*self._as, str(self._place / words[0]), *words[1:]], check=True, capture_output=True)

    def address(self, login: str) -> str:
        """Return the address of the database for a login."""
        return f"postgresql://{login}@/missions?host={self.folder}"

    def start(self) -> None:
        """Start it; it listens on the socket alone."""
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off"
        data, log = str(self.folder / "data"), str(self.folder / "log")
        self.run("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")

    def stop(self) -> None:
        """Stop it at once, as a power cut does."""
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")

    def dump(self) -> None:
        """Keep the database as whoever runs the server does."""
        self.run("pg_dump", "-Fc", "-f", str(self.folder / "dump"), f"host={self.folder} user=postgres dbname=missions")

    def restore(self) -> None:
        """Put the database that was kept in the place of the present one."""
        for words in (
            ("dropdb", "--force", "missions"),
            ("createdb", "-O", "ana", "missions"),
            ("pg_restore", "-d", "missions", str(self.folder / "dump")),
        ):
            self.run(words[0], "-h", str(self.folder), "-U", "postgres", *words[1:])

    def kill(self) -> None:
        """Kill its first process, and wait until the others have noticed."""
        pid = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        while any(_is_of(one, str(self.folder / "data")) for one in Path("/proc").glob("[0-9]*")):
            time.sleep(0.02)
        # Where nobody collects the dead, they seem to be alive to the next one.
        for name in ("data/postmaster.pid", ".s.PGSQL.5432.lock", ".s.PGSQL.5432"):
            (self.folder / name).unlink(missing_ok=True)


def _is_of(process: Path, folder: str) -> bool:
    """Return whether a process works in a folder."""
    try:
        return str((process / "cwd").readlink()) == folder
    except OSError:
        return False


@contextmanager
def server() -> Iterator[Server]:
    """Start a server with a database and the logins."""
    place = programs()
    assert place is not None
    with TemporaryDirectory(prefix="pg") as made:
        folder = Path(made)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        found = Server(folder, place)
        found.run("initdb", "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        found.start()
        try:
            connection = f"host={folder} user=postgres dbname="
            logins = " ".join(f"CREATE ROLE {login} LOGIN;" for login in LOGINS)
            found.run("psql", f"{connection}postgres", "-q", "-c", logins)
            found.run("psql", f"{connection}postgres", "-q", "-c", "CREATE DATABASE missions OWNER ana")
            yield found
        finally:
            found.stop()
