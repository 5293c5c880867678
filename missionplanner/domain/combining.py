"""The statements of a source combined with those of an earlier row, and with the record of the mission."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from missionplanner.domain.applications import Status
from missionplanner.domain.changes import (
    LIST_FIELDS,
    FieldChange,
    Kept,
    Memory,
    Registration,
    Said,
    SourceEntry,
    alike,
    as_json,
)
from missionplanner.domain.identities import IDENTITY, StatedPerson, find_same, full_name, is_corrected, matched
from missionplanner.domain.own_values import made, value_of, with_values
from missionplanner.domain.people import Person

T = TypeVar("T")
PLACE = ("address", "city", "region", "postal_code", "country")
"""The fields that say where a company is; they come from one row, for a company may have several sites."""


@dataclass(frozen=True, slots=True)
class Combined:
    """Two entries of one company as one."""

    entry: SourceEntry
    kept: tuple[Kept, ...]
    """Values of the first that stay although the later says others: somebody decides."""
    changes: tuple[FieldChange, ...]
    """Values of the first that those of the later replace."""


def combine(first: SourceEntry, later: SourceEntry, take: Collection[str] = ()) -> Combined:
    """Combine two entries of one company: the later fills what the first leaves empty, and corrects it.

    Where both say where the company is, and differently, the first stays, except for the fields in `take`. The name
    stays as the first wrote it.
    """
    people = list(first.delegates)
    for person, place in matched(later.delegates, first.delegates):
        if place is None:
            people.append(person)
        else:
            people[place] = _with_later(people[place], person)
    stated, kept = _one_place(first.company, later.company, take)
    company = {**_with_later(first.company, stated), "name": first.name}
    parts = {part: getattr(later, part) or getattr(first, part) for part in LIST_FIELDS}
    entry = SourceEntry(
        company=company,
        delegates=tuple(people),
        application={**first.application, **later.application},
        received=later.received or first.received,
        assumed={**later.assumed, **first.assumed},
        is_withdrawn=first.is_withdrawn and later.is_withdrawn,
        **parts,
    )
    before = {**first.company, **{part: getattr(first, part) for part in LIST_FIELDS}}
    after = {**company, **parts}
    changes = tuple(FieldChange(n, old, after[n]) for n, old in before.items() if old and not alike(old, after[n]))
    return Combined(entry, tuple(kept), changes)


def _one_place(first: Said, later: Said, take: Collection[str]) -> tuple[dict[str, Any], list[Kept]]:
    """Return what the later entry states without the address of another site, and that address as values to choose."""
    stated = {name: value for name, value in later.items() if name != "name"}
    elsewhere = any(name in first and name in later and not alike(first[name], later[name]) for name in PLACE)
    kept = []
    for name in PLACE if elsewhere else ():
        if name in stated and name not in take and not alike(first.get(name, ""), stated[name]):
            kept.append(Kept(name, first.get(name, ""), stated.pop(name)))
    return stated, kept


def merge(
    record: Registration, draft: SourceEntry, memory: Memory, take: Collection[str] = ()
) -> tuple[Registration, list[Kept]]:
    """Return the record with what the source changes, and the values that stay because they were typed since.

    A value is taken where the record has none, or has what a source said before and this source now says otherwise.
    A value no source ever said was typed by somebody and stays, except for the fields in `take`; so does the place
    where another source says that the company is. What the source only assumes counts for new
    companies alone.
    """
    chooser = _Chooser(memory, take)
    company = {
        name: chooser.pick(name, value_of(record.company, name), value)
        for name, value in draft.company.items()
        if name != "name"
    }
    application = {
        name: chooser.pick(name, getattr(record.application, name), value) for name, value in draft.application.items()
    }
    if draft.received and record.application.received is None:
        application["received"] = draft.received
    if record.application.status is Status.PROSPECT:
        application.setdefault("status", Status.APPLIED)
    parts = {
        part: chooser.pick(part, getattr(record, part), tuple(sorted(value)) if part == "stops" else value)
        for part in LIST_FIELDS
        if (value := getattr(draft, part))
    }
    found = replace(
        record,
        company=with_values(record.company, company),
        application=replace(record.application, **application),
        **_shared_out(record, chooser.people(record, draft)),
        **parts,
    )
    return found, chooser.kept


def _shared_out(record: Registration, people: Sequence[Person]) -> dict[str, Any]:
    """Return people as what they are in a record; the post somebody has there for another is that of the membership."""
    known = {one.person.id: one for one in record.representatives}
    return {
        "delegates": tuple(one for one in people if one.id not in known),
        "representatives": tuple(known[one.id].edited(one) for one in people if one.id in known),
    }


class _Chooser:
    """Chooses a value for one field after the other, and remembers what was kept."""

    def __init__(self, memory: Memory, take: Collection[str]) -> None:
        self._memory, self._take = memory, take
        self.kept: list[Kept] = []

    def pick(self, name: str, ours: T, theirs: T, memory: Memory | None = None, person: str = "") -> T:
        """Return one of the two values."""
        if alike(as_json(ours), as_json(theirs)) or _says_less(name, ours, theirs):
            return ours
        if (f"{person}: {name}" if person else name) in self._take:
            return theirs
        memory = memory or self._memory
        said = [one[name] for one in (memory.mine, *memory.others) if name in one]
        # an empty field that a source filled once was emptied by somebody and stays empty
        if not said and ours in (None, "", ()):
            return theirs
        if not any(alike(as_json(ours), one) for one in said):
            self.kept.append(Kept(name, ours, theirs, person))
            return ours
        if name in PLACE and name not in memory.mine and not person:
            self.kept.append(Kept(name, ours, theirs, from_source=True))
            return ours
        is_news = name not in memory.mine or not alike(memory.mine[name], as_json(theirs))
        return theirs if is_news else ours

    def people(self, record: Registration, draft: SourceEntry) -> tuple[Person, ...]:
        """Return who is there for the company: known ones field by field, new ones added, removed ones left out."""
        people = list(record.people)
        known = [{name: getattr(one, name) for name in IDENTITY} for one in people]
        found = matched(draft.delegates, known)
        gone = self._gone(known, found, draft)
        for person, place in found:
            memory, whole = self._of_person(person), full_name(person)
            if place is None and not memory.mine:
                place = next((one for one in gone if is_corrected(known[one], person)), None)
                if place is not None:
                    gone.remove(place)
                    memory = self._of_person(known[place])
            if place is not None:
                values = {n: self.pick(n, value_of(people[place], n), v, memory, whole) for n, v in person.items()}
                people[place] = with_values(people[place], values)
            elif memory.mine and f"{whole}: delegates" not in self._take:
                self.kept.append(Kept("delegates", "", whole, whole))
            else:
                people.append(made(Person, {"company_id": record.company.id, **person}))
        return tuple(self._without_gone(people, gone) if len(people) > len(record.people) else people)

    def _of_person(self, person: StatedPerson) -> Memory:
        """Return the last statements on a person."""
        said = [find_same(person, one.get("delegates", ())) or {} for one in (self._memory.mine, *self._memory.others)]
        return Memory(said[0], tuple(said[1:]))

    def _gone(
        self, known: Sequence[StatedPerson], found: Sequence[tuple[StatedPerson, int | None]], draft: SourceEntry
    ) -> list[int]:
        """Return the places of the people whom the source named before and does not name any more."""
        named = {place for _person, place in found}
        before: Sequence[StatedPerson] = self._memory.mine.get("delegates", ()) if draft.delegates else ()
        return [n for n, one in enumerate(known) if n not in named and find_same(one, before) is not None]

    def _without_gone(self, people: list[Person], gone: Sequence[int]) -> list[Person]:
        """Return the people; those who may have been replaced by a new one stay, unless somebody decided otherwise."""
        names = {place: full_name({n: getattr(people[place], n) for n in IDENTITY}) for place in gone}
        for name in names.values():
            if f"{name}: delegates" not in self._take:
                self.kept.append(Kept("delegates", name, "", name))
        return [one for n, one in enumerate(people) if n not in names or f"{names[n]}: delegates" not in self._take]


def _says_less(name: str, ours: Any, theirs: Any) -> bool:
    """Whether a source only names some of the sectors that are known: a shorter form asks for less."""
    return name == "sectors" and bool(theirs) and set(theirs) <= set(ours)


def _with_later(before: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, Any]:
    """Combine the values: the later win, but a text that differs only in capitals or accents stays as it was."""
    return {**before, **{n: before[n] if n in before and alike(before[n], v) else v for n, v in later.items()}}
