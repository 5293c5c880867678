"""A database as a carrier: PostgreSQL 15 or later, that an office or whoever runs its server has."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit, urlunsplit

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.sharing import postgres_schema
from missionplanner.sharing.carrier import BaseName, ParcelName, Presence
from missionplanner.sharing.hints import Hints

if TYPE_CHECKING:
    import psycopg

ADDRESS = "postgresql://"
"""The beginning of the address of a database."""
_PATIENCE = "10"
"""Seconds after which a server that does not answer is away."""
_ALIVE = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
"""How a line that was cut without a word is found out: within a minute."""
_IS_OWN = "SELECT pg_has_role(session_user, nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'missionplanner'"


class PostgresCarrier:
    """The part of a database that belongs to one mission.

    address: "postgresql://login@host:port/database". password: of the login; where it is empty the library looks where
    it usually does (PGPASSFILE).
    """

    def __init__(self, address: str, mission_uid: str, password: str = "") -> None:
        self._address, self._mission, self._password = address, mission_uid, password
        self._connection: psycopg.Connection[Any] | None = None
        self._may: str | None = None

    @property
    def place(self) -> str:
        """The address of the database."""
        return self._address

    @property
    def may_write(self) -> bool:
        """Whether the login may do more than read."""
        if self._may is None:
            self._may = str(self._one("SELECT missionplanner.may(%s)", self._mission) or "")
        return self._may in ("write", "own")

    def set_up(self) -> None:
        """Make the tables where they are missing, and the mission, which belongs to the login.

        Raises UserError where the login may not, or a newer program made the tables.
        """
        if self._one("SELECT to_regclass('missionplanner.hub')") is None:
            self._do(postgres_schema.STEPS[0])
        self.bring_up()
        if self._version() > len(postgres_schema.STEPS):
            text = _("A newer version of this program made the tables of {name}.").format(name=self._address)
            raise UserError(text, _("Install the newest version to work with them."))
        if self._one("SELECT 1 FROM missionplanner.mission WHERE id = %s", self._mission) is None:
            self._do("SELECT missionplanner.make_mission(%s)", self._mission)

    def bring_up(self) -> None:
        """Bring tables that an older program made to today’s version, where they belong to the login."""
        if self._version() >= len(postgres_schema.STEPS) or not self._one(_IS_OWN):
            return
        with self._reaching() as connection, connection.transaction():
            connection.execute("LOCK TABLE missionplanner.hub IN EXCLUSIVE MODE")  # whoever else does it waits
            for step in postgres_schema.STEPS[self._version() :]:
                connection.execute(step)

    def _version(self) -> int:
        return int(self._one("SELECT max(version) FROM missionplanner.hub") or 0)

    def listen(self) -> Hints:
        """Return a line on which the database says that something of the mission came."""
        with self._reaching() as connection:
            self._connection = None  # the line is closed by whoever asked for it
            return Hints(connection, self._mission)

    def set_member(self, login: str, may: str) -> None:
        """Have a login read ("read"), work on ("write") or own ("own") the mission; "" takes that away."""
        self._do("SELECT missionplanner.set_member(%s, %s, %s)", self._mission, login, may)

    def members(self) -> dict[str, str]:
        """Return the logins that share the mission, with what they may."""
        sql = "SELECT login, may FROM missionplanner.member WHERE mission = %s ORDER BY login"
        return dict(self._rows(sql, self._mission))

    def parcels(self) -> list[ParcelName]:
        """Return the parcels that are there, in order."""
        sql = "SELECT writer, number FROM missionplanner.parcel WHERE mission = %s"
        return sorted(ParcelName(writer, number) for writer, number in self._rows(sql, self._mission))

    def read_parcel(self, name: ParcelName) -> bytes:
        """Return a parcel; empty where it is not there (any more)."""
        sql = "SELECT body FROM missionplanner.parcel WHERE mission = %s AND writer = %s AND number = %s"
        return bytes(self._one(sql, self._mission, name.writer, name.number) or b"")

    def put_parcel(self, name: ParcelName, content: bytes) -> None:
        """Put a parcel there, whole or not at all."""
        self._do("SELECT missionplanner.push(%s, %s, %s, %s)", self._mission, name.writer, name.number, content)

    def drop_parcel(self, name: ParcelName) -> None:
        """Take a parcel away."""
        self._do("SELECT missionplanner.drop_parcel(%s, %s, %s)", self._mission, name.writer, name.number)

    def bases(self) -> list[BaseName]:
        """Return the whole missions that are there, in order."""
        sql = "SELECT writer, number FROM missionplanner.base WHERE mission = %s"
        return sorted(BaseName(writer, number) for writer, number in self._rows(sql, self._mission))

    def read_about(self, name: BaseName) -> bytes:
        """Return what is said of a whole mission."""
        sql = "SELECT about FROM missionplanner.base WHERE mission = %s AND writer = %s AND number = %s"
        return bytes(self._one(sql, self._mission, name.writer, name.number) or b"")

    def fetch_base(self, name: BaseName, target: Path) -> None:
        """Copy a whole mission to a new file."""
        sql = "SELECT body FROM missionplanner.base WHERE mission = %s AND writer = %s AND number = %s"
        target.write_bytes(bytes(self._one(sql, self._mission, name.writer, name.number) or b""))

    def put_base(self, name: BaseName, source: Path, about: bytes) -> None:
        """Put a whole mission there, and what is said of it."""
        sql = "SELECT missionplanner.put_base(%s, %s, %s, %s, %s)"
        self._do(sql, self._mission, name.writer, name.number, about, source.read_bytes())

    def drop_base(self, name: BaseName) -> None:
        """Take a whole mission away; the last one stays."""
        self._do("SELECT missionplanner.drop_base(%s, %s, %s)", self._mission, name.writer, name.number)

    def has_content(self, digest: str) -> bool:
        """Return whether an attached file is there."""
        sql = "SELECT 1 FROM missionplanner.content WHERE mission = %s AND digest = %s"
        return self._one(sql, self._mission, digest) is not None

    def read_content(self, digest: str) -> bytes:
        """Return an attached file; empty where it is not there."""
        sql = "SELECT body FROM missionplanner.content WHERE mission = %s AND digest = %s"
        return bytes(self._one(sql, self._mission, digest) or b"")

    def put_content(self, digest: str, content: bytes) -> None:
        """Put an attached file there."""
        self._do("SELECT missionplanner.put_content(%s, %s, %s)", self._mission, digest, content)

    def drop_content(self, digest: str) -> None:
        """Take an attached file away."""
        self._do("SELECT missionplanner.drop_content(%s, %s)", self._mission, digest)

    def contents(self) -> list[str]:
        """Return the digests of the attached files that are there."""
        sql = "SELECT digest FROM missionplanner.content WHERE mission = %s ORDER BY digest"
        return [digest for (digest,) in self._rows(sql, self._mission)]

    def present(self) -> list[Presence]:
        """Return the computers that share the mission."""
        sql = "SELECT writer, at, body FROM missionplanner.presence WHERE mission = %s ORDER BY writer"
        found: list[tuple[str, datetime, bytes]] = self._rows(sql, self._mission)
        return [Presence(writer, at, bytes(body)) for writer, at, body in found]

    def say_present(self, presence: Presence) -> None:
        """Say that this computer shares the mission; a later word of it takes the place of this one."""
        self._do("SELECT missionplanner.say_present(%s, %s, %s)", self._mission, presence.writer, presence.content)

    def leave(self, writer: str) -> None:
        """Take away the word that a computer shares the mission."""
        self._do("SELECT missionplanner.leave(%s, %s)", self._mission, writer)

    def close(self) -> None:
        """End the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _one(self, sql: str, *values: Any) -> Any:
        rows = self._rows(sql, *values)
        return rows[0][0] if rows else None

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        with self._reaching() as connection:
            return connection.execute(sql, values).fetchall()

    def _do(self, sql: str, *values: Any) -> None:
        with self._reaching() as connection:
            connection.execute(sql, values or None)

    @contextmanager
    def _reaching(self) -> "Iterator[psycopg.Connection[Any]]":
        """Yield the connection. Raises UserError where the server cannot be reached, or refuses."""
        import psycopg  # slow import

        try:
            if self._connection is None:
                self._connection = psycopg.connect(**self._options())
            yield self._connection
        except psycopg.errors.InsufficientPrivilege as error:
            text = _("The database refuses this ({reason}).").format(reason=error.diag.message_primary or "")
            raise UserError(text, _("Ask whoever shares the mission what you may.")) from error
        except psycopg.Error as error:
            self.close()
            reason = " ".join(str(error).split())
            text = _("The database {name} cannot be reached ({reason}).").format(name=self._address, reason=reason)
            hint = _("Go on working: what you change is kept in your file, and is sent when it is there again.")
            raise UserError(text, hint) from error

    def _options(self) -> dict[str, Any]:
        """Return how to connect: encrypted and to the right server, unless it is this computer."""
        from psycopg.conninfo import conninfo_to_dict  # slow import

        found: dict[str, Any] = conninfo_to_dict(self._address)
        if not is_here(str(found.get("host") or "")):
            found |= {"sslmode": "verify-full", "sslrootcert": found.get("sslrootcert") or "system"}
        found |= _ALIVE | {"autocommit": True, "connect_timeout": _PATIENCE, "application_name": "missionplanner"}
        return found | ({"password": self._password} if self._password else {})


def is_here(host: str) -> bool:
    """Return whether a host is this computer: a socket, or an address that leads back."""
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def with_login(address: str, login: str) -> str:
    """Return the address of a database for another login, without a password."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(login, safe='')}@{host}"))
