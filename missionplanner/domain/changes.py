"""The changes of a source to a registration, field by field; values typed since it came last stay."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, CompanySector, CompanyStop, Delegate, Market, Offering, Partner
from missionplanner.domain.spelling import fold

T = TypeVar("T")
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
    partners: tuple[Partner, ...] = ()
    delegates: tuple[Mapping[str, Any], ...] = ()
    """Values by the names of fields of Delegate."""
    application: Mapping[str, Any] = field(default_factory=dict)
    """Values by the names of fields of Application."""
    received: datetime | None = None

    @property
    def name(self) -> str:
        """The company's name."""
        return str(self.company.get("name", ""))

    @property
    def said(self) -> dict[str, Any]:
        """The statements as plain values, without the name and the time they came."""
        found = {name: _as_json(value) for name, value in (*self.company.items(), *self.application.items())}
        found.pop("name", None)
        for part in ("sectors", "stops", "offers", "seeks"):
            if value := getattr(self, part):
                found[part] = list(value)
        if self.markets:
            found["markets"] = [[m.country, m.share] for m in self.markets]
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
    partners: tuple[Partner, ...] = ()
    """Those it works with already; without keys, like `markets`."""
    delegates: tuple[Delegate, ...] = ()
    """Its people, with their keys: meetings and events refer to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDraft:
    """The last statements of a source on a company; by them what was typed since is recognised."""

    id: int = 0
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
    """A value that stays although the source says another, since somebody typed it."""

    field: str
    ours: Any
    theirs: Any
    person: str = ""
    """The delegate whose field it is; empty for a field of the company."""

    @property
    def key(self) -> str:
        """The name by which the value of the source can be taken instead."""
        return f"{self.person}: {self.field}" if self.person else self.field


LIST_FIELDS: dict[str, type[Any]] = {
    "sectors": CompanySector,
    "stops": CompanyStop,
    "offers": Offering,
    "seeks": Offering,
    "markets": Market,
    "partners": Partner,
}
"""The fields of a registration that only list something of the company, with the records these are stored as."""


def combine(first: SourceEntry, later: SourceEntry) -> SourceEntry:
    """Combine two entries of one company: what the later says wins, what only the first says stays.

    The name stays as the first wrote it.
    """
    people = list(first.delegates)
    for person, place in _matched(later.delegates, first.delegates):
        if place is None:
            people.append(person)
        else:
            people[place] = _with_later(people[place], person)
    return SourceEntry(
        company={**_with_later(first.company, later.company), "name": first.name},
        delegates=tuple(people),
        application={**first.application, **later.application},
        received=later.received or first.received,
        **{part: getattr(later, part) or getattr(first, part) for part in LIST_FIELDS},
    )


def merge(
    record: Registration, draft: SourceEntry, memory: Memory, take: Collection[str] = ()
) -> tuple[Registration, list[Kept]]:
    """Return the record with what the source changes, and the values that stay because they were typed since.

    A value is taken where the record has none, or has what a source said before and this source now says otherwise.
    A value no source ever said was typed by somebody and stays, except for the fields in `take`.
    """
    chooser = _Chooser(memory, take)
    company = {
        name: chooser.pick(name, getattr(record.company, name), value)
        for name, value in draft.company.items()
        if name != "name"
    }
    application = {
        name: chooser.pick(name, getattr(record.application, name), value) for name, value in draft.application.items()
    }
    if draft.received and record.application.received is None:
        application["received"] = draft.received
    parts = {
        part: chooser.pick(part, getattr(record, part), tuple(sorted(value)) if part == "stops" else value)
        for part in LIST_FIELDS
        if (value := getattr(draft, part))
    }
    found = replace(
        record,
        company=replace(record.company, **company),
        application=replace(record.application, **application),
        delegates=chooser.people(record, draft),
        **parts,
    )
    return found, chooser.kept


class _Chooser:
    """Chooses a value for one field after the other, and remembers what was kept."""

    def __init__(self, memory: Memory, take: Collection[str]) -> None:
        self._memory, self._take = memory, take
        self.kept: list[Kept] = []

    def pick(self, name: str, ours: T, theirs: T, memory: Memory | None = None, person: str = "") -> T:
        """Return one of the two values."""
        if _alike(_as_json(ours), _as_json(theirs)) or _says_less(name, ours, theirs):
            return ours
        if (f"{person}: {name}" if person else name) in self._take:
            return theirs
        memory = memory or self._memory
        said = [one[name] for one in (memory.mine, *memory.others) if name in one]
        # an empty field that a source filled once was emptied by somebody and stays empty
        if not said and ours in (None, "", ()):
            return theirs
        if not any(_alike(_as_json(ours), one) for one in said):
            self.kept.append(Kept(name, ours, theirs, person))
            return ours
        is_news = name not in memory.mine or not _alike(memory.mine[name], _as_json(theirs))
        return theirs if is_news else ours

    def people(self, record: Registration, draft: SourceEntry) -> tuple[Delegate, ...]:
        """Return the delegates: known ones field by field, new ones added, those somebody removed left out."""
        people = list(record.delegates)
        known = [{name: getattr(one, name) for name in _IDENTITY} for one in people]
        for person, place in _matched(draft.delegates, known):
            memory = Memory(
                _last_said(person, self._memory.mine), tuple(_last_said(person, other) for other in self._memory.others)
            )
            whole = f"{person.get('given_name', '')} {person.get('family_name', '')}".strip() or person.get("email", "")
            if place is not None:
                values = {n: self.pick(n, getattr(people[place], n), v, memory, whole) for n, v in person.items()}
                people[place] = replace(people[place], **values)
            elif memory.mine and f"{whole}: delegates" not in self._take:
                self.kept.append(Kept("delegates", "", whole, whole))
            else:
                people.append(Delegate(company_id=record.company.id, **person))
        return tuple(people)


def changed_fields(before: Registration, after: Registration) -> list[str]:
    """Return the names of the fields and parts that differ between two records of one company."""
    names = [f.name for f in fields(Company) if getattr(before.company, f.name) != getattr(after.company, f.name)]
    names += [
        f.name
        for f in fields(Application)
        if f.name not in ("edited",) and getattr(before.application, f.name) != getattr(after.application, f.name)
    ]
    return names + [part for part in (*LIST_FIELDS, "delegates") if getattr(before, part) != getattr(after, part)]


_DECIDED_ON = frozenset(
    {"name", "country", "region", "description", "objectives", "employees", "sectors", "stops", "offers", "seeks"}
)
"""The fields and parts by which reviewers decide."""


def weighty(before: Registration, after: Registration) -> list[str]:
    """Return the differences that an acceptance depends on; delegates count who come, go or are renamed."""
    found = [name for name in changed_fields(before, after) if name in _DECIDED_ON]
    if [p.full_name for p in before.delegates] != [p.full_name for p in after.delegates]:
        found.append("delegates")
    return found


def _as_json(value: Any) -> Any:
    """Return a value as JSON gives it back."""
    if isinstance(value, tuple):
        return [_as_json(part) for part in value]
    if isinstance(value, Market):
        return [value.country, value.share]
    if isinstance(value, Partner):
        return [value.name, value.relationship, value.place]
    return value.isoformat() if isinstance(value, datetime | date) else value


def _alike(one: Any, two: Any) -> bool:
    """Whether two values are equal, capitals and accents of texts aside."""
    if one == two:
        return True
    if isinstance(one, str) and isinstance(two, str):
        return bool(one) and bool(two) and fold(one) == fold(two)
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        return all(_alike(a, b) for a, b in zip(one, two, strict=True))
    return False


def _says_less(name: str, ours: Any, theirs: Any) -> bool:
    """Whether a source only names some of the sectors that are known: a shorter form asks for less."""
    return name == "sectors" and bool(theirs) and set(theirs) <= set(ours)


def _with_later(before: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, Any]:
    """Combine the values: the later win, but a text that differs only in capitals or accents stays as it was."""
    return {**before, **{n: before[n] if n in before and _alike(before[n], v) else v for n, v in later.items()}}


def overlay(current: Registration, opened: Registration, typed: Registration) -> Registration:
    """Return the current record with what was typed since it was opened; what others changed meanwhile stays."""
    company = {
        f.name: getattr(typed.company, f.name)
        for f in fields(Company)
        if getattr(typed.company, f.name) != getattr(opened.company, f.name)
    }
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
        company=replace(current.company, **company),
        application=replace(current.application, **application),
        delegates=(*people, *(person for person in typed.delegates if not person.id)),
        **parts,
    )


_IDENTITY = ("given_name", "family_name", "second_family_name", "email")
Person = Mapping[str, Any]


def _matched(people: Sequence[Person], known: Sequence[Person]) -> list[tuple[Person, int | None]]:
    """Return every person with the place of the same known one, if any; each is matched once, by name first."""
    found: dict[int, int] = {}
    # all by name before any by address: colleagues share an address, and one of them may be known by name
    for test in (_same_name, _same_address):
        for number, person in enumerate(people):
            free = [place for place in range(len(known)) if place not in found.values()]
            place = next((one for one in free if number not in found and test(known[one], person)), None)
            if place is not None:
                found[number] = place
    return [(person, found.get(number)) for number, person in enumerate(people)]


def _last_said(person: Person, said: Said) -> Said:
    known: Sequence[Person] = said.get("delegates", ())
    for test in (_same_name, _same_address):
        if (one := next((one for one in known if test(one, person)), None)) is not None:
            return one
    return {}


def _same_name(one: Person, two: Person) -> bool:
    return bool(_full_name(one)) and _full_name(one) == _full_name(two)


def _same_address(one: Person, two: Person) -> bool:
    """Whether the address is the same and the names do not differ: many write from info@."""
    if not one.get("email") or one.get("email") != two.get("email"):
        return False
    if not _full_name(one) or not _full_name(two):
        return True
    return any(fold(str(one.get(n) or "")) == fold(str(two.get(n) or "")) != "" for n in ("given_name", "family_name"))


def _full_name(person: Person) -> str:
    return fold(f"{person.get('given_name') or ''} {person.get('family_name') or ''}")
