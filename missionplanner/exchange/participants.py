"""Rows of a list of people to who they are: their fields, their organisations as they are written, their role."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from missionplanner.domain.issues import Issue, Severity
from missionplanner.exchange import people, places, values
from missionplanner.exchange.choices import NamedChoices
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.listed_columns import ROLE_WORDS, listed_column
from missionplanner.exchange.reader import ColumnLayout, Context, Reader
from missionplanner.exchange.source_rows import Row
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


def read(table: SourceTable, context: Context, roles: NamedChoices) -> list[ParticipantRow]:
    """Return every row of a list of people, in the order of the source."""
    layout = ColumnLayout(table.columns)
    role = listed_column(table, roles, ROLE_WORDS, taken=("position",))
    country = places.country_code(context.country)
    found = []
    for row in table.rows:
        reader = Reader(row, layout, context)
        named = people.delegates(reader, country)
        key = _role(reader, role.index, roles) if role else None
        if role and role.field == "position" and key is not None:
            named = tuple({name: value for name, value in one.items() if name != "position"} for one in named)
        if not named:
            reader.say("nobody", _("The row names nobody."), None, "", Severity.ERROR)
        found.append(ParticipantRow(row, named, tuple(_organisations(reader)), key, tuple(reader.issues)))
    return found


def _role(reader: Reader, index: int, roles: NamedChoices) -> int | None:
    cell = values.text(reader.row.cells[index]) if index < len(reader.row.cells) else ""
    keys, _unknown = roles.named(cell)
    return keys[0] if keys else None


def _organisations(reader: Reader) -> Iterable[str]:
    """Yield the organisations of a row: several stand in lines or between semicolons."""
    for _column, cell in reader.cells("name"):
        for part in cell.replace("\n", ";").split(";"):
            if text := values.text(part):
                yield text
