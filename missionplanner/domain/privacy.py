"""Personal data: what is sensitive, and a person whose data are gone."""

from dataclasses import replace
from datetime import date

from missionplanner.domain.companies import Delegate
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, current

SENSITIVE = ("passport", "dietary", "access_needs", "emergency_contact")
"""Fields of a delegate that leave the program only where that was chosen."""
PERSONAL_DATA = "personal_data"
"""The finding that they should have been erased."""
KEPT = ("id", "uid", "company_id", "languages")
"""Fields that stay when a person is made anonymous: statistics need them, nobody is known by them."""


def anonymous(person: Delegate) -> Delegate:
    """The person without anything they could be known by."""
    blank = Delegate(company_id=person.company_id)
    return replace(blank, **{name: getattr(person, name) for name in KEPT})


def is_anonymous(person: Delegate) -> bool:
    """Whether nothing of the person is known any more."""
    return person == anonymous(person)


def due(snapshot: Snapshot, today: date) -> list[Issue]:
    """That the day has come on which personal data are to be erased, while there still are some."""
    until = snapshot.mission.keep_until
    if until is None or today < until or all(is_anonymous(person) for person in snapshot.delegates):
        return []
    text = _("Personal data were to be erased on {day}, and are still there.").format(day=current().date(until))
    return [Issue(PERSONAL_DATA, text, Severity.ERROR, subjects=(("delegates", 0),))]
