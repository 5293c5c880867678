"""The rows of a file compared with the mission: new, changed, same, duplicate; values typed since stay."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from missionplanner.domain.applications import Status
from missionplanner.domain.changes import (
    FieldChange,
    Kept,
    Memory,
    Registration,
    RowOutcome,
    SourceDraft,
    SourceEntry,
    changes,
)
from missionplanner.domain.combining import combine, merge
from missionplanner.domain.companies import Alias, Company
from missionplanner.domain.courtesy_titles import CourtesyTitle
from missionplanner.domain.fingerprints import Salt
from missionplanner.domain.identities import full_name
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.journals import FileImport
from missionplanner.domain.mission import Mission, Sector, SectorStop, Stop
from missionplanner.domain.own_fields import NO_FIELDS, OwnFields
from missionplanner.domain.packed_entries import Entry, opened
from missionplanner.domain.people import OrganisationKind
from missionplanner.exchange.companies import ReadRow
from missionplanner.i18n import _
from missionplanner.jobs.companies.registrations import records
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.imports.change_words import ChangeWords
from missionplanner.jobs.imports.erased_people import KnownErased, LeftOutPerson, leave_out
from missionplanner.jobs.imports.targets import Asked, CompanyTarget, Remembered
from missionplanner.matching.duplicates import Likeness, TraitIndex, Traits, traits
from missionplanner.matching.names import NameIndex
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing

_RECOGNISED = ("email", "phone", "given_name", "family_name")
"""The fields of a person by which a company is recognised."""
LIKELY_RENAMED = 50
"""The likeness (0-100) of a company under a new name: somebody has to decide."""


@dataclass(frozen=True, slots=True)
class KnownMission:
    """The parts of the mission an import needs."""

    mission: Mission
    sectors: list[Sector]
    stops: list[Stop]
    records: dict[int, Registration]
    aliases: list[Alias]
    drafts: dict[int, list[SourceDraft]]
    """Entries of sources, by company."""
    readings: dict[str, str]
    """How the columns of each source were read the last time, as JSON."""
    programmes: list[SectorStop] = field(default_factory=list)
    """The stops at which each sector has a programme."""
    erased: KnownErased | None = None
    """The memory of those who were erased; None where there is none."""
    kinds: list[OrganisationKind] = field(default_factory=list)
    own: OwnFields = NO_FIELDS
    """The fields of the mission's own."""
    titles: list[CourtesyTitle] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RowResult:
    """The outcome of a row of the source."""

    number: int
    """The number of the row in the file."""
    verdict: RowOutcome
    name: str
    """The company's name; empty where the row is rejected."""
    text: str
    """The reason of the outcome in a sentence; may be empty."""
    issues: tuple[Issue, ...]
    entry: Entry | None = None
    """The statements of the row, perhaps packed; None where it is rejected."""
    other: Registration | None = None
    """The company of the mission it is, or looks like."""
    like: Likeness | None = None
    """The company it looks like: a key, or minus the number of a row of the file."""
    kept: tuple[Kept, ...] = ()
    """Values that stay because they were typed since, or because an earlier row says where the company is."""
    changes: tuple[FieldChange, ...] = ()
    """Values of the mission, or of an earlier row, that the row replaces."""
    people: tuple[str, ...] = ()
    """The names of those it adds to the company of an earlier row."""

    @property
    def draft(self) -> SourceEntry | None:
        """The statements of the row; None where it is rejected."""
        return None if self.entry is None else opened(self.entry)


@dataclass(frozen=True, slots=True)
class ImportComparison:
    """The outcome of all rows, and what is to be written."""

    rows: tuple[RowResult, ...]
    targets: tuple[CompanyTarget, ...]
    memories: tuple[Remembered, ...]
    """The statements of the source on companies of the mission; those on new ones are in their targets."""
    aliases: tuple[Alias, ...]
    distinct: tuple[tuple[int, int], ...]
    """Rows and companies that are different although they look alike."""


@dataclass(slots=True)
class _Group:
    """The rows of a file about one company."""

    entry: Entry
    """The statements of its first row, of all of them where duplicates are merged; perhaps packed."""
    first: ReadRow
    key: int
    """The key of the row among those of companies; one object for all that know it, as there may be many."""
    existing: Registration | None = None
    """The company as the mission has it; None for a new one."""
    after: Registration | None = None
    """A company of the mission as it will be; None until all rows are grouped."""
    like: Likeness | None = None
    """The company or row it looks like, under another name."""
    other: Registration | None = None
    """The company of the mission that `like` means; None where it is a row."""
    kept: Sequence[Kept] = ()
    """Values that stay because they were typed since."""

    @property
    def draft(self) -> SourceEntry:
        """The statements of its rows."""
        return opened(self.entry)


@dataclass(frozen=True, slots=True)
class _Twin:
    """A later row about the company of an earlier one."""

    group: _Group
    kept: tuple[Kept, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    people: tuple[str, ...] = ()
    """The names of those it adds."""


def know(store: Store) -> KnownMission:
    """Read what an import needs to know."""
    drafts: dict[int, list[SourceDraft]] = {}
    for draft in store.all(SourceDraft):
        drafts.setdefault(draft.company_id, []).append(draft)
    readings = {one.source: one.reading for one in store.all(FileImport) if one.reading}
    return KnownMission(
        store.mission, store.all(Sector), store.all(Stop), records(store), store.all(Alias), drafts, readings,
        store.all(SectorStop), KnownErased(Salt.of(store.mission.uid), erasing.remembered(store)),
        store.all(OrganisationKind), own_values.fields(store), store.all(CourtesyTitle),
    )  # fmt: skip


def compare(rows: list[ReadRow], known: KnownMission, asked: Asked) -> ImportComparison:
    """Return the outcome of every row, and what accepting it would write; who was erased is left out."""
    left_out: dict[int, tuple[LeftOutPerson, ...]] = {}
    if known.erased:
        rows, left_out = leave_out(rows, known.erased, asked.take)
    return _Comparing(known, asked, left_out).run(rows)


class _Comparing:
    """Compares the rows once, in their order."""

    def __init__(self, known: KnownMission, asked: Asked, left_out: Mapping[int, tuple[LeftOutPerson, ...]]) -> None:
        self._known, self._asked, self._left_out = known, asked, left_out
        self._words = ChangeWords(known.sectors, known.stops, known.kinds, known.own)
        self._side = {k: record for k, record in known.records.items() if record.company.side is asked.side}
        self._names = NameIndex({k: (record.company.name,) for k, record in self._side.items()})
        for alias in known.aliases:
            if alias.company_id in self._side:
                self._names.add(alias.company_id, alias.name)
        self._traits = TraitIndex(self._traits_of)
        for key, record in self._side.items():
            people = tuple({name: getattr(p, name) for name in _RECOGNISED} for p in record.delegates)
            self._traits.add(key, traits(_identifying(record.company), people))
        self._own = NameIndex({})
        self._rows: list[ReadRow] = []
        self._groups: dict[int, _Group] = {}
        self._twins: dict[int, _Twin] = {}
        self._of_company: dict[int, _Group] = {}
        self._aliases: list[Alias] = []
        self._distinct: list[tuple[int, int]] = []

    def run(self, rows: list[ReadRow]) -> ImportComparison:
        """Compare every row."""
        self._rows = rows
        for row in rows:
            if (draft := row.draft) is not None:
                self._group(row, draft)
        # They are large, and nothing is looked for any more.
        self._names = self._own = NameIndex({})
        self._traits = TraitIndex(self._traits_of)
        for group in self._groups.values():
            self._settle(group)
        results = tuple(self._result(row) for row in rows)
        memories = tuple(self._remembered(group, group.existing) for group in self._groups.values() if group.existing)
        return ImportComparison(
            results,
            tuple(self._targets()),
            tuple(m for m in memories if m),
            tuple(self._aliases),
            tuple(self._distinct),
        )

    def _group(self, row: ReadRow, draft: SourceEntry) -> None:
        """Put a row into the group of its company."""
        adds = self._asked.on_duplicate == "add"
        earlier = self._own.same(draft.name)
        if earlier and not adds:
            self._join(row, draft, self._groups[-earlier[0]])
            return
        # Negative, so that the number of a row is not taken for the key of a company.
        group = _Group(row.entry or draft, row, -row.number)
        found = self._names.same(draft.name)
        if earlier:
            self._twins[row.number] = _Twin(self._groups[-earlier[0]])
            found = found[len(earlier) :]  # added once before: each row has its own
        group.existing = self._side[found[0]] if found else None
        if group.existing is None and not earlier and self._suspect(row, draft, group):
            return
        key = group.existing.company.id if group.existing else 0
        if key in self._of_company:
            self._join(row, draft, self._of_company[key])
            return
        if key:
            self._of_company[key] = group
        self._own.add(group.key, draft.name)
        self._groups[row.number] = group

    def _join(self, row: ReadRow, draft: SourceEntry, group: _Group) -> None:
        if self._asked.on_duplicate != "merge":
            self._twins[row.number] = _Twin(group)
            return
        before = group.draft
        found = combine(before, draft, self._asked.take.get(row.number, frozenset()))
        group.entry = found.entry
        added = found.entry.delegates[len(before.delegates) :]
        names = tuple(full_name(person) or str(person.get("email", "")) for person in added)
        self._twins[row.number] = _Twin(group, found.kept, found.changes, names)

    def _suspect(self, row: ReadRow, draft: SourceEntry, group: _Group) -> bool:
        """Find a company the row looks like; return whether it joined an earlier row by the user's answer."""
        mine = traits(draft.company, draft.delegates)
        group.like = self._traits.like(mine) or self._renamed(mine)
        answer = self._asked.answers.get(row.number)
        other = group.like.other if group.like else 0
        if group.like and answer and other < 0:
            self._join(row, draft, self._groups[-other])
            return True
        if other > 0:
            group.other = self._side[other]
        if answer and group.other:
            group.existing = group.other
            # The next import knows the company by this spelling.
            self._aliases.append(Alias(company_id=other, name=draft.name))
        elif answer is False and other > 0:
            self._distinct.append((row.number, other))
        if not answer:
            self._traits.add_row(group.key, mine, keep=not isinstance(row.entry, bytes))
        return False

    def _traits_of(self, number: int) -> Traits:
        """Return the traits of a row of a long file: those are not kept, as few are ever looked at again."""
        draft = self._groups[-number].first.draft
        assert draft is not None
        return traits(draft.company, draft.delegates)

    def _renamed(self, mine: Traits) -> Likeness | None:
        """Return the one company of the mission a row may be under a new name: no row of the file has its own."""
        if not self._side:
            return None
        found = [key for key in self._traits.sharing(mine) if key > 0]
        if len(found) != 1 or found[0] in self._named_in_file:
            return None
        return Likeness(found[0], LIKELY_RENAMED, self._traits.reason(mine, found[0]))

    @cached_property
    def _named_in_file(self) -> frozenset[int]:
        """The companies of the mission that some row of the file names."""
        return frozenset(key for row in self._rows if (one := row.draft) for key in self._names.same(one.name))

    def _settle(self, group: _Group) -> None:
        """Work out the new record of the company."""
        if group.existing is None:
            return
        take = self._asked.take.get(group.first.number, frozenset())
        draft = self._without_implied_stops(group.existing, group.draft)
        group.after, group.kept = merge(group.existing, draft, self._memory_of(group.existing), take)

    def _without_implied_stops(self, record: Registration, draft: SourceEntry) -> SourceEntry:
        """Return the entry without stops where they are only those the company goes to anyway, as exports list them."""
        if record.stops or not draft.stops:
            return draft
        mains = {sector.parent_id or sector.id for sector in self._known.sectors if sector.id in record.sectors}
        implied = {one.stop_id for one in self._known.programmes if one.sector_id in mains}
        implied = implied or {stop.id for stop in self._known.stops}
        return replace(draft, stops=()) if set(draft.stops) == implied else draft

    def _memory_of(self, record: Registration) -> Memory:
        drafts = self._known.drafts.get(record.company.id, [])
        mine: dict[str, Any] = next((json.loads(d.content) for d in drafts if d.source == self._asked.source), {})
        return Memory(mine, tuple(json.loads(d.content) for d in drafts if d.source != self._asked.source))

    def _remembered(self, group: _Group, existing: Registration) -> Remembered | None:
        """Return what the source states of a company of the mission, where it states something else than before."""
        key = existing.company.id
        before = next((d for d in self._known.drafts.get(key, []) if d.source == self._asked.source), None)
        found = Remembered(self._asked.source, group.entry, key, before)
        return None if before and before.content == found.content else found

    def _targets(self) -> Iterable[CompanyTarget]:
        for number, group in self._groups.items():
            if group.existing is None or group.after != group.existing:
                yield CompanyTarget(number, group.entry, self._asked, group.existing, group.after)

    def _result(self, row: ReadRow) -> RowResult:
        draft = row.draft
        if draft is None:
            text = " ".join(issue.text for issue in row.issues if issue.severity is Severity.ERROR)
            return RowResult(row.number, RowOutcome.REJECTED, "", text, row.issues)
        if row.number in self._twins:
            return self._twin_result(row, draft, self._twins[row.number])
        group = self._groups[row.number]
        issues = (*self._still_issues(row, group), *self._remarks(row, group))
        # Which company it is is asked first.
        is_asked = group.like is not None and group.existing is None
        kept = (*group.kept, *(() if is_asked else self._left_out_of(row)))
        found = (group.entry, group.other or group.existing, group.like, kept)
        if group.existing is None:
            text = issues[-1].text if group.like else ""
            return RowResult(row.number, RowOutcome.NEW, draft.name, text, issues, *found)
        assert group.after is not None
        differ = tuple(changes(group.existing, group.after))
        verdict = RowOutcome.CHANGED if differ else RowOutcome.SAME
        return RowResult(row.number, verdict, draft.name, self._words.of_changes(differ), issues, *found, differ)

    def _twin_result(self, row: ReadRow, draft: SourceEntry, twin: _Twin) -> RowResult:
        """Return the result of a later row: what it says otherwise than the earlier is reported."""
        number = twin.group.first.number
        text = _("The same company as row {row}.").format(row=number)
        if twin.people:
            text = _("{people}: of the company of row {row}.").format(people=", ".join(twin.people), row=number)
        issues = (
            *self._with_left_out(row),
            *self._words.of_later_row(row.number, number, twin.kept, twin.changes),
        )
        return RowResult(
            row.number,
            RowOutcome.DUPLICATE,
            draft.name,
            text,
            issues,
            row.entry,
            kept=(*twin.kept, *self._left_out_of(row)),
            changes=twin.changes,
            people=twin.people,
        )

    def _left_out_of(self, row: ReadRow) -> Iterable[Kept]:
        return (one.kept for one in self._left_out.get(row.number, ()))

    def _with_left_out(self, row: ReadRow) -> tuple[Issue, ...]:
        """Return the issues of a row with those who were left out of it."""
        return (*row.issues, *(one.issue(row.number) for one in self._left_out.get(row.number, ())))

    def _still_issues(self, row: ReadRow, group: _Group) -> tuple[Issue, ...]:
        """Return the issues of a row without that it was cancelled, where the mission says so too."""
        known = group.existing is not None and group.existing.application.status in (Status.WITHDRAWN, Status.DECLINED)
        return tuple(issue for issue in self._with_left_out(row) if not (known and issue.code == "cancelled"))

    def _remarks(self, row: ReadRow, group: _Group) -> Iterable[Issue]:
        yield from self._words.of_kept(row.number, group.kept)
        if group.like and group.existing is None:
            other = group.like.other
            name = self._side[other].company.name if other > 0 else self._groups[-other].draft.name
            text = _("It looks like “{name}” ({reason}); it is taken as another company.").format(
                name=name, reason=group.like.reason
            )
            yield Issue("looks_like", text, Severity.WARNING, row.number, value=group.draft.name)


def _identifying(company: Company) -> dict[str, Any]:
    names = ("name", "website", "phone", "registration_number")
    return {name: getattr(company, name) for name in names}
