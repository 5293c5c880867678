"""Imports of lists of people, with an organisation, several or none: analysed first, then written as one step."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Side
from missionplanner.domain.fingerprints import Salt
from missionplanner.domain.identities import IDENTITY, matched
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.journals import FileImport
from missionplanner.domain.people import Membership, Person, Role
from missionplanner.exchange import choices, columns, companies, files, participants, sheets
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.participants import ParticipantRow
from missionplanner.exchange.reader import Context
from missionplanner.i18n import _
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.imports.erased_people import KnownErased, left_out
from missionplanner.jobs.imports.requests import CompanyNames, KnownCompanies, known_companies
from missionplanner.jobs.job import Job
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, erasing
from missionplanner.user import user_name


@dataclass(frozen=True, slots=True)
class PeopleOptions:
    """How a list of people is to be read."""

    source: Path
    side: Side = Side.DELEGATION
    """The side of people without an organisation."""
    sheet: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Fields by heading, where another than the guessed one is meant."""
    chosen: frozenset[str] = frozenset()
    """NAMESAKES where everybody who only has the name of one who was erased is taken."""


@dataclass(frozen=True, slots=True)
class PersonTarget:
    """A person to be written, with the organisations to be added; without a key, somebody new."""

    person: Person
    organisations: tuple[int, ...]
    """Keys of those they represent besides the main one."""
    role_id: int | None


@dataclass(frozen=True, slots=True)
class PersonResult:
    """The outcome of a row."""

    number: int
    name: str
    verdict: RowOutcome
    issues: tuple[Issue, ...]

    @property
    def text(self) -> str:
        """The problems of the row, in sentences."""
        return " ".join(issue.text for issue in self.issues)


@dataclass(frozen=True, slots=True)
class PeoplePlan:
    """The outcome of an analysis; nothing is written yet."""

    options: PeopleOptions
    table: SourceTable
    rows: tuple[PersonResult, ...]
    targets: tuple[PersonTarget, ...]
    digest: str
    findings: tuple[Issue, ...]
    """Faults of the file."""

    def count(self, verdict: RowOutcome) -> int:
        """Return how many rows have this outcome."""
        return sum(1 for row in self.rows if row.verdict is verdict)

    @property
    def not_imported(self) -> list[str]:
        """Headings of columns that hold something but are not imported."""
        return companies.not_imported(self.table)

    @property
    def rejected(self) -> list[PersonResult]:
        """The rows that name nobody."""
        return [row for row in self.rows if row.verdict is RowOutcome.REJECTED]

    @property
    def issues(self) -> list[Issue]:
        """All issues: those of the file, then those of its rows in their order."""
        return [*self.findings, *(issue for row in self.rows for issue in row.issues)]


@dataclass(frozen=True, slots=True)
class _Known:
    companies: KnownCompanies
    people: list[Person]
    memberships: list[Membership]
    roles: list[Role]
    context: Context
    erased: KnownErased


def analyse(options: PeopleOptions) -> Job[_Known, PeoplePlan]:
    """Return the job that works out what importing the people would do."""

    def read(store: Store) -> _Known:
        context = companies.context(store.mission, options.side, [], [])
        erased = KnownErased(Salt.of(store.mission.uid), erasing.remembered(store))
        records = store.all(Person), store.all(Membership), store.all(Role)
        return _Known(known_companies(store), *records, context, erased)

    def work(known: _Known, progress: Progress) -> PeoplePlan:
        progress.report(0.1, _("Reading {name}").format(name=options.source.name))
        source = files.load(options.source)
        everything = files.read(source)
        offered = sheets.offered(everything, options.sheet)
        table = columns.correct(columns.choose(offered, options.sheet), options.mapping)
        progress.report(0.5, _("Finding the people"))
        found = participants.read(table, known.context, choices.of_titled(known.roles))
        comparing = _Comparing(known, options)
        results = tuple(comparing.result(row) for row in found)
        findings = (*sheets.left_out(everything, table), *_above(everything, table))
        digest = hashlib.sha256(source.content).hexdigest()
        return PeoplePlan(options, table, results, tuple(comparing.targets.values()), digest, findings)

    return Job(_("Analysing {name}").format(name=options.source.name), read, work)


def _above(everything: Iterable[SourceSheet], table: SourceTable) -> Iterator[Issue]:
    """Report the rows above the headings that could be people: they are not read."""
    for sheet in everything:
        rows = [row for row in sheet.rows if row.number < table.header and row.filled > 1]
        if sheet.name == table.sheet and rows:
            text = _("Rows above the headings in row {row} are not read: {rows}.")
            numbers = ", ".join(str(row.number) for row in rows)
            yield Issue("above_headings", text.format(row=table.header, rows=numbers), Severity.WARNING)


def accept(store: Store, plan: PeoplePlan) -> None:
    """Write the plan as one step, after a backup, and note it in the journal of imports."""
    backups.keep(store)
    with store.change(message("Import {name}", name=plan.options.source.name)) as change:
        for target in plan.targets:
            if target.person.id:
                change.update(target.person)
            key = target.person.id or change.insert(target.person)
            change.insert_all(
                Membership(person_id=key, company_id=company, role_id=target.role_id)
                for company in target.organisations
            )
        change.record(_journal_entry(plan))


def _journal_entry(plan: PeoplePlan) -> FileImport:
    """Return the entry of the journal of imports."""
    return FileImport(
        file_name=plan.options.source.name,
        kind="people",
        digest=plan.digest,
        read=len(plan.rows),
        new=plan.count(RowOutcome.NEW),
        changed=plan.count(RowOutcome.CHANGED),
        same=plan.count(RowOutcome.SAME),
        duplicates=plan.count(RowOutcome.DUPLICATE),
        rejected=plan.count(RowOutcome.REJECTED),
        imported_at=datetime.now(UTC),
        imported_by=user_name(),
    )


class _Comparing:
    """Compares one row after the other with the people of the mission and those of the rows before."""

    def __init__(self, known: _Known, options: PeopleOptions) -> None:
        self.targets: dict[int, PersonTarget] = {}
        """By the key of the person; those who are new have made-up keys below 0."""
        self._options, self._erased = options, known.erased
        self._names = CompanyNames(known.companies, {})
        self._people = {person.id: person for person in known.people}
        self._of = {person.id: [person.company_id] if person.company_id else [] for person in known.people}
        for row in known.memberships:
            self._of[row.person_id].append(row.company_id)

    def result(self, row: ParticipantRow) -> PersonResult:
        """Return the outcome of a row, and note what is to be written of it."""
        issues = list(row.issues)
        keys, lost = self._organisations(row, issues)
        people = [one for one in row.people if not self._is_left_out(one, row, issues)]
        verdicts = [self._take(row, dict(one), keys, lost, issues) for one in people]
        order = (RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.DUPLICATE, RowOutcome.SAME)
        verdict = next((one for one in order if one in verdicts), RowOutcome.REJECTED)
        name = next((_name(one) for one in row.people), "")
        return PersonResult(row.row.number, name, verdict, tuple(issues))

    def _is_left_out(self, person: Mapping[str, Any], row: ParticipantRow, issues: list[Issue]) -> bool:
        out = left_out(person, self._erased, self._options.chosen)
        if out:
            issues.append(out.issue(row.row.number))
        return out is not None

    def _organisations(self, row: ParticipantRow, issues: list[Issue]) -> tuple[list[int], list[str]]:
        keys: list[int] = []
        lost: list[str] = []
        for name in row.organisations:
            found = self._names.find(name, None)
            if isinstance(found, int):
                keys.append(found)
                continue
            lost.append(name)
            text = _("{reason} It is kept with the position.").format(reason=found)
            issues.append(Issue("unknown_company", text, Severity.WARNING, row.row.number, value=name))
        return list(dict.fromkeys(keys)), lost

    def _take(
        self, row: ParticipantRow, said: dict[str, Any], keys: list[int], lost: list[str], issues: list[Issue]
    ) -> RowOutcome:
        if lost:
            said["position"] = ", ".join(filter(None, (said.get("position", ""), *lost)))
        key = self._same(said, keys)
        if key is None:
            return self._add(said, keys, row.role_id)
        before = self._people[key]
        person, kept = _filled(before, {**said, **({"role_id": row.role_id} if row.role_id else {})})
        new = [company for company in keys if company not in self._of[key]]
        if person.company_id is None and new:
            person = replace(person, company_id=new.pop(0))
        for name, theirs in kept.items():
            text = _("{person}: {field} stays “{ours}”; the file says “{theirs}”.").format(
                person=_name(said), field=label(name), ours=getattr(before, name), theirs=theirs
            )
            issues.append(Issue("kept", text, Severity.WARNING, row.row.number, value=str(theirs)))
        self._note(key, person, new, row.role_id)
        if person == before and not new:
            return RowOutcome.DUPLICATE if key < 0 else RowOutcome.SAME
        return RowOutcome.DUPLICATE if key < 0 else RowOutcome.CHANGED

    def _add(self, said: dict[str, Any], keys: list[int], role_id: int | None) -> RowOutcome:
        key = min(0, *self._people, 0) - 1
        main = keys[0] if keys else None
        person = Person(company_id=main, role_id=role_id, side=self._options.side, **said)
        self._of[key] = [main] if main else []
        self._note(key, person, keys[1:], role_id)
        return RowOutcome.NEW

    def _note(self, key: int, person: Person, new: list[int], role_id: int | None) -> None:
        before = self.targets[key].organisations if key in self.targets else ()
        main = [person.company_id] if person.company_id else []
        self._people[key] = person
        self._of[key] = list(dict.fromkeys([*main, *self._of[key], *new]))
        if person.id == 0 or new or key not in self.targets:
            self.targets[key] = PersonTarget(person, (*before, *new), role_id)

    def _same(self, said: dict[str, Any], organisations: Collection[int]) -> int | None:
        """Return the key of the same person, by name first, then by address; of one name elsewhere it is another."""
        known = [key for key in self._people if self._may_be(key, said, organisations)]
        stated = [{name: getattr(self._people[key], name) for name in IDENTITY} for key in known]
        ((_person, place),) = matched([said], stated)
        return known[place] if place is not None else None

    def _may_be(self, key: int, said: dict[str, Any], organisations: Collection[int]) -> bool:
        """Whether the organisations and addresses of two people leave it possible that they are one."""
        person, theirs, address = self._people[key], self._of[key], str(said.get("email") or "").casefold()
        if address and address == person.email.casefold():
            return True
        if set(theirs) & set(organisations):
            return True
        return not (theirs and organisations) and not (address and person.email)


def _filled(person: Person, said: Mapping[str, Any]) -> tuple[Person, dict[str, Any]]:
    """Return a person with what was empty filled, and the values that stay although the file says others."""
    empty = {name: value for name, value in said.items() if not getattr(person, name)}
    others = {name: value for name, value in said.items() if name not in empty and getattr(person, name) != value}
    return replace(person, **empty), others


def _name(said: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (said.get("given_name"), said.get("family_name")))) or str(said.get("email", ""))
