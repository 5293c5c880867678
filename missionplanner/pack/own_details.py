"""The own fields of the mission that packs print: those chosen for a place of theirs, each with its name."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from missionplanner.domain.companies import Company
from missionplanner.domain.own_fields import OwnField, PackPlace, Subject
from missionplanner.domain.own_values import Values
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import Translator
from missionplanner.pack.wording import shortened

_LONGEST = 2000
"""The most characters of a value that are printed."""
_NONE: Values = {}


class Detail(NamedTuple):
    """An own field with its value, in the language of the pack."""

    label: str
    text: str


def of_company(snapshot: Snapshot, company: Company, place: PackPlace, t: Translator) -> tuple[Detail, ...]:
    """The fields of a company and of its people that a place prints; of people each with their name."""
    found = _details(_chosen(snapshot, Subject.COMPANY, place, company.side), snapshot.own_of_company, company.id, t)
    people = snapshot.delegates_of.get(company.id, [])
    for field in _chosen(snapshot, Subject.PERSON, place, company.side):
        said = ((person, _text(field, snapshot.own_of_person.get(person.id, _NONE), t)) for person in people)
        lines = [f"{shortened(person.full_name)}: {text}" for person, text in said if text]
        if lines:
            found.append(Detail(field.title(t.language), "; ".join(lines)))
    return tuple(found)


def of_person(snapshot: Snapshot, person: Person, place: PackPlace, t: Translator) -> tuple[Detail, ...]:
    """The fields of somebody that a place prints, then those of their main organisation."""
    side = snapshot.side_of(person)
    found = _details(_chosen(snapshot, Subject.PERSON, place, side), snapshot.own_of_person, person.id, t)
    for key in snapshot.companies_of.get(person.id, ())[:1]:
        found += _details(_chosen(snapshot, Subject.COMPANY, place, side), snapshot.own_of_company, key, t)
    return tuple(found)


def of_requests(snapshot: Snapshot, requests: Iterable[Request], place: PackPlace, t: Translator) -> tuple[Detail, ...]:
    """The fields of the requests for a meeting that a place prints."""
    fields = _chosen(snapshot, Subject.REQUEST, place, "")
    return tuple(one for request in requests for one in _details(fields, snapshot.own_of_request, request.id, t))


def _chosen(snapshot: Snapshot, subject: Subject, place: PackPlace, side: str) -> list[OwnField]:
    return [field for field in snapshot.own.of(subject, side) if field.is_printed_in(place)]


def _details(fields: Iterable[OwnField], values: Mapping[int, Values], key: int, t: Translator) -> list[Detail]:
    mine = values.get(key, _NONE)
    said = ((field.title(t.language), _text(field, mine, t)) for field in fields)
    return [Detail(label, text) for label, text in said if text]


def _text(field: OwnField, values: Values, t: Translator) -> str:
    return field.shown_in(values.get(field.name, ""), t.language).strip()[:_LONGEST]
