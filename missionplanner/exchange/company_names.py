"""The one column a list of companies cannot do without: asked for where no heading says which it is."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from missionplanner.exchange import evidence
from missionplanner.exchange.columns import SourceColumn, SourceTable
from missionplanner.exchange.reasons import Reason

_NAMES = frozenset({"name", "operating_name"})
_DECIDED = frozenset({"chosen", "before", "own", "form"})
"""Kinds of reasons that nobody doubts."""
_MISTAKEN = frozenset({"", "position", "title", "offers", "seeks", "description", "notes"})
"""Fields a column of names may have been taken for."""
_FILLED = _DIFFERENT = 0.9
"""The least share of rows that have a name, and of names that are not there twice."""
_OTHERS = ("email", "phone", "web", "date", "number", "year", "money", "postal", "answer", "sector", "stop", "town")
_MOST_OTHERS = 0.3
_ROWS_READ = 400
_LONGEST = 100


def asked(table: SourceTable) -> SourceTable:
    """Return the table with a question about the column that most likely names the companies, where none does."""
    if any(column.field in _NAMES or column.asked in _NAMES for column in table.columns) or len(table.rows) < 2:
        return table
    likely = sorted(_likely(table), key=lambda found: -found[0])
    if not likely:
        return table
    column = likely[0][1]
    question = replace(column, field="", number=1, asked="name", confidence=0.5, reason=Reason("missing", "name"))
    return replace(table, columns=tuple(question if one is column else one for one in table.columns))


def _likely(table: SourceTable) -> Iterator[tuple[float, SourceColumn]]:
    """The columns that may name companies, each with the share of its cells that end in a legal form."""
    for column in table.columns:
        may_be = column.field in _MISTAKEN and column.reason.kind not in _DECIDED
        if column.option or column.sensitive or not may_be:
            continue
        rows = islice(table.rows, _ROWS_READ)
        cells = [row.cells[column.index].strip() if column.index < len(row.cells) else "" for row in rows]
        filled = [cell for cell in cells if cell]
        if len(filled) < _FILLED * len(cells) or len(set(filled)) < _DIFFERENT * len(filled):
            continue
        kinds = evidence.gather(filled)
        if kinds.share(*_OTHERS) <= _MOST_OTHERS and max(map(len, filled)) <= _LONGEST:
            yield kinds.share("legal"), column
