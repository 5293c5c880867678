"""Meeting requests by company name, as they come in a spreadsheet: lists, choices, companies across the top."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from missionplanner.domain import bounds
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.requests import Priority, Request
from missionplanner.errors import UserError
from missionplanner.exchange import columns as table_columns
from missionplanner.exchange import offices, priorities, ragged, remarks, request_columns, sheets, values
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.request_names import Directory, names_in
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import _

_SHOWN = 60
"""Characters of a comment that a remark shows."""
Columns = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One wish as written: who wants to meet whom, how much."""

    row: Row
    asker: str
    wanted: str
    priority: Priority = Priority.MEET
    comment: str = ""
    strength: str = ""
    """The priority as it was written."""
    place: str = ""
    """Where they are to meet, as it was written."""
    fault: Issue | None = None
    """Why the row cannot be read."""

    @property
    def meets_at(self) -> MeetsAt | None:
        """Where they are to meet; None where what was written names no place."""
        return offices.place_of(self.place) if self.place else MeetsAt.UNSAID


@dataclass(frozen=True, slots=True)
class RequestTable:
    """The wishes of a file and the headings of their two name columns."""

    asker_heading: str
    wanted_heading: str
    rows: tuple[RequestRow, ...]
    sheet: str = ""
    """The sheet they come from, or sheets.ALL."""
    sheets: tuple[str, ...] = ()
    """The sheets that hold requests."""
    findings: tuple[Issue, ...] = ()
    """Faults of the file, and what was left out of it."""
    not_imported: tuple[str, ...] = ()
    """The headings of columns that hold something but are not read."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet with its row of headings and the columns of each kind."""

    sheet: SourceSheet
    place: int
    columns: Columns

    @property
    def head(self) -> tuple[str, ...]:
        """The headings."""
        return self.sheet.rows[self.place].cells

    def heading(self, *kinds: str) -> str:
        """The heading of the first column of a kind."""
        return next(self.head[self.columns[kind][0]].strip() for kind in kinds if kind in self.columns)


def read(source: Sequence[SourceSheet], name: str = "", known: Directory | None = None) -> RequestTable:
    """The requests of the sheet called `name`, of all sheets that hold some, or of the one that tells most.

    Raises UserError when no sheet names who asks and who is wanted.
    """
    known = known or Directory()
    is_all = sheets.means_all(source, name)
    shown = sheets.shown(source, name)
    wanted = table_columns.called(shown, "" if is_all else name)
    tables = [one for sheet in shown if (one := _table_of(sheet, known))]
    chosen = [one for one in tables if one.sheet in wanted]
    if not chosen:
        raise UserError(
            _("No columns of meeting requests were found."),
            _("The headings should be like Requested by, Wants to meet, Priority, Comment."),
        )
    best = max(chosen, key=lambda one: len(one.columns))
    rows, findings = _counted_on(chosen if is_all else [best], known)
    names = tuple(one.sheet.name for one in tables)
    others = [] if is_all else [one for one in names if one != best.sheet.name]
    findings += [*sheets.others(others), *sheets.hidden(source, best.sheet.name)]
    return RequestTable(
        best.heading("asker", "askers"),
        best.heading("wanted"),
        tuple(rows),
        sheets.ALL if is_all else best.sheet.name,
        names,
        tuple(findings),
        tuple(dict.fromkeys(heading for one in (chosen if is_all else [best]) for heading in _not_read(one))),
    )


def _table_of(sheet: SourceSheet, known: Directory) -> _Table | None:
    """The table under the row of headings that tells most; None where none says who asks and who is wanted."""
    found = [(place, request_columns.find(row, known)) for place, row in enumerate(sheet.rows[:40])]
    place, columns = max(found, key=lambda one: len(one[1]), default=(0, {}))
    if not columns:
        place, columns = request_columns.by_cells(sheet, known)
    if not columns:
        return None
    return _Table(sheet, place, request_columns.with_direction(sheet, place, columns, known))


def _counted_on(tables: Sequence[_Table], known: Directory) -> tuple[list[RequestRow], list[Issue]]:
    """The rows of all tables, whose numbers go on from sheet to sheet, and what was found in them."""
    rows: list[RequestRow] = []
    findings: list[Issue] = []
    last = 0
    for table in tables:
        read_now = list(_rows(table, known))
        rows += [replace(one, row=Row(last + one.row.number, one.row.cells)) for one in read_now]
        findings += sheets.moved(table.sheet.findings, last)
        if last and read_now:
            findings.append(sheets.counted_on(table.sheet.name, read_now[0].row.number, last))
        last += table.sheet.rows[-1].number
    return rows, findings


def _rows(table: _Table, known: Directory) -> Iterator[RequestRow]:
    columns, below = table.columns, table.sheet.rows[table.place + 1 :]
    across = {
        index: option
        for index in columns.get("askers", columns["wanted"])
        if (option := request_columns.option(table.head[index], known))
    }
    across |= _unknown_across(table, across)
    marks = priorities.of_marks(_at(row, index) for row in below for index in across)
    faults = {
        issue.row: issue
        for issue in ragged.rows_of(below, len(table.head), table.sheet.workbook)
        if issue.severity is Severity.ERROR
    }
    for row in below:
        if row.filled and remarks.is_hint([cell for cell in row.cells if cell.strip()]):
            continue
        if fault := faults.get(row.number):
            yield RequestRow(row, _cell(row, columns, "asker"), "", fault=fault)
            continue
        place = _cell(row, columns, "place")
        for wish in _wishes(row, table, known, list(across.items()), marks):
            yield _within_bounds(replace(wish, place=place))


def _within_bounds(wish: RequestRow) -> RequestRow:
    """The wish, with a fault where its comment cannot be stored."""
    problem = bounds.problem(Request, "comment", wish.comment)
    if not problem:
        return wish
    shown = wish.comment[:_SHOWN]
    return replace(wish, fault=Issue("too_long", problem, Severity.ERROR, wish.row.number, "", shown), comment=shown)


def _unknown_across(table: _Table, across: dict[int, str]) -> dict[int, str]:
    """The columns among companies across the top whose headings name nobody, but which are ticked in the same way."""
    used = {index for places in table.columns.values() for index in places}
    found = {}
    for index, heading in enumerate(table.head if len(across) > 1 else ()):
        cells = {cell for row in table.sheet.rows[table.place + 1 :] if (cell := _at(row, index))}
        if heading.strip() and index not in used and index > min(across) and cells and _are_marks(cells):
            found[index] = request_columns.named_in(heading)
    return found


def _are_marks(cells: Iterable[str]) -> bool:
    return all(len(cell) < _LONGEST_MARK and (priorities.is_understood(cell) or cell in "xX✓✔") for cell in cells)


_LONGEST_MARK = 30


def _not_read(table: _Table) -> list[str]:
    """The headings of columns that hold something and are not read."""
    used = {index for places in table.columns.values() for index in places}
    used |= set(_unknown_across(table, dict.fromkeys(table.columns.get("askers", table.columns["wanted"]), "")))
    below = table.sheet.rows[table.place + 1 :]
    return [
        heading.strip()
        for index, heading in enumerate(table.head)
        if heading.strip() and index not in used and any(_at(row, index) for row in below)
    ]


def _wishes(
    row: Row,
    table: _Table,
    known: Directory,
    across: Sequence[tuple[int, str]],
    marks: dict[str, Priority | None],
) -> Iterator[RequestRow]:
    """The wishes of a row, one for each pair it names; one without names where something is missing."""
    columns = table.columns
    places = {index for index, _option in across}
    asker = _asker(row, columns, known)
    named = _each_once([_at(row, n) for n in columns["wanted"] if n not in places], known)
    ticked = [(option, said) for n, option in across if marks.get(said := _at(row, n)) is not None]
    comment, strength = _cell(row, columns, "comment"), _cell(row, columns, "priority")
    if "askers" in columns:
        for option, said in ticked:
            for name in named:
                yield RequestRow(row, option, name, marks[said] or Priority.MEET, comment, said)
        return
    if not named and not ticked and (across or not asker or _is_empty(row, asker, columns["wanted"])):
        return
    for option, said in ticked:
        yield RequestRow(row, asker, option, marks[said] or Priority.MEET, comment, said)
    for name in named or ([] if ticked else [""]):
        for one, other in _directed(row, table, (asker, name)):
            yield RequestRow(row, one, other, priorities.priority(strength), comment, strength)


def _directed(row: Row, table: _Table, pair: tuple[str, str]) -> list[tuple[str, str]]:
    """Who asks and who is wanted, where a column says which side asks."""
    said = _cell(row, table.columns, "direction")
    if not said:
        return [pair]
    asking = request_columns.asking(said, table.heading("asker"), table.heading("wanted"))
    turned = (pair[1], pair[0])
    return {"both": [pair, turned], "second": [turned]}.get(asking, [pair])


def _asker(row: Row, columns: Columns, known: Directory) -> str:
    """Who asks, without a city or person behind it: by the first column that names a company that is known."""
    cells = [_at(row, n) for n in columns.get("asker", ())]
    for cell in cells:
        found = names_in(cell, known)
        if len(found) == 1 and known.about(found[0]):
            return found[0]
    return next(filter(None, cells), "")


def _each_once(cells: Sequence[str], known: Directory) -> list[str]:
    """The companies named in cells, each once: its name and its address may have columns of their own."""
    found: dict[str, frozenset[int]] = {}
    for cell in cells:
        for name in names_in(cell, known):
            keys = known.about(name)
            if not keys or keys not in found.values():
                found.setdefault(name, keys)
    return list(found)


def _is_empty(row: Row, asker: str, wanted: Sequence[int]) -> bool:
    """Whether a row is a total, or was filled in to say that no company is wanted: "N/A"."""
    return remarks.is_total(asker) or any(_at(row, place) for place in wanted)


def _cell(row: Row, columns: Columns, kind: str) -> str:
    return _at(row, columns.get(kind, [-1])[0])


def _at(row: Row, index: int) -> str:
    return values.visible(row.cells[index]) if 0 <= index < len(row.cells) else ""
