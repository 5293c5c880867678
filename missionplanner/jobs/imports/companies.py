"""Imports of registration files: analysed first, shown, then written as one step."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from missionplanner.domain.changes import RowOutcome, SourceDraft
from missionplanner.domain.companies import Alias, Distinction, Side
from missionplanner.domain.issues import Issue
from missionplanner.domain.journals import FileImport
from missionplanner.exchange import (
    boxes,
    choices,
    columns,
    companies,
    fields,
    files,
    listed_columns,
    sheets,
    spreadsheets,
)
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.files import Source, SourceSheet
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import _
from missionplanner.jobs.companies.registrations import add_entries, save
from missionplanner.jobs.imports.comparison import (
    ImportComparison,
    KnownMission,
    RowResult,
    know,
)
from missionplanner.jobs.imports.sides import compare_by_side, of_other_side
from missionplanner.jobs.imports.targets import Asked, CompanyTarget, Remembered, new_fields
from missionplanner.jobs.job import Job, without_collection
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.change import Change
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from missionplanner.user import user_name

ALL_SHEETS = sheets.ALL
"""The sheet to choose to read all sheets of one layout."""
ON_DUPLICATE = ("merge", "skip", "add")
"""The ways to treat later rows of a company."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a file is to be read, and the decisions about its rows."""

    source: Path
    side: Side
    sheet: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Fields by heading, where another than the guessed one is meant."""
    on_duplicate: str = "merge"
    """One of ON_DUPLICATE."""
    header: int = 0
    """The number of the heading row, 0 to find it."""
    encoding: str = ""
    pasted: str = ""
    """A block copied from a spreadsheet, read instead of the file."""
    answers: Mapping[int, bool] = field(default_factory=dict)
    """Whether a row (by number) is the company it looks like."""
    take: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """The fields of a row (by number) to be taken although somebody typed something else since."""
    afresh: bool = False
    """Whether to guess the columns although the same form was imported before."""
    decided: Mapping[int, str] = field(default_factory=dict)
    """Fields by the place of a column from 0, as they were decided in the window; they go before those by heading."""
    first: int = 0
    """How many rows of each sheet are read, 0 for all of them."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The outcome of an analysis; nothing is written yet."""

    options: ImportOptions
    """The options with which it was analysed."""
    table: SourceTable
    sheets: tuple[str, ...]
    """The names of the sheets to choose from."""
    encodings: tuple[str, ...]
    """The encodings to choose from; empty where there is no doubt."""
    comparison: ImportComparison
    digest: str
    """The hash of the file, by which the journal knows it again."""
    source: str
    """The form: the hash of its headings and side."""
    remembered: bool
    """Whether the columns are read as the last time."""
    file_name: str
    """The name of the file, without the names of people who were erased."""
    findings: tuple[Issue, ...] = ()
    """Faults of the file, and of rows that are none of its registrations."""

    @property
    def rows(self) -> tuple[RowResult, ...]:
        """The outcome of every row, in the order of the file."""
        return self.comparison.rows

    @property
    def targets(self) -> tuple[CompanyTarget, ...]:
        """The companies to be written."""
        return self.comparison.targets

    def count(self, verdict: RowOutcome) -> int:
        """Return how many rows have this outcome."""
        return sum(1 for row in self.rows if row.verdict is verdict)

    @property
    def issues(self) -> list[Issue]:
        """All issues: those of the file, then those of its rows in their order."""
        return [*self.findings, *(issue for row in self.rows for issue in row.issues)]

    @property
    def not_imported(self) -> list[str]:
        """Headings of columns that hold something but are not imported."""
        return companies.not_imported(self.table)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A table as it was read, with the form (source) it comes from."""

    table: SourceTable
    source: str
    remembered: bool


def analyse(options: ImportOptions) -> Job[KnownMission, ImportPlan]:
    """Return the job that works out what importing the file would do."""

    def work(known: KnownMission, progress: Progress) -> ImportPlan:
        with without_collection():
            return read_and_compare(known, progress)

    def read_and_compare(known: KnownMission, progress: Progress) -> ImportPlan:
        progress.report(0.05, _("Reading {name}").format(name=options.source.name))
        source = _load(options)
        digest, encodings = hashlib.sha256(source.content).hexdigest(), tuple(files.encodings(source))
        everything = files.read(source, options.encoding, options.first)
        del source  # the file is read: of a long one only what was made of it is kept
        if options.first:
            everything = [replace(sheet, rows=sheet.rows[: options.first]) for sheet in everything]
        offered = sheets.offered(everything, options.sheet)
        context = companies.context(known.mission, options.side, known.sectors, known.stops, known.kinds)
        reading = _reading(offered, options, known)
        table = listed_columns.with_kind(boxes.marked(reading.table, context), context.kinds)
        progress.report(0.3, _("Understanding the rows"))
        findings = [
            *sheets.left_out(everything, table),
            *of_other_side(table, options.side),
            *_findings(offered, table),
        ]
        file_name = known.erased.without(options.source.name) if known.erased else options.source.name
        asked = Asked(options.side, options.on_duplicate, reading.source, file_name, options.answers, options.take)
        comparison = compare_by_side(table, known, asked, findings, lambda side: _source_of(reading.table, side))
        names = _sheet_names(everything, table)
        numbers = {row.number for row in table.rows} if findings else set()
        general = tuple(issue for issue in findings if issue.row not in numbers)
        return ImportPlan(
            options, table, names, encodings, comparison, digest, reading.source, reading.remembered, file_name, general
        )

    return Job(_("Analysing {name}").format(name=options.source.name), know, work)


def first_look(options: ImportOptions) -> list[Job[KnownMission, ImportPlan]]:
    """Return the job that analyses the first rows of a file, where all of it takes long; otherwise none."""
    size = len(options.pasted) or (options.source.stat().st_size if options.source.is_file() else 0)
    return [analyse(replace(options, first=FIRST_ROWS))] if size > _LONG else []


_LONG = 300_000
"""Bytes of a file that takes longer than a second."""
FIRST_ROWS = 200
"""Rows of a long file that are shown while the others are read."""


def accept(store: Store, plan: ImportPlan) -> None:
    """Write the plan as one step, after a backup, and note it in the journal of imports."""
    name = plan.file_name
    backups.keep(store)
    with without_collection(), store.change(message("Import {name}", name=name)) as change:
        new = [target for target in plan.targets if target.before is None]
        keys = add_entries(change, [target.draft for target in new], [new_fields(t.draft, t.asked) for t in new])
        for target in plan.targets:
            if target.before is not None and target.after != target.before:
                save(store, change, target.before, target.after)
        _remember(change, plan, {target.row: key for target, key in zip(new, keys, strict=True)})
        # Outside undo: the file was imported, even where its import is taken back.
        change.record(journal_entry(plan))


def journal_entry(plan: ImportPlan) -> FileImport:
    """Return the entry of the journal of imports, with how the columns were read."""
    return FileImport(
        file_name=plan.file_name,
        kind=f"companies:{plan.options.side}",
        digest=plan.digest,
        read=len(plan.rows),
        new=plan.count(RowOutcome.NEW),
        changed=plan.count(RowOutcome.CHANGED),
        same=plan.count(RowOutcome.SAME),
        duplicates=plan.count(RowOutcome.DUPLICATE),
        rejected=plan.count(RowOutcome.REJECTED),
        imported_at=datetime.now(UTC),
        imported_by=user_name(),
        source=plan.source,
        reading=json.dumps(columns.reading(plan.table), ensure_ascii=False),
    )


def save_rejects(plan: ImportPlan, target: Path) -> int:
    """Write the rejected rows as they came, each with its number and reason, as csv; return how many."""
    reasons = {row.number: row.text for row in plan.rows if row.verdict is RowOutcome.REJECTED}
    return write_rejects(plan.table, reasons, target)


def write_rejects(table: SourceTable, reasons: Mapping[int, str], target: Path) -> int:
    """Write the rows of a table that have reasons, by their numbers, as they came, as csv; return how many."""
    rows = [row for row in table.rows if row.number in reasons]
    headings = [_("Row"), *(column.heading for column in table.columns), _("Reason")]
    width = len(table.columns)
    lines = [[str(row.number), *_padded(row, width), reasons[row.number]] for row in rows]
    spreadsheets.write_csv(target, headings, lines)
    return len(lines)


def _padded(row: Row, width: int) -> list[str]:
    return [*row.cells[:width], *([""] * (width - len(row.cells)))]


def _load(options: ImportOptions) -> Source:
    if options.pasted:
        # With the mark of UTF-8, so that no encoding is guessed.
        return Source(options.source.name, b"\xef\xbb\xbf" + options.pasted.encode("utf-8", "replace"))
    return files.load(options.source)


def _reading(offered: list[SourceSheet], options: ImportOptions, known: KnownMission) -> _Reading:
    """Return the table as the user chose, else as it was read the last time, else as it is guessed."""
    before = None if options.afresh or options.header else _seen_before(offered, options, known)
    if before is not None:
        table, reading = before
        table = columns.read_as_before(table, reading)
    else:
        chosen = choices.MissionChoices(choices.of_sectors(known.sectors), choices.of_stops(known.stops))
        table = columns.choose(offered, options.sheet, options.header, chosen)
    source = _source_of(table, options.side)
    table = columns.decided(columns.correct(table, options.mapping), options.decided)
    return _Reading(table, source, before is not None)


def _sheet_names(everything: list[SourceSheet], table: SourceTable) -> tuple[str, ...]:
    """Return the names of the sheets to choose from, and that of all of one layout where there are several."""
    names = [sheet.name for sheet in everything if not sheet.hidden or sheet.name == table.sheet]
    several = table.sheet == sheets.ALL or sheets.has_others(everything, table)
    return tuple([*names, sheets.ALL] if several and sheets.ALL not in names else names)


def _findings(of: list[SourceSheet], table: SourceTable) -> list[Issue]:
    """Return what was noticed while the sheet of the table was read."""
    return [issue for sheet in of if sheet.name == table.sheet for issue in sheet.findings]


def _seen_before(
    offered: list[SourceSheet], options: ImportOptions, known: KnownMission
) -> tuple[SourceTable, list[list[str]]] | None:
    """Return the table with the headings of an earlier import, and how its columns were read then."""
    if not known.readings:
        return None
    for sheet in offered:
        if options.sheet and sheet.name != options.sheet:
            continue
        for place, row in enumerate(sheet.rows[:40]):
            if row.filled < 2:
                continue
            headings = columns.headings_at(sheet, place)
            if reading := known.readings.get(_digest(headings, options.side)):
                return columns.table_at(sheet, place), json.loads(reading)
    return None


def _source_of(table: SourceTable, side: Side) -> str:
    """Return the identity of the form a table comes from."""
    return _digest([column.heading for column in table.columns], side)


def _digest(headings: Sequence[str], side: Side) -> str:
    """Return the identity of a form: the digest of its side and headings."""
    text = "\n".join(fields.normal_heading(heading) for heading in headings if heading.strip())
    return hashlib.sha256(f"{side.value}\n{text}".encode("utf-8", "replace")).hexdigest()[:20]


def _remember(change: Change, plan: ImportPlan, keys: Mapping[int, int]) -> None:
    """Store the entries of the source, other spellings of known companies, and pairs that are different."""
    new = (Remembered(t.asked.source, t.entry, keys[t.row]) for t in plan.targets if t.row in keys)
    fresh = [*new, *(memory for memory in plan.comparison.memories if not memory.before)]
    change.insert_columns(
        SourceDraft,
        company_id=[memory.company_id for memory in fresh],
        source=[memory.source for memory in fresh],
        content=[memory.content for memory in fresh],
    )
    for memory in plan.comparison.memories:
        if memory.before:
            change.update(replace(memory.before, content=memory.content))
    change.insert_all(Alias(company_id=a.company_id, name=a.name) for a in plan.comparison.aliases)
    pairs = [(keys[row], other) for row, other in plan.comparison.distinct if row in keys]
    change.insert_all(Distinction(company_id=key, other_id=other) for key, other in pairs)
