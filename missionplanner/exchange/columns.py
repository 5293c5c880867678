"""The heading row of a sheet and the meaning of its columns; the user may correct it."""

import operator
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.own_fields import NO_FIELDS, OwnField, OwnFields
from missionplanner.domain.own_values import is_own
from missionplanner.errors import UserError
from missionplanner.exchange import heading_rows, remarks
from missionplanner.exchange.choices import MissionChoices
from missionplanner.exchange.fields import BOXES, BY_NAME, OF_COMPANIES
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.meanings import meaning
from missionplanner.exchange.private_fields import may_feed
from missionplanner.exchange.reasons import NOTHING, Reason
from missionplanner.exchange.source_rows import Row, those
from missionplanner.exchange.understanding import Verdict, understand
from missionplanner.i18n import _

_LEAST_NAMED = 1.4
"""How much a row has to name to be one of headings: a company and something else."""

_LONGEST_WORD = 40
"""Characters of a heading that is no question."""


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """The meaning of a column of the source."""

    index: int
    heading: str
    field: str = ""
    """The field it feeds; empty when it is not imported."""
    number: int = 1
    """Which delegate of the row it is about, from 1."""
    option: str = ""
    """The choice a yes/no column stands for."""
    asked: str = ""
    """The target it may have, where that is not sure; then it feeds no field until somebody decides."""
    confidence: float = 1.0
    """How sure its meaning is, from 0 to 1."""
    sensitive: bool = False
    """Whether nobody but the organiser may read it."""
    reason: Reason = NOTHING
    letter: str = ""
    """The gender "M" stands for in a column of genders; empty where that is not known."""

    @property
    def target(self) -> str:
        """The field as written in a column map: "email", or "email#2" for the second delegate."""
        return _target(self.field, self.number)

    @property
    def sure(self) -> bool:
        """Whether nothing about it is to be asked."""
        return not self.asked


def _target(field: str, number: int) -> str:
    return f"{field}#{number}" if number > 1 and field else field


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A sheet with its heading row found and its columns understood."""

    sheet: str
    header: int
    columns: tuple[SourceColumn, ...]
    rows: Sequence[Row]
    """The rows below the headings that hold data."""
    workbook: bool = False
    """Whether cells can be merged."""
    remarks: tuple[Issue, ...] = ()
    """Rows that are somebody's remark and no registration."""
    own: OwnFields = NO_FIELDS
    """The fields of the mission's own that its columns may feed, those that are made with it too."""
    new_fields: tuple[OwnField, ...] = ()
    """Those that are made with it; their keys are negative."""
    languages: Mapping[int, str] = field(default_factory=dict)
    """The languages in which rows were filled in, by their numbers, where the form says so."""
    known_by: tuple[str, ...] = ()
    """The texts by which the form is known again, where these are not its headings."""

    @property
    def identity(self) -> tuple[str, ...]:
        """The texts by which the form is known again."""
        return self.known_by or tuple(column.heading for column in self.columns)


def choose(
    sheets: Iterable[SourceSheet], name: str = "", header: int = 0, known: MissionChoices | None = None
) -> SourceTable:
    """The table of the sheet called `name`, or of the sheet most like a list of registrations.

    header: the number of the heading row in the source, 0 to find it. known: the mission's sectors and stops. Raises
    UserError when there is no such sheet or no heading row can be found.
    """
    candidates = called(sheets, name)
    if header:
        # The user chose the row: it is not judged whether it looks like headings.
        return _at_row(candidates[0], header, known)
    # Workbooks often begin with a sheet of instructions: the sheet with the best headings counts, not the first.
    scored = [(sheet, *heading_rows.found(sheet)) for sheet in candidates]
    sheet, place, score = max(scored, key=lambda found: (found[2], len(found[0].rows)))
    if score < _LEAST_NAMED and not _names_companies(sheet, place):
        raise UserError(
            _("No heading row was found in {sheet}.").format(sheet=sheet.name),
            _("The first line of the table has to name its columns, such as Company, City, E-mail."),
        )
    return table_at(sheet, place, known)


def is_list(sheet: SourceSheet) -> bool:
    """Whether a sheet looks like a list of registrations."""
    return heading_rows.found(sheet)[1] >= _LEAST_NAMED and len(sheet.rows) > 1


def _names_companies(sheet: SourceSheet, place: int) -> bool:
    """Whether the first row of a sheet heads the names of companies, beside words that mean nothing here."""
    if not sheet.rows or any(row.filled for row in sheet.rows[:place]):
        return False
    filled = [cell for cell in sheet.rows[place].cells if cell.strip()]
    is_short = all(len(cell) < _LONGEST_WORD and not any(map(str.isdigit, cell)) for cell in filled)
    return is_short and any(meaning(cell).field == "name" for cell in filled)


def called(sheets: Iterable[SourceSheet], name: str) -> list[SourceSheet]:
    """The sheets of that name, all of them where it is empty; raises UserError when there is none."""
    sheets = list(sheets)
    found = [sheet for sheet in sheets if name in ("", sheet.name)]
    if not found:
        raise UserError(
            _("There is no sheet “{name}”.").format(name=name),
            _("The sheets are: {names}.").format(names=", ".join(sheet.name for sheet in sheets)),
        )
    return found


def table_at(sheet: SourceSheet, place: int, known: MissionChoices | None = None) -> SourceTable:
    """The table whose headings are in the row at this place (from 0) of the sheet."""
    place, headings = heading_rows.at(sheet, place)
    head = sheet.rows[place]
    rows = _data(sheet.rows[place + 1 :], head)
    columns = _understood(headings, rows, known)
    found = _registrations(rows, columns)
    said = tuple(map(_remark, filter(remarks.is_sentence, found))) if len(columns) > _NARROW else ()
    if said:
        found = those(found, lambda row: not remarks.is_sentence(row))
    return SourceTable(sheet.name, head.number, columns, found, sheet.workbook, said)


_NARROW = 2
"""In a table of so few columns most rows say nothing but a name."""


def _remark(row: Row) -> Issue:
    """The report that a row is a remark."""
    said = max(row.cells, key=len).strip()
    text = _("Row {row} is a remark and is not imported: “{text}”").format(row=row.number, text=said)
    return Issue("remark", text, Severity.WARNING, row.number, value=said)


def headings_at(sheet: SourceSheet, place: int) -> list[str]:
    """The headings of the table whose headings are in the row at this place (from 0) of the sheet."""
    return heading_rows.at(sheet, place)[1]


def _at_row(sheet: SourceSheet, number: int, known: MissionChoices | None) -> SourceTable:
    """The table with the heading row the user chose."""
    place = next((place for place, row in enumerate(sheet.rows) if row.number == number and row.filled), None)
    if place is None:
        raise UserError(
            _("Row {row} of {sheet} holds no headings.").format(row=number, sheet=sheet.name),
            _("Choose the row that names the columns."),
        )
    return table_at(sheet, place, known)


def guess(headings: Iterable[str]) -> tuple[SourceColumn, ...]:
    """The meaning of columns, from their headings alone."""
    return _understood(list(headings), ())


_ROWS_READ = 4000
"""Rows from whose cells columns are understood."""


def _understood(
    headings: Sequence[str], rows: Sequence[Row], known: MissionChoices | None = None
) -> tuple[SourceColumn, ...]:
    """The meaning of columns, from their headings, their cells and one another."""

    def cells_of(index: int) -> Iterable[str]:
        return (row.cells[index] for row in islice(rows, _ROWS_READ) if index < len(row.cells))

    verdicts = understand(headings, cells_of, known)
    return tuple(
        _column(index, heading, verdict)
        for index, (heading, verdict) in enumerate(zip(headings, verdicts, strict=True))
    )


def _column(index: int, heading: str, verdict: Verdict) -> SourceColumn:
    asked = "" if verdict.sure else _target(verdict.field, verdict.number)
    return SourceColumn(
        index,
        heading,
        "" if asked else verdict.field,
        1 if asked else verdict.number,
        verdict.option,
        asked,
        verdict.confidence,
        verdict.sensitive,
        verdict.reason,
    )


def correct(table: SourceTable, mapping: Mapping[str, str], fields: Collection[str] = OF_COMPANIES) -> SourceTable:
    """The table with columns corrected by the user: heading to field ("email#2" for a second delegate, "" for none).

    fields: those there are. Raises UserError for a heading or field that does not exist.
    """
    known = {column.heading.strip() for column in table.columns}
    for heading, target in mapping.items():
        if heading.strip() not in known:
            raise UserError(
                _("The file has no column “{heading}”.").format(heading=heading),
                ", ".join(sorted(known - {""})),
            )
        if target and target.partition("#")[0] not in fields:
            raise UserError(_("There is no field “{field}”.").format(field=target), ", ".join(fields))
    wanted = {heading.strip(): target for heading, target in mapping.items()}
    columns = tuple(_corrected(column, wanted) for column in table.columns)
    return replace(table, columns=columns)


def reading(table: SourceTable) -> list[list[str]]:
    """How the columns are read: heading and field of each, in their order, without those that are still open."""
    decided = (
        column for column in table.columns if not column.option and column.sure and column.reason.kind != "empty"
    )
    return [[column.heading.strip(), column.target] for column in decided]


def read_as_before(table: SourceTable, before: Iterable[Sequence[str]]) -> SourceTable:
    """The table with its columns as they were read the last time; the same heading again is the next of that name."""
    targets: dict[str, list[str]] = defaultdict(list)
    for heading, target in before:
        if not target or is_own(target) or target.partition("#")[0] in BY_NAME:
            targets[heading].append(target)
    columns = []
    for column in table.columns:
        # Boxes are recognised by the mission's sectors and stops, which may have changed since.
        left = [] if column.option else targets[column.heading.strip()]
        columns.append(_as_before(column, left.pop(0)) if left else column)
    return replace(table, columns=tuple(columns))


def _as_before(column: SourceColumn, target: str) -> SourceColumn:
    """The column as it was read the last time, unless that made something sensitive public."""
    if column.sensitive and not may_feed(column.heading, target.partition("#")[0]):
        return column
    return settled(column, target, "before")


def _corrected(column: SourceColumn, wanted: Mapping[str, str]) -> SourceColumn:
    target = wanted.get(column.heading.strip())
    return column if target is None else settled(column, target, "chosen")


def settled(column: SourceColumn, target: str, reason: str) -> SourceColumn:
    """The column with a target that somebody chose, now or the last time (reason: "chosen" or "before").

    Raises UserError where something sensitive would go where others read it.
    """
    field, _sep, number = target.partition("#")
    if column.sensitive and not may_feed(column.heading, field):
        raise UserError(
            _("“{heading}” is sensitive and is not imported as “{field}”.").format(
                heading=column.heading.strip(), field=_(BY_NAME[field].label)
            ),
            _("Where it holds nothing sensitive give the column another heading in the file."),
        )
    option = column.option if field in BOXES else ""
    count = int(number) if number.isdigit() else 1
    return replace(column, field=field, number=count, option=option, asked="", confidence=1.0, reason=Reason(reason))


def may_be_sensitive(column: SourceColumn) -> bool:
    """Whether a column that is asked about may hold what only the organiser may read: needs of any kind may."""
    return not column.sure and (column.sensitive or "need" in meaning(column.heading).heading.concepts)


def decided(table: SourceTable, targets: Mapping[int, str]) -> SourceTable:
    """The table with columns decided by the user: the place of a column (from 0) to its target, "" for none."""
    columns = (settled(c, targets[c.index], "chosen") if c.index in targets else c for c in table.columns)
    return replace(table, columns=tuple(columns))


def _data(rows: Sequence[Row], head: Row) -> Sequence[Row]:
    """The rows below the headings that hold data: not empty, and not the headings once more."""
    headings = tuple(cell if cell.strip() else None for cell in head.cells)
    # Exports joined from several files repeat the headings in between.
    most = max(2, head.filled // 2)
    return those(rows, lambda row: any(map(str.strip, row.cells)) and sum(map(operator.eq, row.cells, headings)) < most)


def _registrations(rows: Sequence[Row], columns: tuple[SourceColumn, ...]) -> Sequence[Row]:
    """The rows that are registrations rather than totals, section titles or footnotes."""
    width = sum(1 for column in columns if column.heading.strip())
    named = {column.index for column in columns if column.field}
    return those(rows, lambda row: not remarks.is_remark(row, width, named))


def not_imported(table: SourceTable) -> list[str]:
    """The headings of columns that hold something but are not imported."""
    return [
        column.heading.strip()
        for column in table.columns
        if not column.field
        and any(column.index < len(row.cells) and row.cells[column.index].strip() for row in table.rows)
    ]
