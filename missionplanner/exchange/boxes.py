"""Columns of boxes to tick: headed by a sector or a stop, perhaps below the heading of their group."""

import re
from collections.abc import Iterable
from dataclasses import replace

from missionplanner.domain.spelling import words
from missionplanner.exchange import answers
from missionplanner.exchange.columns import SourceColumn, SourceTable
from missionplanner.exchange.reader import Context
from missionplanner.exchange.reasons import Reason
from missionplanner.exchange.source_rows import Row, those


def marked(table: SourceTable, context: Context) -> SourceTable:
    """The table with columns headed by a sector or stop taken as boxes to tick, without rows that only name one."""
    rows = those(table.rows, lambda row: not _names_only(row, context))
    columns = [_marked(column, context, rows) for column in table.columns]
    return replace(table, columns=tuple(_without_sum(column, columns) for column in columns), rows=rows)


def _names_only(row: Row, context: Context) -> bool:
    """Whether a row is the heading of a section: one cell, and it names a sector or stop."""
    filled = [cell for cell in row.cells if cell and not cell.isspace()]
    # A narrow table can have rows of one cell that are registrations.
    if len(filled) != 1 or len(row.cells) < 4:
        return False
    name = words(re.split(r"[(:–—]|\s-\s", filled[0])[0])
    return name in context.sectors.spellings or name in context.stops.spellings


def _without_sum(column: SourceColumn, columns: Iterable[SourceColumn]) -> SourceColumn:
    """A column that only sums up the boxes beside it, as services write "sectors" before "sectors/mining", is none."""
    if column.option or column.field not in ("sectors", "stops") or column.reason.kind == "chosen":
        return column
    group = re.compile(rf"{re.escape(column.heading.strip())}\s*[/\[:]", re.IGNORECASE)
    boxes = sum(bool(one.option and group.match(one.heading.strip())) for one in columns)
    return replace(column, field="", reason=Reason("nothing")) if boxes > 1 else column


def _marked(column: SourceColumn, context: Context, rows: Iterable[Row]) -> SourceColumn:
    """A column headed with just the name of a sector or stop, perhaps below a group of them, is to be ticked."""
    if (column.option and column.field) or column.reason.kind == "chosen":
        return column
    inner = [column.heading[found.end() :] for found in _BEHIND_GROUP.finditer(column.heading)]
    inner += [found.group(1) for found in _IN_BRACKETS.finditer(column.heading)]
    for field_name, known in (("sectors", context.sectors), ("stops", context.stops)):
        # The name of a sector may read like another field ("Agriculture and foods"), and stops are cities.
        if words(column.heading) in known.spellings:
            return _box(column, field_name, column.heading)
        option = next((one for one in inner if words(one) in known.spellings), "")
        if option and column.field in ("", field_name):
            return _box(column, field_name, option)
        if (
            field_name == "stops"
            and column.field in ("", "stops")
            and (stop := _attended(column.heading, known.spellings))
        ):
            return _box(column, field_name, stop) if _holds_marks(column.index, rows) else column
        # A sector nobody knows is told by its name, not by its "1".
        if inner and (column.field or column.asked) == field_name and _holds_marks(column.index, rows):
            return _box(column, field_name, inner[-1])
    return column


def _attended(heading: str, stops: Iterable[str]) -> str:
    """The one stop a heading asks about coming to ("Present in Lisbon"); empty where it asks for anything else."""
    asked = f" {words(heading)} "
    named = {stop for stop in stops if f" {stop} " in asked}
    stop = max(named, key=len, default="")
    rest = set(asked.replace(f" {stop} ", " ").split())
    is_one = bool(stop) and all(other in stop for other in named)
    return stop if is_one and rest & _ATTENDING and rest <= _ATTENDING | _SMALL else ""


_ATTENDING = set(
    words(
        "present presente presence presencia participe participa participates participation participacion participera"
        " attend attends attending attendance assiste asiste asistencia visit visits visite visita coming comes come"
        " vient viene join joins joining"
    ).split()
)
"""Words, as they are compared, of a heading that asks who comes."""
_SMALL = set(
    words("a al au aux in en at to de do du del la le the will you your we i is est esta es city ville ciudad").split()
)


def _holds_marks(index: int, rows: Iterable[Row]) -> bool:
    """Whether a column holds nothing but ticks, yes and no."""
    cells = [cell for row in rows if index < len(row.cells) and (cell := row.cells[index].strip())]
    return bool(cells) and all(answers.yes_or_no(cell) is not None for cell in cells)


_IN_BRACKETS = re.compile(r"\[([^\]]+)\]\s*$")
_BEHIND_GROUP = re.compile(r"\s+[-–—|>]\s+|/|:\s+|»\s*")
"""The signs between the heading of a group and its option: "Sectors - Mining", "sectors/mining"."""


def _box(column: SourceColumn, field_name: str, option: str) -> SourceColumn:
    reason = Reason("box", field_name, other=option.strip())
    return SourceColumn(column.index, column.heading, field_name, 1, option.strip(), confidence=1.0, reason=reason)
