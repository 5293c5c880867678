"""When a pack was printed and which version it is: on its cover, at every foot and in the file."""

from dataclasses import dataclass
from datetime import datetime

from missionplanner.i18n import Translator


@dataclass(frozen=True, slots=True)
class Stamp:
    """The print of a pack."""

    printed_at: datetime
    """On the clocks of the first stop."""
    version: int
    """Counted from 1 for each pack; the same content has the same version, however often it is printed."""

    def words(self, t: Translator) -> str:
        """Return it for a foot (Printed February 12, 2026 at 09:00 · version 2)."""
        when = t.stamp(self.printed_at)
        return t("Printed {when} · version {number}").format(when=when, number=t.number(self.version))
