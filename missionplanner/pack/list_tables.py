"""Tables of lists that part well at the foot of a page: no row alone on the next, none cut that a page holds."""

from typing import Any

from reportlab.platypus import LongTable, Table

_FEWEST = 2
"""Rows that are left on a page, and go on on the next."""
_WHOLE = 400
"""A row of this height in points is kept whole: every page holds it."""


class _PartsWell:
    """Parts a table so that more than its last row stands on its last page."""

    repeatRows: int
    _nrows: int
    _rowHeights: list[float]

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """Return the parts; none where the next page holds what would be cut here."""
        parts = super().split(availWidth, availHeight)  # type: ignore[misc]
        if len(parts) != _FEWEST:
            return list(parts)
        first, rest = parts
        heads = self.repeatRows
        if first._nrows + rest._nrows - heads > self._nrows:
            # A row is in both parts.
            return [] if first._nrows - heads == 1 and self._rowHeights[heads] < _WHOLE else [first, rest]
        if rest._nrows - heads == 1 and first._nrows - heads > _FEWEST:
            earlier = super().split(availWidth, sum(first._rowHeights) - 1)  # type: ignore[misc]
            return list(earlier or parts)
        return [first, rest]


class ListTable(_PartsWell, Table):  # type: ignore[misc]
    """A table of the pages of packs."""


class LongListTable(_PartsWell, LongTable):  # type: ignore[misc]
    """A table of many rows, measured in parts."""
