"""Which sheets of a workbook hold the same kind of table, and what is left out of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from missionplanner.domain.issues import Issue, Severity
from missionplanner.exchange import columns, own_headings
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.fields import normal_heading
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import _

ALL = "all"
"""The name by which all sheets of one layout are read."""


def offered(sheets: Sequence[SourceSheet], name: str) -> list[SourceSheet]:
    """Return the sheets to choose from: those that are shown, and a hidden one that is asked for; or all as one."""
    found = shown(sheets, name)
    return [joined(found, columns.choose(found))] if means_all(found, name) else found


def shown(sheets: Sequence[SourceSheet], name: str) -> list[SourceSheet]:
    """Return the sheets that are shown, and a hidden one that is asked for."""
    return [sheet for sheet in sheets if not sheet.hidden or sheet.name == name] or list(sheets)


def means_all(sheets: Sequence[SourceSheet], name: str) -> bool:
    """Whether the name asks for all sheets; a sheet may be called so."""
    return name == ALL and all(sheet.name != ALL for sheet in sheets)


def joined(sheets: Sequence[SourceSheet], table: SourceTable) -> SourceSheet:
    """Return the sheets of the layout of a table as one, whose row numbers go on from sheet to sheet."""
    first, *others = _like(sheets, table)
    rows, findings = list(first.rows), list(first.findings)
    for sheet in others:
        place, last = _heading_place(sheet, table), rows[-1].number if rows else 0
        below = [Row(last + row.number, row.cells) for row in sheet.rows[place + 1 :]]
        rows += below
        findings += moved(sheet.findings, last)
        if below:
            findings.append(counted_on(sheet.name, below[0].number - last, last))
    return replace(first, name=ALL, rows=tuple(rows), findings=tuple(findings))


def left_out(sheets: Sequence[SourceSheet], table: SourceTable) -> list[Issue]:
    """Find the sheets with rows that are not read: those with the same columns, and hidden ones."""
    alike = [] if table.sheet == ALL else [sheet.name for sheet in _like(sheets, table) if sheet.name != table.sheet]
    return [*others(alike), *_otherwise(sheets, table), *hidden(sheets, table.sheet)]


def _otherwise(sheets: Sequence[SourceSheet], table: SourceTable) -> list[Issue]:
    """Find the sheets that are lists with other columns; those of this program's own workbooks are no registrations."""
    if own_headings.exported([column.heading for column in table.columns]):
        return []
    like = {table.sheet, *(sheet.name for sheet in _like(sheets, table))}
    names = [sheet.name for sheet in sheets if not sheet.hidden and sheet.name not in like and columns.is_list(sheet)]
    if not names:
        return []
    text = _("Sheets with other columns were not read: {names}. Choose each to read it, too.")
    return [Issue("other_layouts", text.format(names=", ".join(names)), Severity.WARNING)]


def others(names: Sequence[str]) -> list[Issue]:
    """Find that other sheets hold the same kind of table."""
    if not names:
        return []
    text = _(
        "Other sheets have the same columns and were not read: {names}. Choose all sheets (“all”) to read them, too."
    )
    return [Issue("other_sheets", text.format(names=", ".join(names)), Severity.WARNING)]


def hidden(sheets: Sequence[SourceSheet], name: str) -> list[Issue]:
    """Find the hidden sheets with rows, other than the one that is read."""
    names = [s.name for s in sheets if s.hidden and s.name != name and sum(r.filled > 1 for r in s.rows) > 1]
    if not names:
        return []
    text = _("Hidden sheets were not read: {names}.").format(names=", ".join(names))
    return [Issue("hidden_sheets", text, Severity.WARNING)]


def moved(findings: Iterable[Issue], by: int) -> list[Issue]:
    """Return what was found in a sheet whose rows are counted on from those of others."""
    return [replace(issue, row=by + issue.row) if issue.row else issue for issue in findings]


def counted_on(sheet: str, first: int, by: int) -> Issue:
    """Find that the rows of a sheet are counted on from those of others; first: its first row in the sheet."""
    text = _("Row {row} of “{sheet}” and those below it are counted from row {first} on.")
    return Issue("counted_on", text.format(row=first, sheet=sheet, first=by + first), Severity.WARNING)


def has_others(sheets: Sequence[SourceSheet], table: SourceTable) -> bool:
    """Whether other sheets that are shown have the columns of the table."""
    return len(_like(sheets, table)) > 1


def _like(sheets: Sequence[SourceSheet], table: SourceTable) -> list[SourceSheet]:
    return [s for s in sheets if not s.hidden and (s.name == table.sheet or _heading_place(s, table) >= 0)]


def _heading_place(sheet: SourceSheet, table: SourceTable) -> int:
    """Return the place of the row with the headings of the table; -1 where there is none."""
    wanted = [normal_heading(column.heading) for column in table.columns if column.heading.strip()]
    for place, row in enumerate(sheet.rows[:40]):
        if row.filled and [normal_heading(cell) for cell in row.cells if cell.strip()] == wanted:
            return place
    return -1
