"""A line on which a database says that something of a mission came: a hint, nothing but what is seen soon."""

import select
from typing import TYPE_CHECKING, Any

from missionplanner.errors import UserError
from missionplanner.i18n import _

if TYPE_CHECKING:
    import psycopg

CHANNEL = "missionplanner"
"""The name under which the database says which mission something came of."""


class Hints:
    """A connection that listens, and does nothing else.

    connection: commits by itself. mission: the uid of the one that is listened for.
    """

    def __init__(self, connection: "psycopg.Connection[Any]", mission: str) -> None:
        self._connection, self._mission = connection, mission
        connection.execute(f"LISTEN {CHANNEL}")

    def fileno(self) -> int:
        """Return the number of the socket, which can be read from when something was said."""
        return self._connection.fileno()

    def came(self, seconds: float = 0) -> bool:
        """Return whether something of the mission came since the last time, or comes within these seconds.

        Raises UserError where the line was cut.
        """
        import psycopg  # slow import

        try:
            if seconds:
                select.select([self], [], [], seconds)
            self._connection.pgconn.consume_input()  # notices the end of the line, after the last words
            return self._mission in self._said()
        except (psycopg.Error, OSError) as error:
            reason = " ".join(str(error).split())
            raise UserError(_("The line to the database was cut ({reason}).").format(reason=reason)) from error

    def _said(self) -> list[str]:
        """Return the missions of which something came."""
        found = []
        while (said := self._connection.pgconn.notifies()) is not None:
            found.append(said.extra.decode())
        return found

    def close(self) -> None:
        """Listen no more."""
        self._connection.close()
