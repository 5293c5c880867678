"""People in a form who were erased from the mission: left out, reported, and taken where somebody says so."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from missionplanner.domain.changes import Kept, SourceEntry
from missionplanner.domain.fingerprints import Marks, Recognition, Salt, recognition
from missionplanner.domain.identities import full_name
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.mentions import Called, Mentions
from missionplanner.exchange.companies import ReadRow
from missionplanner.i18n import _

EVERY_ROW = 0
"""The number under which stands what is taken of every row."""
NAMESAKES = "namesakes"
"""Stands for everybody who only has the name of one who was erased."""
_SIGNATURES = ("applicant", "signed_by")


@dataclass(frozen=True, slots=True)
class KnownErased:
    """The memory of a mission of those who were erased."""

    salt: Salt
    marks: Marks = frozenset()

    def without(self, text: Any) -> Any:
        """Return a text with a gap for their names."""
        return self.salt.without_names(text, self.marks) if isinstance(text, str) and self.marks else text


@dataclass(frozen=True, slots=True)
class LeftOutPerson:
    """A person of a row who is not taken in."""

    name: str
    is_sure: bool
    """Whether the address is the same; else only the name is, and it may be another person."""

    @property
    def kept(self) -> Kept:
        """The person as a value of the form that is not taken, unless it is chosen."""
        return Kept("delegates", "", self.name, self.name)

    def issue(self, row: int) -> Issue:
        """Return the report of it."""
        text = _("{name} was erased from this mission, and is left out.")
        if not self.is_sure:
            text = _(
                "Somebody called {name} was erased from this mission: left out. Take them if it is another person."
            )
        return Issue("erased", text.format(name=self.name), Severity.WARNING, row, "delegates", self.name)


def leave_out(
    rows: Iterable[ReadRow], erased: KnownErased, take: Mapping[int, Collection[str]]
) -> tuple[list[ReadRow], dict[int, tuple[LeftOutPerson, ...]]]:
    """Return rows without those who were erased, and these by the numbers of their rows.

    take: the keys of those who are taken all the same, by row.
    """
    if not erased.marks:
        return list(rows), {}
    found: dict[int, tuple[LeftOutPerson, ...]] = {}
    kept: list[ReadRow] = []
    for row in rows:
        chosen = {*take.get(row.number, ()), *take.get(EVERY_ROW, ())}
        said = row.draft
        draft, out = _looked_at(said, erased, chosen) if said else (None, [])
        kept.append(row if draft is said else replace(row, entry=draft))
        if out:
            found[row.number] = tuple(out)
    return kept, found


def _looked_at(
    entry: SourceEntry, erased: KnownErased, chosen: Collection[str]
) -> tuple[SourceEntry, list[LeftOutPerson]]:
    """Return what a row says without those who were erased, and these."""
    people = [left_out(one, erased, chosen) for one in entry.delegates]
    out = [one for one in people if one]
    if out:
        gone = [one for one, left in zip(entry.delegates, people, strict=True) if left]
        staying = tuple(one for one, left in zip(entry.delegates, people, strict=True) if not left)
        entry = _without(replace(entry, delegates=staying), gone)
    for name in _SIGNATURES:
        said = str(entry.application.get(name) or "")
        signatory = LeftOutPerson(said, False)
        if erased.without(said) != said and signatory.kept.key not in chosen and NAMESAKES not in chosen:
            entry = replace(entry, application={n: v for n, v in entry.application.items() if n != name})
            out += [] if any(one.name == said for one in out) else [signatory]
    notes = entry.company.get("notes")
    if notes and erased.without(notes) != notes:
        entry = replace(entry, company={**entry.company, "notes": erased.without(notes)})
    return entry, out


def left_out(person: Mapping[str, Any], erased: KnownErased, chosen: Collection[str]) -> LeftOutPerson | None:
    """Return a person as one who is left out; None for one who was not erased, or is taken all the same."""
    like = recognition(erased.salt.prints(person), erased.marks)
    if not like:
        return None
    found = LeftOutPerson(full_name(person), like is Recognition.SAME)
    is_taken = found.kept.key in chosen or (NAMESAKES in chosen and not found.is_sure)
    return None if is_taken else found


def _without(entry: SourceEntry, people: Iterable[Mapping[str, Any]]) -> SourceEntry:
    """Return what a row says without what it says of people."""
    mentions = Mentions(Called.of(people, [entry.name]))
    company = {
        name: mentions.without(value) if isinstance(value, str) and name != "name" else value
        for name, value in entry.company.items()
    }
    application = {
        name: value
        for name, value in entry.application.items()
        if not (name in _SIGNATURES and mentions.find(str(value)))
    }
    return replace(entry, company={n: v for n, v in company.items() if v != ""}, application=application)
