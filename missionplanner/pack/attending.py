"""Who attends a meeting, as the card and the line of it have the people of either side."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person, by_precedence
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import Translator
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.wording import people_lines, shortened

_NAMED = 3
"""So many of one's own people are named in a list."""


class Ours(TypedDict):
    """The fields of a meeting on one's own people."""

    ours: str
    who: str
    ours_names: tuple[str, ...]
    ours_short: tuple[str, ...]


class Theirs(TypedDict):
    """The fields of a meeting on the people of the other company."""

    theirs: tuple[Phrase, ...]
    person: str
    addressed: str
    theirs_names: tuple[str, ...]
    theirs_short: tuple[str, ...]


def attending(snapshot: Snapshot, meeting: Meeting, company_id: int) -> list[Person]:
    """Return who attends a meeting for a company, in the order of protocol; all of its people where nobody is named."""
    found = snapshot.attendees(meeting, company_id) or snapshot.delegates_of.get(company_id, [])
    return by_precedence(found)


def of_ours(snapshot: Snapshot, meeting: Meeting, company: Company, t: Translator) -> Ours:
    """Return who of one's own company attends a meeting."""
    people = attending(snapshot, meeting, company.id)
    several = people if len(people) > 1 else []
    return Ours(
        ours=", ".join(_names(snapshot, people, t)) if _is_part(snapshot, people, company.id) else "",
        who=_who(snapshot, meeting, company, t),
        ours_names=_names(snapshot, several, t),
        ours_short=tuple(shortened(one.short_name(t.language)) for one in several),
    )


def of_theirs(snapshot: Snapshot, meeting: Meeting, other: int, t: Translator) -> Theirs:
    """Return who attends a meeting for the company that is met."""
    people = attending(snapshot, meeting, other)
    part = people if _is_part(snapshot, people, other) else []
    return Theirs(
        theirs=people_lines(snapshot, snapshot.company[other], t, part),
        person=shortened(snapshot.addressed(people[0], t.language)) if people else "",
        addressed=_addressed(snapshot, people[0], t) if people else "",
        theirs_names=_names(snapshot, people, t),
        theirs_short=tuple(shortened(one.short_name(t.language)) for one in people),
    )


def _addressed(snapshot: Snapshot, person: Person, t: Translator) -> str:
    """How somebody is spoken to: the title with the family name, the whole name where there is no title."""
    title = snapshot.addressing.title(person, t.language)
    return shortened(f"{title} {person.family_name}" if title and person.family_name else person.full_name)


def _who(snapshot: Snapshot, meeting: Meeting, company: Company, t: Translator) -> str:
    """Who of the company attends, where it has several people."""
    if len(snapshot.delegates_of.get(company.id, ())) < 2:
        return ""
    names = [shortened(person.full_name) for person in attending(snapshot, meeting, company.id)]
    if len(names) <= _NAMED:
        return ", ".join(names)
    if len(names) == len(snapshot.delegates_of[company.id]):
        return t("all {n} of you").format(n=t.number(len(names)))
    more = t("+ {n} on the page of the meeting").format(n=t.number(len(names) - _NAMED))
    return ", ".join([*names[:_NAMED], more])


def _is_part(snapshot: Snapshot, people: Sequence[Person], company_id: int) -> bool:
    """Whether these are not all the people of a company."""
    return len(people) != len(snapshot.delegates_of.get(company_id, ()))


def _names(snapshot: Snapshot, people: Iterable[Person], t: Translator) -> tuple[str, ...]:
    return tuple(shortened(snapshot.addressed(person, t.language)) for person in people)
