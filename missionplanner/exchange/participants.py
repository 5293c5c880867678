"""Rows of a list of people to who they are: their fields, their organisations as they are written, their role."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from missionplanner.domain.issues import Issue, Severity
from missionplanner.exchange import names, people, phones, places, remarks, values
from missionplanner.exchange.choices import NamedChoices
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.private_cells import private_kind
from missionplanner.exchange.reader import ColumnLayout, Context, Reader
from missionplanner.exchange.source_rows import Row, kept
from missionplanner.i18n import _


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """The people of a row, none where it names nobody; the issues give the reasons."""

    row: Row
    people: tuple[Mapping[str, Any], ...]
    """Values by the names of fields of a person."""
    organisations: tuple[str, ...]
    """As they are written, the main one first."""
    role_id: int | None
    issues: tuple[Issue, ...]


def read(
    table: SourceTable, context: Context, roles: NamedChoices, findings: Iterable[Issue] = ()
) -> list[ParticipantRow]:
    """Return every row of a list of people, in the order of the source.

    findings: what was noticed of rows while the file was read.
    """
    layout, context = ColumnLayout(table.columns), replace(context, own=table.own)
    country = places.country_code(context.country)
    noticed: dict[int, list[Issue]] = {}
    for issue in findings:
        noticed.setdefault(issue.row, []).append(issue)
    return [_read_row(Reader(row, layout, context, noticed.get(row.number, [])), roles, country) for row in table.rows]


def _read_row(reader: Reader, roles: NamedChoices, country: str) -> ParticipantRow:
    if any(issue.severity is Severity.ERROR for issue in reader.issues):
        return ParticipantRow(reader.row, (), (), None, tuple(reader.issues))
    named = [dict(person) for person in people.delegates(reader, country)]
    role = _role(reader, roles, named)
    _keep_remembered(reader, named)
    if not named:
        reader.say("nobody", _("The row names nobody."), None, "", Severity.ERROR)
    return ParticipantRow(reader.row, tuple(named), tuple(_organisations(reader)), role, tuple(reader.issues))


def _role(reader: Reader, roles: NamedChoices, named: Sequence[dict[str, Any]]) -> int | None:
    """Return the role a row names; a text that is none of the mission's is kept with the position, and reported."""
    column, cell = reader.first("role")
    text = values.text(cell)
    keys, _unknown = roles.named(text)
    if keys or not text:
        return keys[0] if keys else None
    if named:
        for person in named:
            _add_to_position(person, text)
        said = _("“{value}” is no role of the mission. It is kept with the position.").format(value=text)
        reader.say("unknown_role", said, column, text)
    return None


def _keep_remembered(reader: Reader, named: Sequence[dict[str, Any]]) -> None:
    """Keep what stands beside a name: needs as needs, other words with the position; a second address has no place."""
    reader.issues = [issue for issue in reader.issues if issue.code != "kept_in_notes"]
    by_name = {f"{one.get('given_name', '')} {one.get('family_name', '')}".strip(): one for one in named}
    for of, text in reader.remembered:
        person = by_name.get(of, named[0] if named else {})
        kind = private_kind(text)
        if kind in ("diet", "access", "health"):
            name = "dietary" if kind == "diet" else "access_needs"
            person[name] = ", ".join(filter(None, (person.get(name), text)))
        elif "@" in text or phones.phone(text, places.country_code(reader.context.country)):
            said = _("“{value}” is a second address or telephone of {name}, and is not imported.")
            reader.say("second_address", said.format(value=text, name=of or text), None, text)
        elif kind:
            said = _("“{value}” is private and is not imported.").format(value=text)
            reader.say("private_beside", said, None, text)
        else:
            _add_to_position(person, text)
            if not names.is_degree(text):
                said = _("“{value}” stands beside the name. It is kept with the position.").format(value=text)
                reader.say("beside_name", said, None, text)


def _add_to_position(person: dict[str, Any], text: str) -> None:
    person["position"] = ", ".join(filter(None, (person.get("position"), text)))


def _organisations(reader: Reader) -> Iterable[str]:
    """Yield the organisations of a row: several stand in lines or between semicolons."""
    for _column, cell in reader.cells("name"):
        for part in cell.replace("\n", ";").split(";"):
            if text := values.text(part):
                yield text


def with_rows_above(table: SourceTable, sheet: SourceSheet) -> tuple[SourceTable, list[int]]:
    """Return the table with the rows above its headings that surely are people, and the numbers of the others.

    Titles and the upper row of headings are neither.
    """
    layout = ColumnLayout(table.columns)
    headings = [column.heading for column in table.columns]
    width = sum(1 for heading in headings if heading.strip())
    above = [row for row in sheet.rows if row.number < table.header and row.filled > 1]
    above = [row for row in above if not _are_headings(row, headings) and not remarks.is_remark(row, width, set())]
    people_above = [row for row in above if _is_person(row, layout)]
    left = [row.number for row in above if row not in people_above]
    if not people_above:
        return table, left
    return replace(table, rows=kept([*people_above, *table.rows])), left


def _are_headings(row: Row, headings: Sequence[str]) -> bool:
    """Whether the cells of a row are part of the headings below them."""
    cells = {cell.strip() for cell in row.cells if cell.strip()}
    return all(any(cell in heading for heading in headings) for cell in cells)


def _is_person(row: Row, layout: ColumnLayout) -> bool:
    """Whether a row has an address where addresses stand, or a name that begins with a common given name."""

    def cells(name: str) -> list[str]:
        columns = layout.by_field.get((name, 1), ())
        return [row.cells[c.index] for c in columns if c.index < len(row.cells) and row.cells[c.index].strip()]

    if any(values.email(cell) for cell in cells("email")):
        return True
    if any(map(names.begins_given, cells("given_name"))) and cells("family_name"):
        return True
    return any(names.begins_given(cell) and len(cell.split()) > 1 for cell in cells("full_name"))
