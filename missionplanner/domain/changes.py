"""The statements of sources on a registration, and the differences between two records of it, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import BoughtInput, Company, CompanySector, CompanyStop, Market, Offering, Partner
from missionplanner.domain.identities import IDENTITY, full_name
from missionplanner.domain.own_values import differing, is_own, value_of, with_values
from missionplanner.domain.people import Person, Representative
from missionplanner.domain.spelling import fold

Said = Mapping[str, Any]
"""The statements of a source on a company, field by field, in values JSON can hold."""


class RowOutcome(StrEnum):
    """The outcome of an imported row; every row with data has exactly one."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """The statements of a source on a company; nothing of it is empty."""

    company: Mapping[str, Any]
    """Values by the names of fields of Company."""
    sectors: tuple[int, ...] = ()
    """Keys, the main sector first."""
    stops: tuple[int, ...] = ()
    """Keys."""
    offers: tuple[str, ...] = ()
    seeks: tuple[str, ...] = ()
    markets: tuple[Market, ...] = ()
    inputs: tuple[BoughtInput, ...] = ()
    partners: tuple[Partner, ...] = ()
    delegates: tuple[Mapping[str, Any], ...] = ()
    """Values by the names of fields of Delegate."""
    application: Mapping[str, Any] = field(default_factory=dict)
    """Values by the names of fields of Application."""
    received: datetime | None = None
    assumed: Mapping[str, Any] = field(default_factory=dict)
    """Values by the names of fields of Company that nobody stated, such as the language of the form."""
    is_withdrawn: bool = False
    """Whether the source says that the registration was cancelled."""

    @property
    def name(self) -> str:
        """The company's name."""
        return str(self.company.get("name", ""))

    @property
    def said(self) -> dict[str, Any]:
        """The statements as plain values, without the name and the time they came."""
        stated = (*self.assumed.items(), *self.company.items(), *self.application.items())
        found = {name: value if type(value) is str else as_json(value) for name, value in stated}
        found.pop("name", None)
        for part in ("sectors", "stops", "offers", "seeks"):
            if value := getattr(self, part):
                found[part] = list(value)
        if self.markets:
            found["markets"] = [[m.country, m.share] for m in self.markets]
        if self.inputs:
            found["inputs"] = [[one.what, one.country, one.share] for one in self.inputs]
        if self.partners:
            found["partners"] = [[p.name, p.relationship, p.place] for p in self.partners]
        if self.delegates:
            found["delegates"] = [dict(person) for person in self.delegates]
        return found


@dataclass(frozen=True, slots=True)
class Registration:
    """A company with everything that belongs to its registration."""

    company: Company
    application: Application
    """A fresh one, applied and undecided, where none is stored."""
    sectors: tuple[int, ...] = ()
    """Keys, the main sector first."""
    stops: tuple[int, ...] = ()
    """Keys in ascending order."""
    offers: tuple[str, ...] = ()
    """Products and services, in the order the company lists them."""
    seeks: tuple[str, ...] = ()
    """Like `offers`: what it wants to buy, or the partners it looks for."""
    markets: tuple[Market, ...] = ()
    """Where it exports to; without keys, so that unchanged ones compare equal."""
    inputs: tuple[BoughtInput, ...] = ()
    """The inputs it buys, and where; without keys, like `markets`."""
    partners: tuple[Partner, ...] = ()
    """Those it works with already; without keys, like `markets`."""
    delegates: tuple[Person, ...] = ()
    """Its people, with their keys: meetings and events refer to them."""
    representatives: tuple[Representative, ...] = ()
    """Those whose main organisation is another."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who is there for it, with their post in it."""
        return (*self.delegates, *(one.here for one in self.representatives))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDraft:
    """The last statements of a source on a company; by them what was typed since is recognised."""

    id: int = 0
    uid: str = ""
    company_id: int
    source: str
    """The form: the hash of its headings and side."""
    content: str
    """`SourceEntry.said` as JSON."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The last statements of all sources on a company."""

    mine: Said = field(default_factory=dict)
    """Those of the source that is merged."""
    others: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that stays although the source says another, since somebody typed it or another source said it."""

    field: str
    ours: Any
    theirs: Any
    person: str = ""
    """The delegate whose field it is; empty for a field of the company."""
    from_source: bool = False
    """Whether another source said it, so that nobody typed it."""

    @property
    def key(self) -> str:
        """The name by which the value of the source can be taken instead."""
        return f"{self.person}: {self.field}" if self.person else self.field


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that a source replaces, or a delegate it adds."""

    field: str
    old: Any
    new: Any
    person: str = ""
    """The delegate whose field it is; empty for a field of the company."""

    @property
    def key(self) -> str:
        """The field, after the name of the delegate whose it is."""
        return f"{self.person}: {self.field}" if self.person else self.field


LIST_FIELDS: dict[str, type[Any]] = {
    "sectors": CompanySector,
    "stops": CompanyStop,
    "offers": Offering,
    "seeks": Offering,
    "markets": Market,
    "inputs": BoughtInput,
    "partners": Partner,
}
"""The fields of a registration that only list something of the company, with the records these are stored as."""


def changed_fields(before: Registration, after: Registration) -> list[str]:
    """Return the names of the fields and parts that differ between two records of one company."""
    names = differing(before.company, after.company)
    names += [
        f.name
        for f in fields(Application)
        if f.name not in ("edited",) and getattr(before.application, f.name) != getattr(after.application, f.name)
    ]
    names += [part for part in LIST_FIELDS if getattr(before, part) != getattr(after, part)]
    return [*names, "delegates"] if before.people != after.people else names


def changes(before: Registration, after: Registration) -> list[FieldChange]:
    """Return the differences between two records of one company, field by field; delegates too."""
    found = []
    for name in changed_fields(before, after):
        if name == "delegates":
            continue
        holders = (before, after) if name in LIST_FIELDS else (before.company, after.company)
        if not is_own(name) and not hasattr(holders[0], name):
            holders = (before.application, after.application)  # type: ignore[assignment]
        found.append(FieldChange(name, value_of(holders[0], name), value_of(holders[1], name)))
    known = {person.id: person for person in before.people}
    for person in after.people:
        old = known.pop(person.id, None) if person.id else None
        names = {n: getattr(person, n) for n in IDENTITY}
        if old is None:
            found.append(FieldChange("delegates", "", full_name(names)))
        else:
            whole = full_name({n: getattr(old, n) for n in IDENTITY})
            differ = differing(old, person)
            found += [FieldChange(n, value_of(old, n), value_of(person, n), whole) for n in differ]
    return found + [FieldChange("delegates", one.full_name, "") for one in known.values()]


_DECIDED_ON = frozenset(
    {"name", "country", "region", "description", "objectives", "employees", "sectors", "stops", "offers", "seeks"}
)
"""The fields and parts by which reviewers decide."""


def weighty(before: Registration, after: Registration) -> list[str]:
    """Return the differences that an acceptance depends on; delegates count who come, go or are renamed."""
    found = [name for name in changed_fields(before, after) if name in _DECIDED_ON]
    if [p.full_name for p in before.people] != [p.full_name for p in after.people]:
        found.append("delegates")
    return found


def as_json(value: Any) -> Any:
    """Return a value as JSON gives it back."""
    if isinstance(value, tuple):
        return [as_json(part) for part in value]
    if isinstance(value, Market):
        return [value.country, value.share]
    if isinstance(value, BoughtInput):
        return [value.what, value.country, value.share]
    if isinstance(value, Partner):
        return [value.name, value.relationship, value.place]
    return value.isoformat() if isinstance(value, datetime | date) else value


def alike(one: Any, two: Any) -> bool:
    """Whether two values are equal, capitals and accents of texts aside."""
    if one == two:
        return True
    if isinstance(one, str) and isinstance(two, str):
        return bool(one) and bool(two) and fold(one) == fold(two)
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        return all(alike(a, b) for a, b in zip(one, two, strict=True))
    return False


def overlay(current: Registration, opened: Registration, typed: Registration) -> Registration:
    """Return the current record with what was typed since it was opened; what others changed meanwhile stays."""
    company = {name: value_of(typed.company, name) for name in differing(opened.company, typed.company)}
    application = {
        f.name: getattr(typed.application, f.name)
        for f in fields(Application)
        if getattr(typed.application, f.name) != getattr(opened.application, f.name)
    }
    parts = {part: getattr(typed, part) for part in LIST_FIELDS if getattr(typed, part) != getattr(opened, part)}
    before = {person.id: person for person in opened.delegates}
    after = {person.id: person for person in typed.delegates if person.id}
    people = [
        after[one.id] if one.id in after and after[one.id] != before.get(one.id) else one
        for one in current.delegates
        if one.id in after or one.id not in before
    ]
    return replace(
        current,
        company=with_values(current.company, company),
        application=replace(current.application, **application),
        delegates=(*people, *(person for person in typed.delegates if not person.id)),
        representatives=_overlaid(current.representatives, opened.representatives, typed.representatives),
        **parts,
    )


def _overlaid(
    current: tuple[Representative, ...], opened: tuple[Representative, ...], typed: tuple[Representative, ...]
) -> tuple[Representative, ...]:
    """Return the representatives of now, edited, added and taken out as was typed."""
    now, before, after = ({one.person.id: one for one in part} for part in (current, opened, typed))
    kept = {key: after.get(key, one) for key, one in now.items() if key in after or key not in before}
    kept |= {key: now[key] for key in kept if key in before and after.get(key) == before[key]}
    return (*kept.values(), *(one for key, one in after.items() if key not in before and key not in now))
