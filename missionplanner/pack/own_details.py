"""The own fields of the mission that packs print: those chosen for a place of theirs, each with its name."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.own_fields import OwnField, PackPlace, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.own_values import Values
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import Translator
from missionplanner.pack.phrases import Phrase, joined
from missionplanner.pack.wording import main_company, own_words, shortened

_LONGEST = 2000
"""The most characters of a value that are printed."""
_NONE: Values = {}


class Detail(NamedTuple):
    """An own field with its value, in the language of the pack."""

    label: str
    said: Phrase


def of_company(snapshot: Snapshot, company: Company, place: PackPlace, t: Translator) -> tuple[Detail, ...]:
    """The fields of a company and of its people that a place prints; of people each with their name."""
    found = _details(
        _chosen(snapshot, Subject.COMPANY, place, company.side),
        snapshot.own_of_company.get(company.id, _NONE),
        company,
        t,
    )
    people = snapshot.delegates_of.get(company.id, [])
    for field in _chosen(snapshot, Subject.PERSON, place, company.side):
        said = ((one, _said(field, snapshot.own_of_person.get(one.id, _NONE), company, t)) for one in people)
        lines = [replace(one, text=f"{shortened(person.full_name)}: {one.text}") for person, one in said if one.text]
        if lines:
            found.append(Detail(field.title(t.language), joined("; ", lines)))
    return tuple(found)


def of_person(snapshot: Snapshot, person: Person, place: PackPlace, t: Translator) -> tuple[Detail, ...]:
    """The fields of somebody that a place prints, then those of their main organisation."""
    side, home = snapshot.side_of(person), main_company(snapshot, person)
    mine = snapshot.own_of_person.get(person.id, _NONE)
    found = _details(_chosen(snapshot, Subject.PERSON, place, side), mine, home, t)
    if home:
        values = snapshot.own_of_company.get(home.id, _NONE)
        found += _details(_chosen(snapshot, Subject.COMPANY, place, side), values, home, t)
    return tuple(found)


def of_requests(snapshot: Snapshot, requests: Iterable[Request], place: PackPlace, t: Translator) -> tuple[Detail, ...]:
    """The fields of the requests for a meeting that a place prints."""
    fields = _chosen(snapshot, Subject.REQUEST, place, "")
    return tuple(
        one
        for request in requests
        for one in _details(fields, snapshot.own_of_request.get(request.id, _NONE), asking(snapshot, request), t)
    )


def asking(snapshot: Snapshot, request: Request) -> Company:
    """The company that asks for a meeting, in whose words the request is."""
    return snapshot.company[request.delegation_id if request.asked_by is Side.DELEGATION else request.counterpart_id]


def _chosen(snapshot: Snapshot, subject: Subject, place: PackPlace, side: str) -> list[OwnField]:
    return [field for field in snapshot.own.of(subject, side) if field.is_printed_in(place)]


def _details(fields: Iterable[OwnField], values: Values, whose: Company | None, t: Translator) -> list[Detail]:
    said = (Detail(field.title(t.language), _said(field, values, whose, t)) for field in fields)
    return [one for one in said if one.said.text]


def _said(field: OwnField, values: Values, whose: Company | None, t: Translator) -> Phrase:
    """A value; one in free words is in the language of the company that wrote it."""
    text = field.shown_in(values.get(field.name, ""), t.language).strip()[:_LONGEST]
    return own_words(text, whose.language, t) if whose and field.kind in _WORDS else Phrase(text)


_WORDS = (FieldKind.TEXT, FieldKind.LONG)
"""The kinds of values that are words of their own."""
