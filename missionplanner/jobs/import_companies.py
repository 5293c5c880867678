"""Bringing a registration file in: analysed first, shown, then written as one step."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from missionplanner.domain.applications import Application
from missionplanner.domain.changes import Draft, Record, Verdict, apply, changed_fields, combine
from missionplanner.domain.companies import Company, Delegate, Side
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.journals import FileImport
from missionplanner.domain.mission import Mission, Sector, Stop
from missionplanner.exchange import columns, companies, fields, files, tables
from missionplanner.exchange.columns import Table
from missionplanner.exchange.companies import ReadRow
from missionplanner.exchange.files import Row
from missionplanner.i18n import _
from missionplanner.jobs.job import Job
from missionplanner.jobs.registrations import add, records, save
from missionplanner.matching.names import NameIndex
from missionplanner.progress import Progress
from missionplanner.store import backups
from missionplanner.store.database import user_name
from missionplanner.store.store import Store

ON_DUPLICATE = ("merge", "skip", "add")


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a file is to be read. mapping: heading to field, over what was guessed."""

    source: Path
    side: Side
    sheet: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    on_duplicate: str = "merge"


@dataclass(frozen=True, slots=True)
class RowResult:
    """What a row of the source comes to, with everything that is to be said about it."""

    number: int
    verdict: Verdict
    name: str
    text: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """One company to be written: the record before (None for a new one) and after."""

    before: Record | None
    after: Record


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything an import would do; nothing is written yet."""

    options: ImportOptions
    table: Table
    sheets: tuple[str, ...]
    rows: tuple[RowResult, ...]
    targets: tuple[Target, ...]
    digest: str

    def count(self, verdict: Verdict) -> int:
        """How many rows come to this."""
        return sum(1 for row in self.rows if row.verdict is verdict)

    @property
    def issues(self) -> list[Issue]:
        """Everything to be said, in the order of rows."""
        return [issue for row in self.rows for issue in row.issues]

    @property
    def not_imported(self) -> list[str]:
        """Headings of columns that hold something but are not imported."""
        return companies.not_imported(self.table)


@dataclass(frozen=True, slots=True)
class _Known:
    """What of the mission an import needs to know."""

    mission: Mission
    sectors: list[Sector]
    stops: list[Stop]
    records: dict[int, Record]


@dataclass(slots=True)
class _Group:
    """The rows of a file about one company."""

    draft: Draft
    first: ReadRow
    existing: Record | None
    like: str = ""


def targets() -> list[tuple[str, str]]:
    """What a column can be imported as: the field's name and its label in the language of the screen."""
    return [(one.name, _(one.label)) for one in fields.FIELDS]


def analyse(options: ImportOptions) -> Job[_Known, ImportPlan]:
    """The job that works out what importing the file would do."""

    def work(known: _Known, progress: Progress) -> ImportPlan:
        progress.report(0.05, _("Reading {name}").format(name=options.source.name))
        sheets = files.read(options.source)
        context = companies.context(known.mission, options.side, known.sectors, known.stops)
        table = companies.marked(columns.choose(sheets, options.sheet), context)
        table = columns.correct(table, options.mapping)
        progress.report(0.4, _("Understanding the rows"))
        rows = companies.read(table, context)
        progress.report(0.7, _("Comparing with the mission"))
        results, targets = _compare(rows, known, options)
        digest = hashlib.sha256(options.source.read_bytes()).hexdigest()
        return ImportPlan(options, table, tuple(sheet.name for sheet in sheets), results, targets, digest)

    return Job(_("Analysing {name}").format(name=options.source.name), _know, work)


def accept(store: Store, plan: ImportPlan) -> None:
    """Write the plan as one undoable step, after a backup, and note it in the journal of imports."""
    name = plan.options.source.name
    backups.keep(store)
    with store.change(_("Import {name}").format(name=name)) as change:
        for target in plan.targets:
            if target.before is None:
                add(change, target.after)
            else:
                save(store, change, target.before, target.after)
    store.record(journal_entry(plan))


def journal_entry(plan: ImportPlan) -> FileImport:
    """What the journal of imports keeps of it."""
    return FileImport(
        file_name=plan.options.source.name, kind=f"companies:{plan.options.side}", digest=plan.digest,
        read=len(plan.rows), new=plan.count(Verdict.NEW), changed=plan.count(Verdict.CHANGED),
        same=plan.count(Verdict.SAME), duplicates=plan.count(Verdict.DUPLICATE), rejected=plan.count(Verdict.REJECTED),
        imported_at=datetime.now(UTC), imported_by=user_name(),
    )  # fmt: skip


def save_rejects(plan: ImportPlan, target: Path) -> int:
    """Write the rejected rows as they came, each with its number and reason, as csv; returns how many."""
    reasons = {row.number: row.text for row in plan.rows if row.verdict is Verdict.REJECTED}
    rows = [row for row in plan.table.rows if row.number in reasons]
    headings = [_("Row"), *(column.heading for column in plan.table.columns), _("Reason")]
    width = len(plan.table.columns)
    lines = [[str(row.number), *_padded(row, width), reasons[row.number]] for row in rows]
    tables.write_csv(target, headings, lines)
    return len(lines)


def _padded(row: Row, width: int) -> list[str]:
    return [*row.cells[:width], *([""] * (width - len(row.cells)))]


def _know(store: Store) -> _Known:
    return _Known(store.mission, store.all(Sector), store.all(Stop), records(store))


def _compare(
    rows: list[ReadRow], known: _Known, options: ImportOptions
) -> tuple[tuple[RowResult, ...], tuple[Target, ...]]:
    side = {k: record for k, record in known.records.items() if record.company.side is options.side}
    index = NameIndex({k: (record.company.name,) for k, record in side.items()})
    groups: dict[int, _Group] = {}
    place_of: dict[int, _Group] = {}
    own = NameIndex({})
    twins: dict[int, _Group] = {}
    for row in rows:
        if row.draft is None:
            continue
        earlier = own.same(row.draft.name)
        if earlier and options.on_duplicate != "add":
            group = place_of[earlier[0]]
            if options.on_duplicate == "merge":
                group.draft = combine(group.draft, row.draft)
            twins[row.number] = group
            continue
        group = _Group(row.draft, row, _existing(index, side, row.draft))
        if group.existing is None and (like := index.like(row.draft.name) or own.like(row.draft.name)):
            group.like = side[like[0]].company.name if like[0] in side else place_of[like[0]].draft.name
        if earlier:
            twins[row.number] = place_of[earlier[0]]
            group.existing = None
        own.add(-row.number, row.draft.name)
        place_of[-row.number] = group
        groups[row.number] = group
    results = tuple(_result(row, groups, twins) for row in rows)
    return results, tuple(_targets(groups.values(), options))


def _existing(index: NameIndex, side: Mapping[int, Record], draft: Draft) -> Record | None:
    found = index.same(draft.name)
    return side[found[0]] if found else None


def _result(row: ReadRow, groups: Mapping[int, _Group], twins: Mapping[int, _Group]) -> RowResult:
    if row.draft is None:
        text = " ".join(issue.text for issue in row.issues if issue.severity is Severity.ERROR)
        return RowResult(row.number, Verdict.REJECTED, "", text, row.issues)
    if row.number in twins:
        first = twins[row.number].first
        text = _("The same company as row {row}.").format(row=first.number)
        return RowResult(row.number, Verdict.DUPLICATE, row.draft.name, text, row.issues)
    group = groups[row.number]
    issues = row.issues + _looks_like(row, group)
    if group.existing is None:
        return RowResult(row.number, Verdict.NEW, row.draft.name, group.like and issues[-1].text, issues)
    changed = changed_fields(group.existing, apply(group.existing, group.draft))
    verdict = Verdict.CHANGED if changed else Verdict.SAME
    text = _("Changes {fields}.").format(fields=", ".join(changed)) if changed else ""
    return RowResult(row.number, verdict, row.draft.name, text, issues)


def _looks_like(row: ReadRow, group: _Group) -> tuple[Issue, ...]:
    if not group.like:
        return ()
    text = _("It looks like “{name}”; it is taken as another company.").format(name=group.like)
    return (Issue("looks_like", text, Severity.WARNING, row.number, value=group.draft.name),)


def _targets(groups: Iterable[_Group], options: ImportOptions) -> Iterable[Target]:
    for group in groups:
        draft = group.draft
        if group.existing is None:
            yield Target(None, _new(draft, options))
        else:
            after = apply(group.existing, draft)
            if after != group.existing:
                yield Target(group.existing, after)


def _new(draft: Draft, options: ImportOptions) -> Record:
    return Record(
        company=Company(side=options.side, **draft.company),
        application=Application(company_id=0, received=draft.received, source=options.source.name),
        sectors=draft.sectors,
        stops=tuple(sorted(draft.stops)),
        offers=draft.offers,
        seeks=draft.seeks,
        delegates=tuple(Delegate(company_id=0, **person) for person in draft.delegates),
    )
