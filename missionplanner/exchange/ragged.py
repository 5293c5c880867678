"""Rows of a csv that have more or fewer cells than the table has columns, so that their cells are of other columns."""

from collections import Counter
from collections.abc import Iterator, Sequence

from missionplanner.domain.issues import Issue, Severity
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import _


def find(table: SourceTable) -> Iterator[Issue]:
    """Find an error for each row with more filled cells than headings, a warning for each that breaks off."""
    return rows_of(table.rows, len(table.columns), table.workbook)


def rows_of(rows: Sequence[Row], headings: int, workbook: bool) -> Iterator[Issue]:
    """Find the same among the rows below so many headings."""
    if workbook or not rows:
        return
    widths = Counter(len(row.cells) for row in rows)
    # A table may have columns without headings, and leave out empty cells at the end of every row.
    common, times = widths.most_common(1)[0]
    widest = max(headings, common) if times * 2 > len(rows) > 2 else headings
    complete = widths[headings] * 2 > len(rows)
    for row in rows:
        filled = next((n for n in range(len(row.cells), 0, -1) if row.cells[n - 1].strip()), 0)
        if filled > widest:
            text = _(
                "The row has {found} cells, but there are {expected} columns: a separator in one of its cells is not "
                "in quotation marks. Repair the row in the file."
            )
            yield _issue(row.number, text, filled, widest, Severity.ERROR)
        elif complete and len(row.cells) < headings:
            text = _("The row has only {found} cells, but there are {expected} columns: it may go on in the next row.")
            yield _issue(row.number, text, len(row.cells), headings, Severity.WARNING)


def _issue(row: int, text: str, found: int, expected: int, severity: Severity) -> Issue:
    return Issue("ragged_row", text.format(found=found, expected=expected), severity, row)
