"""Personal data: the sensitive fields, and the erasure of a person's data."""

from dataclasses import replace
from datetime import date

from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, current

SENSITIVE = ("passport", "dietary", "access_needs", "emergency_contact")
"""The fields of a delegate that leave the program only where somebody chose so."""
PERSONAL_DATA = "personal_data"
"""The code of the finding that they should have been erased."""
KEPT = ("id", "uid", "company_id", "side", "meets", "languages")
"""The fields that stay when a person is made anonymous: statistics need them, and nobody is recognised by them."""


def anonymous(person: Person) -> Person:
    """Return the person without anything they could be recognised by."""
    blank = Person(company_id=person.company_id)
    return replace(blank, **{name: getattr(person, name) for name in KEPT})


def is_anonymous(person: Person) -> bool:
    """Whether nothing of the person is known."""
    return person == anonymous(person)


def due(snapshot: Snapshot, today: date) -> list[Issue]:
    """Find that the day has come on which personal data are to be erased, while there still are some."""
    until = snapshot.mission.keep_until
    if until is None or today < until or all(is_anonymous(person) for person in snapshot.people):
        return []
    text = _("Personal data were to be erased on {day}, and are still there.").format(day=current().date(until))
    return [Issue(PERSONAL_DATA, text, Severity.ERROR, subjects=(("people", 0),))]
