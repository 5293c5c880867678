"""A file with rows of both sides: each is read as, and compared with, its own side."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Side
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.mission import Mission
from missionplanner.errors import UserError
from missionplanner.exchange import columns, companies, files, places
from missionplanner.exchange.columns import SourceTable
from missionplanner.i18n import _
from missionplanner.jobs.imports.comparison import ImportComparison, KnownMission, compare
from missionplanner.jobs.imports.targets import Asked


def compare_by_side(
    table: SourceTable,
    known: KnownMission,
    asked: Asked,
    findings: Iterable[Issue],
    source_of: Callable[[Side], str],
) -> ImportComparison:
    """Return the outcome of every row, in the order of the file.

    source_of: the identity of the form for a side.
    """
    findings = tuple(findings)
    parts = []
    for side, rows in companies.by_side(table, asked.side).items():
        context = companies.context(known.mission, side, known.sectors, known.stops, known.kinds)
        read = companies.read(replace(table, rows=rows), context, findings)
        parts.append(compare(read, known, replace(asked, side=side, source=source_of(side))))
    if len(parts) == 1:
        return parts[0]
    return ImportComparison(
        tuple(sorted((row for part in parts for row in part.rows), key=lambda row: row.number)),
        tuple(target for part in parts for target in part.targets),
        tuple(memory for part in parts for memory in part.memories),
        tuple(alias for part in parts for alias in part.aliases),
        tuple(pair for part in parts for pair in part.distinct),
    )


def side_said(path: Path, mission: Mission) -> Side | None:
    """Return the side in whose country the first rows of a file all are; None where they say neither."""
    try:
        source = files.load(path)
        if not files.is_workbook(source):
            source = replace(source, content=source.content[:_BYTES])
        table = columns.choose(files.read(source, first=_ROWS))
    except UserError:
        return None  # whatever is wrong with a file is said where it is imported
    column = next((one for one in table.columns if one.field == "country"), None)
    cells = [row.cells[column.index] for row in table.rows[:_ROWS] if column.index < len(row.cells)] if column else []
    said = {places.country_code(cell) for cell in cells if cell.strip()}
    for side, country in ((Side.COUNTERPART, mission.host_country), (Side.DELEGATION, mission.home_country)):
        if country and said == {places.country_code(country)}:
            return side
    return None


_ROWS, _BYTES = 40, 100_000
"""The rows and bytes of a long file that are looked at."""


def of_other_side(table: SourceTable, side: Side) -> list[Issue]:
    """Find that the file says of some rows that they are of the other side."""
    rows = companies.by_side(table, side).get(side.other, ())
    if not rows:
        return []
    text = _("The column “side” says that {n} rows are of the other side; they are taken so.").format(n=len(rows))
    return [Issue("other_side", text, Severity.WARNING)]
