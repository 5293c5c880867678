"""The rows of a source: cells under the number of their row; those of a long file are kept as one text."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

MANY = 20_000
"""Rows from which on they are kept as one text: each as objects would take some hundred bytes more."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its number in the source (from 1, as the spreadsheet shows it) and its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(1 for cell in self.cells if cell.strip())


class LongRows(Sequence[Row]):
    """Rows that are made again from one text whenever they are read, with their places in it."""

    __slots__ = ("_numbers", "_places", "_starts", "_text")

    def __init__(self, rows: Iterable[Row]) -> None:
        self._text = bytearray()
        self._starts, self._numbers = array("Q", [0]), array("Q")
        for row in rows:
            # A mark before each cell, so that no cell and an empty one differ; a text never holds it.
            self._text += "".join(f"\0{cell}" for cell in row.cells).encode("utf-8", "surrogatepass")
            self._starts.append(len(self._text))
            self._numbers.append(row.number)
        self._places: Sequence[int] = range(len(self._numbers))

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._places)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> "LongRows": ...

    def __getitem__(self, index: int | slice) -> "Row | LongRows":
        return self._among(self._places[index]) if isinstance(index, slice) else self._row(self._places[index])

    def those(self, test: Callable[[Row], bool]) -> "LongRows":
        """Return the rows that pass a test; they share the text."""
        return self._among(array("L", (place for place in self._places if test(self._row(place)))))

    def _row(self, place: int) -> Row:
        text = self._text[self._starts[place] : self._starts[place + 1]].decode("utf-8", "surrogatepass")
        return Row(self._numbers[place], tuple(text.split("\0")[1:]))

    def _among(self, places: Sequence[int]) -> "LongRows":
        found = LongRows(())
        found._text, found._starts, found._numbers, found._places = self._text, self._starts, self._numbers, places
        return found


def those(rows: Sequence[Row], test: Callable[[Row], bool]) -> Sequence[Row]:
    """Return the rows that pass a test."""
    return rows.those(test) if isinstance(rows, LongRows) else tuple(filter(test, rows))


def kept(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows in the way that suits their number."""
    return LongRows(rows) if len(rows) >= MANY else tuple(rows)
