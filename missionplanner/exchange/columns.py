"""Finding the heading row and what each column means; the user may correct it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from missionplanner.errors import UserError
from missionplanner.exchange.fields import BY_NAME, FIELDS, IGNORED, MANY, normal_heading
from missionplanner.exchange.files import Row, Sheet
from missionplanner.i18n import _

_LOOK_AT = 40
_PERSON_NUMBER = re.compile(r"(?:\b|delegate|contact|person)([1-6])\b")
_OPTION = re.compile(r"^(.*?)\s*\[([^\]]+)\]\s*$", re.DOTALL)
_COURTESY = frozenset(
    "mr mrs ms miss dr dra ing lic mtro mtra cp m mme mlle sr sra srta me arq prof hon".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of the source means. field is empty when it is not imported.

    number tells delegates of one row apart (from 1); option is the choice a yes/no column stands for.
    """

    index: int
    heading: str
    field: str = ""
    number: int = 1
    option: str = ""

    @property
    def target(self) -> str:
        """The field as written in a column map: "email", or "email#2" for the second delegate."""
        return f"{self.field}#{self.number}" if self.number > 1 else self.field


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its heading row found and its columns understood."""

    sheet: str
    header: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    """The rows below the headings that hold data."""


def choose(sheets: Iterable[Sheet], name: str = "") -> Table:
    """The table of the sheet called `name`, or of the sheet that looks most like registrations.

    Raises UserError when there is no such sheet or no heading row can be found.
    """
    candidates = [sheet for sheet in sheets if not name or sheet.name == name]
    if not candidates:
        names = ", ".join(sheet.name for sheet in sheets)
        raise UserError(
            _("There is no sheet “{name}”.").format(name=name),
            _("The sheets are: {names}.").format(names=names),
        )
    scored = [(sheet, *_header(sheet)) for sheet in candidates]
    sheet, place, score = max(scored, key=lambda found: (found[2], len(found[0].rows)))
    if score < 2:
        raise UserError(
            _("No heading row was found in {sheet}.").format(sheet=sheet.name),
            _("The first line of the table has to name its columns, such as Company, City, E-mail."),
        )
    return table_at(sheet, place)


def table_at(sheet: Sheet, place: int) -> Table:
    """The table whose headings are in the row at this place (from 0) of the sheet."""
    head = sheet.rows[place]
    rows = tuple(row for row in sheet.rows[place + 1 :] if _is_data(row, head))
    columns = _settle(guess(head.cells), rows)
    return Table(sheet.name, head.number, columns, _without_totals(rows, columns))


def guess(headings: Iterable[str]) -> tuple[Column, ...]:
    """What columns with these headings mean, from the headings alone."""
    return tuple(_guess(index, heading) for index, heading in enumerate(headings))


def correct(table: Table, mapping: Mapping[str, str]) -> Table:
    """The table with some columns as the user says: heading to field ("email#2" for a second delegate, "" for none).

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
    columns = tuple(_as_told(column, wanted) for column in table.columns)
    return Table(table.sheet, table.header, columns, table.rows)


def _as_told(column: Column, wanted: Mapping[str, str]) -> Column:
    target = wanted.get(column.heading.strip())
    if target is None:
        return column
    field, _sep, number = target.partition("#")
    return Column(column.index, column.heading, field, int(number) if number.isdigit() else 1, column.option)


def _guess(index: int, heading: str) -> Column:
    option = ""
    if found := _OPTION.match(heading.strip()):
        base, option = found.groups()
    else:
        base = heading
    folded = normal_heading(base)
    if not folded or IGNORED.match(folded):
        return Column(index, heading)
    field = next((field for field in FIELDS if field.matches(folded)), None)
    if field is None:
        bare = {"name": "name", "nom": "name", "nombre": "name"}.get(folded, "")
        return Column(index, heading, bare)
    number = _PERSON_NUMBER.search(folded) if field.person else None
    return Column(index, heading, field.name, int(number.group(1)) if number else 1, option)


def _header(sheet: Sheet) -> tuple[int, float]:
    """Place and score of the row that looks most like headings."""
    best, place = 0.0, 0
    for index, row in enumerate(sheet.rows[:_LOOK_AT]):
        found = {column.target + column.option for column in guess(row.cells) if column.field}
        long = sum(1 for cell in row.cells if len(cell) > 120)
        score = len(found) - long - 0.01 * index + (0.5 if "name" in found else 0)
        if score > best:
            best, place = score, index
    return place, best


def _settle(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> tuple[Column, ...]:
    """Solve what headings alone leave open, by the other columns and the cells."""
    columns = tuple(_by_context(column, columns, rows) for column in columns)
    kept: list[Column] = []
    for column in columns:
        rivals = [
            c for c in columns if c.target == column.target and c.field and c.field not in MANY and not column.option
        ]
        if len(rivals) > 1 and column is not max(rivals, key=lambda c: (_fit(c, rows), -c.index)):
            column = Column(column.index, column.heading)
        kept.append(column)
    return tuple(kept)


def _by_context(column: Column, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Column:
    heading = normal_heading(column.heading)
    fields = {c.field for c in columns if c is not column}
    field = column.field
    if heading == "nom" and "given_name" in fields and "name" in fields:
        field = "family_name"
    elif heading == "nombre" and fields & {"family_name", "second_family_name"}:
        field = "given_name"
    elif heading == "name" and "name" in fields:
        field = "full_name"
    elif field == "position" and "title" not in fields and _share(column, rows, _is_courtesy) > 0.6:
        field = "title"
    elif field == "title" and _share(column, rows, _is_courtesy) < 0.2 and "position" not in fields:
        field = "position"
    return (
        column if field == column.field else Column(column.index, column.heading, field, column.number, column.option)
    )


def _fit(column: Column, rows: tuple[Row, ...]) -> float:
    """How well the cells of a column suit its field, to choose between columns of one meaning."""
    if column.field == "email":
        return _share(column, rows, lambda cell: "@" in cell)
    if column.field == "received":
        return _share(column, rows, bool) + (0.5 if "complet" in normal_heading(column.heading) else 0)
    return _share(column, rows, lambda cell: bool(cell) and cell.casefold() != "anonymous")


def _share(column: Column, rows: tuple[Row, ...], test: Callable[[str], bool]) -> float:
    cells = [row.cells[column.index].strip() for row in rows[:200] if column.index < len(row.cells)]
    filled = [cell for cell in cells if cell]
    return sum(1 for cell in filled if test(cell)) / len(filled) if filled else 0.0


def _is_courtesy(cell: str) -> bool:
    return normal_heading(cell) in _COURTESY


def _is_data(row: Row, head: Row) -> bool:
    """Whether a row below the headings holds data: not empty and not the headings once more."""
    if not row.filled:
        return False
    same = sum(1 for a, b in zip(row.cells, head.cells, strict=False) if a.strip() and a.strip() == b.strip())
    return same < max(2, head.filled // 2)


def _without_totals(rows: tuple[Row, ...], columns: tuple[Column, ...]) -> tuple[Row, ...]:
    width = sum(1 for column in columns if column.heading.strip())
    named = {column.index for column in columns if column.field}
    return tuple(row for row in rows if not _is_total(row, width, named))


_TOTAL = re.compile(
    r"^(grand |sub)?total(es|s|aux)?\b|^(sum|somme|suma|count|nombre total|end of|fin de|fin du|exported|"
    r"exporte|generated|source|printed)\b"
)


def _is_total(row: Row, width: int, named: set[int]) -> bool:
    """Whether a row is a total, a section title or a footnote rather than a registration."""
    filled = [cell for cell in row.cells if cell.strip()]
    if len(filled) > max(3, width // 3):
        return False
    if _TOTAL.match(normal_heading(filled[0])):
        return True
    place = next(index for index, cell in enumerate(row.cells) if cell.strip())
    return len(filled) == 1 and width > 3 and place not in named
