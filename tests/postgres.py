"""A PostgreSQL server of the tests: started from the Debian package in a temporary folder, not as root."""

import os
import shutil
import subprocess
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
