"""Personal data: what is sensitive, and a person whose data are gone."""

from dataclasses import replace

from missionplanner.domain.companies import Delegate

SENSITIVE = ("passport", "dietary", "access_needs", "emergency_contact")
"""Fields of a delegate that leave the program only where that was chosen."""
KEPT = ("id", "uid", "company_id", "languages")
"""Fields that stay when a person is made anonymous: statistics need them, nobody is known by them."""


def anonymous(person: Delegate) -> Delegate:
    """The person without anything they could be known by."""
    blank = Delegate(company_id=person.company_id)
    return replace(blank, **{name: getattr(person, name) for name in KEPT})


def is_anonymous(person: Delegate) -> bool:
    """Whether nothing of the person is known any more."""
    return person == anonymous(person)
