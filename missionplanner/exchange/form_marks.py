"""The hidden marks of forms that were made here: by them a filled form is known again, question by question."""

import hashlib
import re
from dataclasses import dataclass

from missionplanner.domain.companies import Side
from missionplanner.i18n import LANGUAGES

BEGINNING = "missionplanner:"
"""How every mark begins."""
_SIDES = "|".join(Side)
_FORM = re.compile(
    rf"missionplanner:(?P<kind>form|second|after\d{{1,4}}):(?P<side>{_SIDES}):(?P<language>{'|'.join(LANGUAGES)}):"
    r"(?P<mission>[0-9a-f]{8})"
)
_PEOPLE = "missionplanner:people-of-form"
_AFTER = "after"


@dataclass(frozen=True, slots=True)
class FormMark:
    """The mark of a form."""

    kind: str
    """form for a registration, second for the one after it, after30 for a follow-up after so many days."""
    side: Side
    language: str
    mission: str
    """A digest of the uid of the mission."""

    @property
    def text(self) -> str:
        """The mark as it is written."""
        return f"missionplanner:{self.kind}:{self.side.value}:{self.language}:{self.mission}"


def mark(kind: str, side: Side, language: str, mission_uid: str) -> FormMark:
    """Return the mark of a form of a mission."""
    return FormMark(kind, side, language, mission_of(mission_uid))


def after(days: int) -> str:
    """Return the kind of a follow-up form for a horizon."""
    return f"{_AFTER}{days}"


def days_of(kind: str) -> int:
    """Return the horizon of a kind of follow-up forms; 0 for other forms."""
    return int(kind.removeprefix(_AFTER)) if kind.startswith(_AFTER) else 0


def mission_of(uid: str) -> str:
    """Return the digest by which a mission is told from others."""
    return hashlib.sha256(uid.encode()).hexdigest()[:8]


def read(text: str) -> FormMark | None:
    """Return the mark a text is; None for any other."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    return FormMark(found["kind"], Side(found["side"]), found["language"], found["mission"])


def people_mark() -> str:
    """Return the mark of the sheet of people."""
    return _PEOPLE
