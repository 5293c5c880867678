"""Finding the heading row and what each column means; the user may correct it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from missionplanner.errors import UserError
from missionplanner.exchange import remarks, values
from missionplanner.exchange.fields import BY_NAME, COMPOSITE, FIELDS, IGNORED, MANY, normal_heading
from missionplanner.exchange.files import Row, SourceSheet
from missionplanner.i18n import _

_LOOK_AT = 40
_PERSON_NUMBER = re.compile(r"(?<!\d)([1-6])$|\b([1-6])\b")
_OPTION = re.compile(r"^(.*?)\s*\[([^\]]+)\]\s*$", re.DOTALL)
COURTESY = frozenset(
    "mr mrs ms miss dr dra ing lic mtro mtra cp m mme mlle sr sra srta me arq prof hon".split()  # noqa: SIM905
)


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

    @property
    def target(self) -> str:
        """The field as written in a column map: "email", or "email#2" for the second delegate."""
        return f"{self.field}#{self.number}" if self.number > 1 else self.field


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
    sheets = list(sheets)
    candidates = [sheet for sheet in sheets if not name or sheet.name == name]
    if not candidates:
        names = ", ".join(sheet.name for sheet in sheets)
        raise UserError(
            _("There is no sheet “{name}”.").format(name=name),
            _("The sheets are: {names}.").format(names=names),
        )
    if header:
        # The user chose the row: it is not judged whether it looks like headings.
        return _at_row(candidates[0], header)
    # Workbooks often begin with a sheet of instructions: the sheet with the best headings counts, not the first.
    scored = [(sheet, *_header(sheet)) for sheet in candidates]
    sheet, place, score = max(scored, key=lambda found: (found[2], len(found[0].rows)))
    if score < 2:
        raise UserError(
            _("No heading row was found in {sheet}.").format(sheet=sheet.name),
            _("The first line of the table has to name its columns, such as Company, City, E-mail."),
        )
    return table_at(sheet, place)


def table_at(sheet: SourceSheet, place: int) -> SourceTable:
    """The table whose headings are in the row at this place (from 0) of the sheet."""
    place, headings = _headings(sheet, place)
    head = sheet.rows[place]
    rows = tuple(row for row in sheet.rows[place + 1 :] if _is_data(row, head))
    columns = _settle(guess(headings), rows)
    return SourceTable(sheet.name, head.number, columns, _registrations(rows, columns), sheet.workbook)


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
    options = [(_meaning(sheet.rows[place].cells), place, list(sheet.rows[place].cells))]
    for upper, lower in ((place - 1, place), (place, place + 1)):
        if upper >= 0 and lower < len(sheet.rows) and _is_group(sheet.rows[upper], sheet.rows[lower]):
            both = _joined(sheet.rows[upper].cells, sheet.rows[lower].cells)
            options.append((_meaning(both), lower, both))
    best = max(options, key=lambda option: option[0])
    return best[1], best[2]


def _meaning(headings: Iterable[str]) -> int:
    """How many different things the headings name."""
    # Options count each: "Sectors [Mining]" and "Sectors [Energy]" are two things of one field.
    return len({column.target + column.option for column in guess(headings) if column.field})


def _are_boxes(upper: Row, lower: Row) -> bool:
    """Whether the lower row names the boxes to tick below headings such as "Sectors", and nothing else."""
    group, found = "", 0
    for index, cell in enumerate(lower.cells):
        above = upper.cells[index].strip() if index < len(upper.cells) else ""
        group = above or group
        if cell.strip():
            if _field_of(normal_heading(group)) not in ("sectors", "subsectors", "stops") or len(cell) > 60:
                return False
            found += 1
    return found >= 2


def _is_group(upper: Row, lower: Row) -> bool:
    """Whether the upper row can hold groups of the lower's headings: several of them, and no data in either."""
    texts = [cell.strip() for cell in (*upper.cells, *lower.cells) if cell.strip()]
    plain = all(len(text) < 60 and "@" not in text and not text[0].isdigit() for text in texts)
    return upper.filled >= 2 and lower.filled >= 2 and plain and _meaning(lower.cells) >= 2


def _joined(upper: tuple[str, ...], lower: tuple[str, ...]) -> list[str]:
    """Headings of two rows as one; a group goes on to the right until the next, a column without one stays alone."""
    alone = guess(lower)
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
    return tuple(_guess(index, heading) for index, heading in enumerate(headings))


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
    """How the columns are read: heading and field of each, in their order."""
    return [[column.heading.strip(), column.target] for column in table.columns if not column.option]


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
        columns.append(_corrected(column, {column.heading.strip(): left.pop(0)}) if left else column)
    return replace(table, columns=tuple(columns))


def _corrected(column: SourceColumn, wanted: Mapping[str, str]) -> SourceColumn:
    target = wanted.get(column.heading.strip())
    if target is None:
        return column
    field, _sep, number = target.partition("#")
    return SourceColumn(column.index, column.heading, field, int(number) if number.isdigit() else 1, column.option)


def _guess(index: int, heading: str) -> SourceColumn:
    option = ""
    folded = normal_heading(heading)
    # Form services write an option as "Sectors [Mining]", others a hint as "Contact [first name]".
    if bracket := _OPTION.match(heading.strip()):
        base = _field_of(normal_heading(bracket.group(1)))
        if base in ("sectors", "subsectors", "stops"):
            option, folded = bracket.group(2), normal_heading(bracket.group(1))
        elif _field_of(normal_heading(bracket.group(2))):
            inner = normal_heading(bracket.group(2))
            folded = f"{normal_heading(bracket.group(1))} {inner}" if inner in _ANY_NAME else inner
    if not folded or IGNORED.match(folded):
        return SourceColumn(index, heading)
    name = _field_of(folded)
    person = name in BY_NAME and BY_NAME[name].person
    return SourceColumn(index, heading, name, _number_in(normal_heading(heading)) if person else 1, option)


_LONGEST_HEADING = 2000
"""Letters of a heading; a longer text is a cell that came first, and no field is looked for in it."""
_ANY_NAME = ("name", "nom", "nombre")


def _field_of(folded: str) -> str:
    """The name of the field a normalised heading is of, or empty."""
    if len(folded) > _LONGEST_HEADING:
        return ""
    if COMPOSITE.search(folded):
        return "full_name"
    found = next((field.name for field in FIELDS if field.matches(folded)), "")
    return found or {"name": "name", "nom": "name", "nombre": "name"}.get(folded, "")


def _number_in(folded: str) -> int:
    """Which delegate of the row a heading is about: "first name 2", "e mail address2", "second delegate"."""
    for word, number in _ORDINALS.items():
        if re.search(rf"\b{word}", folded):
            return number
    found = _PERSON_NUMBER.search(folded)
    return int(found.group(1) or found.group(2)) if found else 1


_ORDINALS = {
    "second (?!(family|last|sur))": 2, "2nd": 2, "2e": 2, "deuxieme": 2, "segundo(?! apellido)": 2,
    "third": 3, "3rd": 3, "3e": 3, "troisieme": 3, "tercer": 3, "tercero": 3,
}  # fmt: skip


def _header(sheet: SourceSheet) -> tuple[int, float]:
    """The place and score of the row most like headings."""
    best, place = 0.0, 0
    for index, row in enumerate(sheet.rows[:_LOOK_AT]):
        found = {column.target + column.option for column in guess(row.cells) if column.field}
        # Headings may be questions, but paragraphs are an introduction; the earlier of two equal rows is the heading.
        long = sum(1 for cell in row.cells if len(cell) > 120)
        score = len(found) - long - 0.01 * index + (0.5 if "name" in found else 0)
        if score > best:
            best, place = score, index
    return place, best


def _settle(columns: tuple[SourceColumn, ...], rows: tuple[Row, ...]) -> tuple[SourceColumn, ...]:
    """Solve what headings alone leave open, by the other columns and the cells."""
    columns = _without_respondent(columns)
    columns = _numbered(tuple(_by_context(column, columns, rows) for column in columns))
    kept: list[SourceColumn] = []
    for column in columns:
        rivals = [
            c for c in columns if c.target == column.target and c.field and c.field not in MANY and not column.option
        ]
        if len(rivals) > 1 and column is not max(rivals, key=lambda c: (_fit(c, rows), -c.index)):
            column = SourceColumn(column.index, column.heading)
        kept.append(column)
    return tuple(kept)


_ACCOUNT = {"email", "e mail", "name", "nom", "nombre", "adresse de messagerie", "courriel", "correo electronico"}
_SERVICE = ("completion time", "heure de fin", "hora de finalizacion")


def _without_respondent(columns: tuple[SourceColumn, ...]) -> tuple[SourceColumn, ...]:
    """Forms services put the account that answered first ("Email") and rename the form's own question ("Email2")."""
    headings = {normal_heading(column.heading) for column in columns}
    if not headings & set(_SERVICE):
        return columns
    # A question renamed to "Email2" proves that "Email" is the account and not a question of the form.
    renamed = {account for account in _ACCOUNT & headings if f"{account}2" in headings}
    found = []
    for column in columns:
        heading = normal_heading(column.heading)
        if heading in renamed:
            column = SourceColumn(column.index, column.heading)
        elif heading[:-1] in renamed and heading[-1:].isdigit() and column.field:
            # "Email2" is the first of the form's own, "Email3" its second.
            number = max(1, int(heading[-1]) - 1)
            column = SourceColumn(column.index, column.heading, column.field, number, column.option)
        found.append(column)
    return tuple(found)


def _numbered(columns: tuple[SourceColumn, ...]) -> tuple[SourceColumn, ...]:
    """Identical headings about a person belong to the next delegate each time."""
    seen: Counter[str] = Counter()
    found = []
    for column in columns:
        if column.field in BY_NAME and BY_NAME[column.field].person and column.number == 1:
            heading = normal_heading(column.heading)
            seen[heading] += 1
            column = SourceColumn(column.index, column.heading, column.field, seen[heading], column.option)
        found.append(column)
    return tuple(found)


def _by_context(column: SourceColumn, columns: tuple[SourceColumn, ...], rows: tuple[Row, ...]) -> SourceColumn:
    heading = normal_heading(column.heading)
    fields = {c.field for c in columns if c is not column and c.number == column.number}
    field = column.field
    # Another column is the company's name, so that this one is a person's.
    if heading in ("name", "nom", "nombre") and "name" in fields:
        field = "full_name"
    if field == "full_name" or (field == "name" and heading in ("nom", "nombre")):
        if "given_name" in fields and "family_name" not in fields and ("name" in fields or field == "full_name"):
            field = "family_name"
        elif fields & {"family_name", "second_family_name"} and "given_name" not in fields:
            field = "given_name"
    # "Title" means Ms. in one form and Director in the next: the cells decide.
    if field == "position" and "title" not in fields and _share(column, rows, _is_courtesy) > 0.6:
        field = "title"
    elif field == "title" and _share(column, rows, _is_courtesy) < 0.2 and "position" not in fields:
        field = "position"
    return (
        column
        if field == column.field
        else SourceColumn(column.index, column.heading, field, column.number, column.option)
    )


def _fit(column: SourceColumn, rows: tuple[Row, ...]) -> float:
    """How well the cells of a column suit its field, to choose between columns of one meaning."""
    if column.field == "email":
        return _share(column, rows, lambda cell: "@" in cell)
    if column.field == "received":
        return _share(column, rows, bool) + (0.5 if "complet" in normal_heading(column.heading) else 0)
    if column.field == "name":
        # "Is your company registered?" also reads like a company's name, but its cells are answers.
        answers = _share(
            column, rows, lambda cell: values.yes_or_no(cell) is not None or not any(map(str.isalpha, cell))
        )
        return 1.0 - answers - 0.05 * len(normal_heading(column.heading).split())
    return _share(column, rows, lambda cell: bool(cell) and cell.casefold() != "anonymous")


def _share(column: SourceColumn, rows: tuple[Row, ...], test: Callable[[str], bool]) -> float:
    # Two hundred rows tell enough, however long the file.
    cells = [row.cells[column.index].strip() for row in rows[:200] if column.index < len(row.cells)]
    filled = [cell for cell in cells if cell]
    return sum(1 for cell in filled if test(cell)) / len(filled) if filled else 0.0


def _is_courtesy(cell: str) -> bool:
    return normal_heading(cell) in COURTESY


def _is_data(row: Row, head: Row) -> bool:
    """Whether a row below the headings holds data: not empty and not the headings once more."""
    if not any(map(str.strip, row.cells)):
        return False
    same = sum(1 for a, b in zip(row.cells, head.cells, strict=False) if a == b and a.strip())
    # Exports joined from several files repeat the headings in between.
    return same < max(2, head.filled // 2)


def _registrations(rows: tuple[Row, ...], columns: tuple[SourceColumn, ...]) -> tuple[Row, ...]:
    """The rows that are registrations rather than totals, section titles or footnotes."""
    width = sum(1 for column in columns if column.heading.strip())
    named = {column.index for column in columns if column.field}
    return tuple(row for row in rows if not remarks.is_remark(row, width, named))
