"""Columns whose cells come from a list of the mission that no heading need tell: roles, kinds of organisations."""

from collections.abc import Collection
from dataclasses import replace

from missionplanner.exchange import values
from missionplanner.exchange.choices import NamedChoices
from missionplanner.exchange.columns import SourceColumn, SourceTable
from missionplanner.exchange.fields import normal_heading
from missionplanner.exchange.reasons import Reason

_LOOKED_AT = 500
"""Rows from which a column is judged."""
_FEWEST = 3
"""Filled cells at least where the heading says nothing: one or two tell nothing."""
_LEAST = 0.6
"""The share of filled cells that name something of the list, where the heading says what it is."""
_LEAST_ALONE = 0.9
"""The share where the heading says nothing of it."""
_ROLE = "role roles rol funcion fonction category categorie categoria participant capacity calidad"
_KIND = "type tipo kind kinds nature naturaleza category categorie categoria genre clase"
ROLE_WORDS, KIND_WORDS = frozenset(_ROLE.split()), frozenset(_KIND.split())
"""Words of headings of such columns, folded."""


def with_kind(table: SourceTable, kinds: NamedChoices) -> SourceTable:
    """Return the table with the column that says what kind of organisation each is, where there is one."""
    return _told(table, "kind", kinds, KIND_WORDS)


def with_role(table: SourceTable, roles: NamedChoices) -> SourceTable:
    """Return the table with the column that says what everybody is there for; one of posts may be it."""
    return _told(table, "role", roles, ROLE_WORDS, taken=("position",))


def _told(
    table: SourceTable, field: str, known: NamedChoices, words: Collection[str], taken: Collection[str] = ()
) -> SourceTable:
    """Return the table with the column of a field known by its cells, unless one has it or somebody decided."""
    if any(column.field == field for column in table.columns):
        return table
    found = listed_column(table, known, words, taken)
    if found is None or found.reason.kind in ("chosen", "before"):
        return table
    share = _score(table, found, known, words)
    reason = Reason("listed", field=field, cells=field, share=share)
    told = replace(found, field=field, number=1, asked="", confidence=share, reason=reason)
    return replace(table, columns=tuple(told if column is found else column for column in table.columns))


def listed_column(
    table: SourceTable, known: NamedChoices, words: Collection[str], taken: Collection[str] = ()
) -> SourceColumn | None:
    """Return the column whose cells are choices of a list; None where no column has enough of them.

    taken: fields whose columns may be meant all the same; any other column that feeds a field is left out.
    """
    free = [column for column in table.columns if not column.field or column.field in taken]
    scored = [(_score(table, column, known, words), -column.index, column) for column in free]
    best = max(scored, default=(0.0, 0, None), key=lambda found: found[:2])
    return best[2] if best[0] > 0 else None


def _score(table: SourceTable, column: SourceColumn, known: NamedChoices, words: Collection[str]) -> float:
    rows = (row.cells for row in table.rows[:_LOOKED_AT] if column.index < len(row.cells))
    cells = [text for cells in rows if (text := values.text(cells[column.index]))]
    if not cells:
        return 0.0
    share = sum(bool(known.named(cell)[0]) for cell in cells) / len(cells)
    is_told = bool(set(normal_heading(column.heading).split()) & set(words))
    is_enough = share >= _LEAST if is_told else share >= _LEAST_ALONE and len(cells) >= _FEWEST
    return share if is_enough else 0.0
