"""The reading of a file of companies or people: its table, how its columns are understood, and what is kept of it."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Side
from missionplanner.domain.issues import Issue
from missionplanner.domain.journals import FileImport
from missionplanner.errors import UserError
from missionplanner.exchange import columns, fields, files, filled_forms, form_columns, sheets, spreadsheets
from missionplanner.exchange.choices import MissionChoices
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.files import Source, SourceSheet
from missionplanner.exchange.filled_forms import KnownForms
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import _
from missionplanner.user import user_name

ALL_SHEETS = sheets.ALL
"""The sheet to choose to read all sheets of one layout."""
ON_DUPLICATE = ("merge", "skip", "add")
"""The ways to treat later rows of a company."""
LONG = 300_000
"""Bytes of a file that takes longer than a second."""
FIRST_ROWS = 200
"""Rows of a long file that are shown while the others are read."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a file is to be read, and the decisions about its rows."""

    source: Path
    side: Side
    """Of its companies, or of its people without one."""
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
    """Whether a row (by number) is the company or person it looks like."""
    take: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """The fields of a row (by number) to be taken although somebody typed something else since."""
    named: Mapping[str, int] = field(default_factory=dict)
    """Companies by the names written for them, where the user said which is meant."""
    afresh: bool = False
    """Whether to guess the columns although the same form was imported before."""
    decided: Mapping[int, str] = field(default_factory=dict)
    """Fields by the place of a column from 0, as they were decided in the window; they go before those by heading."""
    first: int = 0
    """How many rows of each sheet are read, 0 for all of them."""
    keep_unknown: bool = False
    """Whether every column that would be lost becomes a field of the mission's own."""
    sectors: Mapping[str, str] = field(default_factory=dict)
    """The code or name of the sector each of these names in the file stands for; one the mission has not is made."""
    more: tuple[Path, ...] = ()
    """Further files that are read with it: filled forms."""

    @property
    def size(self) -> int:
        """How many bytes are to be read."""
        if self.pasted:
            return len(self.pasted)
        return sum(one.stat().st_size for one in (self.source, *self.more) if one.is_file())


@dataclass(frozen=True, slots=True)
class SourceForms:
    """The forms of a kind, by which a file is known again."""

    kind: str
    """Part of the identity of a form: a side, or "people"."""
    fields: Collection[str]
    """Those its columns may feed."""
    readings: Mapping[str, str]
    """How the columns of each form were read the last time, as JSON."""
    choices: MissionChoices
    forms: KnownForms | None = None
    """The forms the mission made itself; None for what they are not about."""

    def identity(self, headings: Sequence[str]) -> str:
        """Return the identity of a form: the digest of its kind and headings."""
        text = "\n".join(fields.normal_heading(heading) for heading in headings if heading.strip())
        return hashlib.sha256(f"{self.kind}\n{text}".encode("utf-8", "replace")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as it was read."""

    name: str
    """Its name, without the names of people who were erased."""
    everything: tuple[SourceSheet, ...]
    """All its sheets."""
    offered: tuple[SourceSheet, ...]
    """The sheets the table was chosen from."""
    table: SourceTable
    encodings: tuple[str, ...]
    """The encodings to choose from; empty where there is no doubt."""
    digest: str
    """The hash of the file, by which the journal knows it again."""
    source: str
    """The form: the hash of its headings and kind."""
    remembered: bool
    """Whether the columns are read as the last time."""

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets to choose from, and that of all of one layout where there are several."""
        names = [sheet.name for sheet in self.everything if not sheet.hidden or sheet.name == self.table.sheet]
        several = self.table.sheet == sheets.ALL or sheets.has_others(self.everything, self.table)
        return tuple([*names, sheets.ALL] if several and sheets.ALL not in names else names)

    @property
    def findings(self) -> list[Issue]:
        """The faults that were noticed while the sheet of the table was read."""
        found = [issue for sheet in self.offered if sheet.name == self.table.sheet for issue in sheet.findings]
        return [*found, *self.table.remarks]


class _Outcome(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def verdict(self) -> RowOutcome: ...
    @property
    def text(self) -> str: ...
    @property
    def issues(self) -> tuple[Issue, ...]: ...


R = TypeVar("R", bound=_Outcome)


@dataclass(frozen=True, slots=True)
class FilePlan(Generic[R]):
    """The outcome of an analysis of a file; nothing is written yet."""

    options: ImportOptions
    """The options with which it was analysed."""
    table: SourceTable
    sheets: tuple[str, ...]
    """The names of the sheets to choose from."""
    encodings: tuple[str, ...]
    """The encodings to choose from; empty where there is no doubt."""
    rows: tuple[R, ...]
    """The outcome of every row, in the order of the file."""
    digest: str
    """The hash of the file, by which the journal knows it again."""
    source: str
    """The form: the hash of its headings and kind."""
    remembered: bool
    """Whether the columns are read as the last time."""
    file_name: str
    """The name of the file, without the names of people who were erased."""
    findings: tuple[Issue, ...]
    """Faults of the file, and of rows that are none of its registrations."""

    @property
    def fields(self) -> Collection[str]:
        """The fields its columns may feed. Raises NotImplementedError: every kind has its own."""
        raise NotImplementedError

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
        return columns.not_imported(self.table)


def read_file(options: ImportOptions, form: SourceForms, name: str) -> FileRead:
    """Return a file as it is read with these options. name: that of the file, without people who were erased."""
    if filled := _filled(options, form, name):
        return filled
    source = _load(options)
    digest, encodings = hashlib.sha256(source.content).hexdigest(), tuple(files.encodings(source))
    everything = files.read(source, options.encoding, options.first)
    del source  # the file is read: of a long one only what was made of it is kept
    if options.first:
        everything = [replace(sheet, rows=sheet.rows[: options.first]) for sheet in everything]
    offered = sheets.offered(everything, options.sheet)
    before = None if options.afresh or options.header else _seen_before(offered, options, form)
    if before is not None:
        table = columns.read_as_before(before[0], before[1])
    else:
        table = columns.choose(offered, options.sheet, options.header, form.choices)
    if form.forms:
        table = form_columns.recognised(table, form_columns.meanings(form.forms.questions))
    identity = form.identity(table.identity)
    table = columns.decided(columns.correct(table, options.mapping, form.fields), options.decided)
    return FileRead(
        name, tuple(everything), tuple(offered), table, encodings, digest, identity, before is not None
    )  # fmt: skip


def _filled(options: ImportOptions, form: SourceForms, name: str) -> FileRead | None:
    """Return filled forms of the mission as they are read together; None where the file is none.

    Raises UserError where several files are no forms.
    """
    if options.pasted or options.first or form.forms is None:
        return None
    sources = [files.load(path) for path in (options.source, *options.more)]
    found = filled_forms.read(sources, form.forms)
    if found is None and options.more:
        raise UserError(
            _("{name} is no form of this program and was not read.").format(name=name),
            _("Only filled forms are imported several at once."),
        )
    if found is None:
        return None
    digest = hashlib.sha256(b"".join(source.content for source in sources)).hexdigest()
    table = columns.decided(columns.correct(found.table, options.mapping, form.fields), options.decided)
    sheets_read = (found.sheet,)
    return FileRead(name, sheets_read, sheets_read, table, (), digest, form.identity(table.identity), False)


def files_in(source: Path) -> tuple[Path, tuple[Path, ...]]:
    """Return the first and the other spreadsheets of a folder, or the file itself.

    Raises UserError where a folder has none.
    """
    if not source.is_dir():
        return source, ()
    found = sorted(one for one in source.iterdir() if one.suffix.lower() in _FORM_ENDINGS and one.is_file())
    found = [one for one in found if not one.name.startswith(_OPEN_ELSEWHERE)]
    if not found:
        raise UserError(_("There are no filled forms in {name}.").format(name=source.name), _("Choose another folder."))
    return found[0], tuple(found[1:])


_FORM_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_OPEN_ELSEWHERE = ("~$", ".~lock")
"""How names of files begin that a spreadsheet keeps beside one that is open."""


def journal_entry(plan: FilePlan[Any], kind: str) -> FileImport:
    """Return the entry of the journal of imports, with how the columns were read."""
    return FileImport(
        file_name=plan.file_name,
        kind=kind,
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


def save_rejects(plan: FilePlan[Any], target: Path) -> int:
    """Write the rejected rows as they came, each with its number and reason, as csv; return how many."""
    reasons = {row.number: row.text for row in plan.rows if row.verdict is RowOutcome.REJECTED}
    rows = [row for row in plan.table.rows if row.number in reasons]
    headings = [_("Row"), *(column.heading for column in plan.table.columns), _("Reason")]
    width = len(plan.table.columns)
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


def _seen_before(
    offered: list[SourceSheet], options: ImportOptions, form: SourceForms
) -> tuple[SourceTable, list[list[str]]] | None:
    """Return the table with the headings of an earlier import, and how its columns were read then."""
    if not form.readings:
        return None
    for sheet in offered:
        if options.sheet and sheet.name != options.sheet:
            continue
        for place, row in enumerate(sheet.rows[:40]):
            if row.filled < 2:
                continue
            if reading := form.readings.get(form.identity(columns.headings_at(sheet, place))):
                return columns.table_at(sheet, place), json.loads(reading)
    return None
