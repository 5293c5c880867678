"""The heading row of a sheet and the meaning of its columns; the user may correct it."""

import operator
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from missionplanner.errors import UserError
from missionplanner.exchange import remarks
from missionplanner.exchange.fields import BY_NAME, FIELDS
from missionplanner.exchange.files import Row, SourceSheet
from missionplanner.exchange.heading_rules import SENSITIVE_FIELDS
from missionplanner.exchange.meanings import meaning
from missionplanner.exchange.reasons import NOTHING, Reason
from missionplanner.exchange.understanding import Verdict, understand
from missionplanner.i18n import _

_ROWS_SEARCHED = 40
"""Rows among which the headings are looked for."""
_LEAST_NAMED = 1.4
"""How much a row has to name to be one of headings: a company and something else."""
_CELLS_SEARCHED = 300
"""Cells of a row by which it is judged whether it holds headings."""


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
    rows: tuple[Row, ...]
    """The rows below the headings that hold data."""
    workbook: bool = False
    """Whether cells can be merged."""


def choose(sheets: Iterable[SourceSheet], name: str = "", header: int = 0) -> SourceTable:
    """The table of the sheet called `name`, or of the sheet most like a list of registrations.

    header: the number of the heading row in the source, 0 to find it. Raises UserError when there is no such sheet or
    no heading row can be found.
    """
    candidates = called(sheets, name)
    if header:
        # The user chose the row: it is not judged whether it looks like headings.
        return _at_row(candidates[0], header)
    # Workbooks often begin with a sheet of instructions: the sheet with the best headings counts, not the first.
    scored = [(sheet, *_header(sheet)) for sheet in candidates]
    sheet, place, score = max(scored, key=lambda found: (found[2], len(found[0].rows)))
    if score < _LEAST_NAMED:
        raise UserError(
            _("No heading row was found in {sheet}.").format(sheet=sheet.name),
            _("The first line of the table has to name its columns, such as Company, City, E-mail."),
        )
    return table_at(sheet, place)


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


def table_at(sheet: SourceSheet, place: int) -> SourceTable:
    """The table whose headings are in the row at this place (from 0) of the sheet."""
    place, headings = _headings(sheet, place)
    head = sheet.rows[place]
    rows = _data(sheet.rows[place + 1 :], head)
    columns = _understood(headings, rows)
    return SourceTable(sheet.name, head.number, columns, _registrations(rows, columns), sheet.workbook)


def headings_at(sheet: SourceSheet, place: int) -> list[str]:
    """The headings of the table whose headings are in the row at this place (from 0) of the sheet."""
    return _headings(sheet, place)[1]


def _at_row(sheet: SourceSheet, number: int) -> SourceTable:
    """The table with the heading row the user chose."""
    place = next((place for place, row in enumerate(sheet.rows) if row.number == number and row.filled), None)
    if place is None:
        raise UserError(
            _("Row {row} of {sheet} holds no headings.").format(row=number, sheet=sheet.name),
            _("Choose the row that names the columns."),
        )
    return table_at(sheet, place)


def _headings(sheet: SourceSheet, place: int) -> tuple[int, list[str]]:
    """The headings of a table whose heading row is at this place, and the place of the last heading row.

    Headings may stand in two rows, groups above ("Delegate 1") and their columns below ("First name").
    """
    if place + 1 < len(sheet.rows) and _are_boxes(sheet.rows[place], sheet.rows[place + 1]):
        return place + 1, _joined(sheet.rows[place].cells, sheet.rows[place + 1].cells)
    # Two rows are tried as one above and below the row found; the reading that names most things is taken.
    options = [(_named(sheet.rows[place].cells), place, list(sheet.rows[place].cells))]
    for upper, lower in ((place - 1, place), (place, place + 1)):
        if upper >= 0 and lower < len(sheet.rows) and _is_group(sheet.rows[upper], sheet.rows[lower]):
            both = _joined(sheet.rows[upper].cells, sheet.rows[lower].cells)
            options.append((_named(both), lower, both))
    best = max(options, key=lambda option: option[0])
    return best[1], best[2]


def _named(headings: Iterable[str]) -> float:
    """How many different things the headings name."""
    found: dict[str, float] = {}
    repeated: Counter[str] = Counter()
    for heading in islice(headings, _CELLS_SEARCHED):
        if not heading.strip() or len(heading) > _LONGEST_HEADING:
            continue
        what = meaning(heading)
        text = what.heading.text
        if what.field:
            # The same heading again is the next delegate; "Sectors [Mining]" and "Sectors [Energy]" are two things.
            repeated[text] += 1
            part = text if _HAS_PARTS.search(heading) else repeated[text]
            key = f"{what.field}#{what.heading.ordinal}#{part}"
            found[key] = max(found.get(key, 0.0), what.fields[0][1])
        elif what.known and what.fields:
            found[text] = _NAMES_NO_FIELD
    return sum(found.values())


_LONGEST_HEADING = 400
"""Characters of a heading; a longer cell is an introduction or an answer."""
_NAMES_NO_FIELD = 0.4
"""The weight of a heading that is understood but has no field."""
_HAS_PARTS = re.compile(r"\[[^\]]+\]\s*$|\s-\s")


def _are_boxes(upper: Row, lower: Row) -> bool:
    """Whether the lower row names the boxes to tick below headings such as "Sectors", and nothing else."""
    group, found = "", 0
    for index, cell in enumerate(lower.cells):
        above = upper.cells[index].strip() if index < len(upper.cells) else ""
        group = above or group
        if cell.strip():
            if meaning(group).field not in ("sectors", "subsectors", "stops") or len(cell) > 60:
                return False
            found += 1
    return found >= 2


def _is_group(upper: Row, lower: Row) -> bool:
    """Whether the upper row can hold groups of the lower's headings: several of them, and no data in either."""
    texts = [cell.strip() for cell in (*upper.cells, *lower.cells) if cell.strip()]
    plain = all(len(text) < 60 and "@" not in text and not text[0].isdigit() for text in texts)
    return upper.filled >= 2 and lower.filled >= 2 and plain and _named(lower.cells) >= 2


def _joined(upper: tuple[str, ...], lower: tuple[str, ...]) -> list[str]:
    """Headings of two rows as one; a group goes on to the right until the next, a column without one stays alone."""
    alone = [meaning(cell) for cell in lower]
    found = []
    group = ""
    for index in range(max(len(upper), len(lower))):
        above = upper[index].strip() if index < len(upper) else ""
        below = lower[index].strip() if index < len(lower) else ""
        group = above or group
        field = BY_NAME.get(alone[index].field) if index < len(alone) else None
        says_enough = not above and field is not None and not field.person
        found.append(below or above if says_enough or not (group and below) else f"{group} - {below}")
    return found


def guess(headings: Iterable[str]) -> tuple[SourceColumn, ...]:
    """The meaning of columns, from their headings alone."""
    return _understood(list(headings), ())


_ROWS_READ = 4000
"""Rows from whose cells columns are understood."""


def _understood(headings: Sequence[str], rows: Sequence[Row]) -> tuple[SourceColumn, ...]:
    """The meaning of columns, from their headings, their cells and one another."""

    def cells_of(index: int) -> Iterable[str]:
        return (row.cells[index] for row in islice(rows, _ROWS_READ) if index < len(row.cells))

    verdicts = understand(headings, cells_of)
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


def correct(table: SourceTable, mapping: Mapping[str, str]) -> SourceTable:
    """The table with columns corrected by the user: heading to field ("email#2" for a second delegate, "" for none).

    Raises UserError for a heading or field that does not exist.
    """
    known = {column.heading.strip() for column in table.columns}
    for heading, target in mapping.items():
        if heading.strip() not in known:
            raise UserError(
                _("The file has no column “{heading}”.").format(heading=heading),
                ", ".join(sorted(known - {""})),
            )
        if target and target.partition("#")[0] not in BY_NAME:
            raise UserError(
                _("There is no field “{field}”.").format(field=target),
                ", ".join(field.name for field in FIELDS),
            )
    wanted = {heading.strip(): target for heading, target in mapping.items()}
    columns = tuple(_corrected(column, wanted) for column in table.columns)
    return replace(table, columns=columns)


def reading(table: SourceTable) -> list[list[str]]:
    """How the columns are read: heading and field of each, in their order, without those that are still asked about."""
    return [[column.heading.strip(), column.target] for column in table.columns if not column.option and column.sure]


def read_as_before(table: SourceTable, before: Iterable[Sequence[str]]) -> SourceTable:
    """The table with its columns as they were read the last time; the same heading again is the next of that name."""
    targets: dict[str, list[str]] = defaultdict(list)
    for heading, target in before:
        if not target or target.partition("#")[0] in BY_NAME:
            targets[heading].append(target)
    columns = []
    for column in table.columns:
        # Boxes are recognised by the mission's sectors and stops, which may have changed since.
        left = [] if column.option else targets[column.heading.strip()]
        columns.append(_as_before(column, left.pop(0)) if left else column)
    return replace(table, columns=tuple(columns))


def _as_before(column: SourceColumn, target: str) -> SourceColumn:
    """The column as it was read the last time, unless that made something sensitive public."""
    if column.sensitive and target and target.partition("#")[0] not in SENSITIVE_FIELDS:
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
    if column.sensitive and field and field not in SENSITIVE_FIELDS:
        raise UserError(
            _("“{heading}” is sensitive and is not imported as “{field}”.").format(
                heading=column.heading.strip(), field=_(BY_NAME[field].label)
            ),
            _("Where it holds nothing sensitive give the column another heading in the file."),
        )
    option = column.option if field in ("sectors", "subsectors", "stops") else ""
    count = int(number) if number.isdigit() else 1
    return replace(column, field=field, number=count, option=option, asked="", confidence=1.0, reason=Reason(reason))


def may_be_sensitive(column: SourceColumn) -> bool:
    """Whether a column that is asked about may hold what only the organiser may read: needs of any kind may."""
    return not column.sure and (column.sensitive or "need" in meaning(column.heading).heading.concepts)


def decided(table: SourceTable, targets: Mapping[int, str]) -> SourceTable:
    """The table with columns decided by the user: the place of a column (from 0) to its target, "" for none."""
    columns = (settled(c, targets[c.index], "chosen") if c.index in targets else c for c in table.columns)
    return replace(table, columns=tuple(columns))


def _header(sheet: SourceSheet) -> tuple[int, float]:
    """The place and score of the row most like headings."""
    best, place = 0.0, 0
    for index, row in enumerate(sheet.rows[:_ROWS_SEARCHED]):
        # Headings may be questions, but paragraphs are an introduction; the earlier of two equal rows is the heading.
        long = sum(1 for cell in row.cells if len(cell) > 120)
        score = _named(row.cells) - long - 0.01 * index
        if score > best:
            best, place = score, index
    return place, best


def _data(rows: Sequence[Row], head: Row) -> tuple[Row, ...]:
    """The rows below the headings that hold data: not empty, and not the headings once more."""
    headings = tuple(cell if cell.strip() else None for cell in head.cells)
    # Exports joined from several files repeat the headings in between.
    most = max(2, head.filled // 2)
    return tuple(
        row for row in rows if any(map(str.strip, row.cells)) and sum(map(operator.eq, row.cells, headings)) < most
    )


def _registrations(rows: tuple[Row, ...], columns: tuple[SourceColumn, ...]) -> tuple[Row, ...]:
    """The rows that are registrations rather than totals, section titles or footnotes."""
    width = sum(1 for column in columns if column.heading.strip())
    named = {column.index for column in columns if column.field}
    return tuple(row for row in rows if not remarks.is_remark(row, width, named))
