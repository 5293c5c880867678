"""What a draft of a registration would change in the mission, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.spelling import fold


class Verdict(StrEnum):
    """What an imported row comes to; every row with data has exactly one."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a source says of a company; only what it says, nothing empty.

    `company` and each of `delegates` map field names of Company and Delegate
    to values; sectors and stops are keys.
    """

    company: Mapping[str, Any]
    sectors: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()
    offers: tuple[str, ...] = ()
    seeks: tuple[str, ...] = ()
    delegates: tuple[Mapping[str, Any], ...] = ()
    received: datetime | None = None

    @property
    def name(self) -> str:
        """The company's name."""
        return str(self.company.get("name", ""))


@dataclass(frozen=True, slots=True)
class Record:
    """A company with everything that belongs to its registration."""

    company: Company
    application: Application
    sectors: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()
    offers: tuple[str, ...] = ()
    seeks: tuple[str, ...] = ()
    delegates: tuple[Delegate, ...] = ()


def combine(first: Draft, later: Draft) -> Draft:
    """Two drafts of one company as one: what the later says wins, what only the first says stays.

    The name stays as the first wrote it.
    """
    people = list(first.delegates)
    for person in later.delegates:
        place = next((n for n, known in enumerate(people) if _same_person(known, person)), None)
        if place is None:
            people.append(person)
        else:
            people[place] = _kept(people[place], person)
    return Draft(
        company={**_kept(first.company, later.company), "name": first.name},
        sectors=later.sectors or first.sectors,
        stops=later.stops or first.stops,
        offers=later.offers or first.offers,
        seeks=later.seeks or first.seeks,
        delegates=tuple(people),
        received=later.received or first.received,
    )


def apply(record: Record, draft: Draft) -> Record:
    """The record as the draft would have it; equal to the record when nothing changes. The name stays."""
    said = {key: value for key, value in draft.company.items() if key != "name"}
    values = _kept({key: getattr(record.company, key) for key in said}, said)
    application = record.application
    if draft.received and application.received is None:
        application = replace(application, received=draft.received)
    return Record(
        company=replace(record.company, **values),
        application=application,
        sectors=draft.sectors or record.sectors,
        stops=tuple(sorted(draft.stops)) or record.stops,
        offers=draft.offers or record.offers,
        seeks=draft.seeks or record.seeks,
        delegates=_people(record, draft),
    )


def changed_fields(before: Record, after: Record) -> list[str]:
    """The names of what differs between two records of one company."""
    names = [f.name for f in fields(Company) if getattr(before.company, f.name) != getattr(after.company, f.name)]
    parts = ("sectors", "stops", "offers", "seeks", "delegates")
    return names + [part for part in parts if getattr(before, part) != getattr(after, part)]


def _kept(before: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, Any]:
    """Both as one: the later wins, but a text that differs only in capitals or accents stays as it was first."""
    found = {**before, **later}
    for name, value in later.items():
        known = before.get(name)
        if isinstance(known, str) and isinstance(value, str) and known and fold(known) == fold(value):
            found[name] = known
    return found


def _people(record: Record, draft: Draft) -> tuple[Delegate, ...]:
    people = list(record.delegates)
    for person in draft.delegates:
        place = next((n for n, known in enumerate(people) if _is_person(known, person)), None)
        if place is None:
            people.append(Delegate(company_id=record.company.id, **person))
        else:
            known = {name: getattr(people[place], name) for name in person}
            people[place] = replace(people[place], **_kept(known, person))
    return tuple(people)


def _is_person(known: Delegate, person: Mapping[str, str]) -> bool:
    names = ("given_name", "family_name", "second_family_name", "email")
    return _same_person({name: getattr(known, name) for name in names}, person)


def _same_person(one: Mapping[str, str], two: Mapping[str, str]) -> bool:
    def whole(person: Mapping[str, str]) -> str:
        return fold(f"{person.get('given_name', '')} {person.get('family_name', '')}")

    if one.get("email") and one.get("email") == two.get("email"):
        return True
    return bool(whole(one)) and whole(one) == whole(two)
