"""Text with separators (csv) as rows of cells; a quotation mark out of place never swallows the rows below it."""

import csv
import itertools
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from missionplanner.domain.issues import Issue, Severity
from missionplanner.errors import UserError
from missionplanner.i18n import _

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""The limits of Excel: reading on would take all memory there is."""
_SEPARATORS = (",", ";", "\t", "|")
_MARK = "\x1f"
"""Stands for a separator of several characters while the cells are cut."""
_SEVERAL = {", ": re.compile(", "), "  ": re.compile(" {2,}")}
_LONGEST_CELL = 1_000_000
_SAMPLE_LINES = 200
_NEVER_CLOSED = 40
"""Lines below a quotation mark that is never closed, from which on the file is refused."""


@dataclass(frozen=True, slots=True)
class Notation:
    """How a text marks its cells."""

    separator: str
    """One character, or a key of _SEVERAL."""
    quote: str = '"'
    width: int = 1
    """The commonest number of cells of a line."""
    addresses: tuple[int, ...] = ()
    """The places of cells that are e-mail addresses in most lines."""

    @property
    def mark(self) -> str:
        """The character at which the prepared lines are cut."""
        return _MARK if self.separator in _SEVERAL else self.separator

    def prepared(self, line: str) -> str:
        """Return the line with one character for each separator."""
        several = _SEVERAL.get(self.separator)
        return several.sub(_MARK, line) if several else line

    def cells(self, cells: list[str]) -> list[str]:
        """Return the cells as they were before the line was prepared."""
        if self.separator not in _SEVERAL:
            return cells
        return [cell.replace(_MARK, self.separator) for cell in cells]


class _Lines:
    """Lines that are given out one by one, and may be put back behind the first of a record."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._coming = iter(lines)
        self._waiting: deque[str] = deque()
        self.taken: list[str] = []
        """The lines of the record that is being read."""
        self.at_end = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._waiting:
            line = self._waiting.popleft()
        else:
            try:
                line = next(self._coming)
            except StopIteration:
                self.at_end = True
                raise
        self.taken.append(line)
        return line

    def only_first(self) -> str:
        """Return the first line of the record and put the others back."""
        first, *others = self.taken
        self._waiting.extendleft(reversed(others))
        self.taken = [first]
        return first


def read(lines: Iterable[str]) -> tuple[list[tuple[str, ...]], list[Issue]]:
    """Return the rows of a text, and an Issue for each that has a quotation mark out of place.

    Raises UserError for a text that is no table or has no end.
    """
    coming = iter(lines)
    sample = list(itertools.islice(coming, _SAMPLE_LINES))
    notation = recognise(sample)
    rows: list[tuple[str, ...]] = []
    issues: list[Issue] = []
    known: dict[str, str] = {}
    for cells, stray in _records(_chained(sample, coming, notation), notation):
        # Forms offer the same words again and again: each is kept once.
        rows.append(tuple([known.setdefault(cell, cell) if len(cell) < 40 else cell for cell in cells]))
        if stray:
            issues.append(_out_of_place(len(rows)))
    return rows, issues


def recognise(sample: Sequence[str]) -> Notation:
    """Return the notation that cuts the lines most regularly: commas also stand within addresses and numbers."""
    inner = _unwrapped(sample)
    best, most = Notation(","), 0.0
    for candidate in _candidates(inner):
        width, score = _regularity(inner, candidate)
        if score > most:
            best, most = replace(candidate, width=width), score
    return replace(best, addresses=_addresses(inner, best))


def _addresses(sample: Sequence[str], notation: Notation) -> tuple[int, ...]:
    lines = [_alone(notation.prepared(line), notation) for line in sample if "@" in line]
    rows = [cells for cells in lines if len(cells) == notation.width]
    return tuple(n for n in range(notation.width) if sum("@" in row[n] for row in rows) * 2 > len(rows))


def _candidates(sample: Sequence[str]) -> Iterator[Notation]:
    quote = "'" if _has_apostrophes(sample) else '"'
    for separator in (*_SEPARATORS, *_SEVERAL):
        yield Notation(separator, quote)
    if any(line.lstrip().startswith('"') for line in sample):
        yield Notation(" ")


def _has_apostrophes(sample: Sequence[str]) -> bool:
    """Whether cells are quoted by apostrophes: most lines begin and end one that way."""
    lines = [line.strip() for line in sample if line.strip()]
    quoted = sum(1 for line in lines if re.search(r"""(^|[,;\t|])\s*'[^'"]*'\s*([,;\t|]|$)""", line))
    doubled = sum(1 for line in lines if re.search(r"""(^|[,;\t|])\s*"[^"]*"\s*([,;\t|]|$)""", line))
    return quoted > len(lines) * 0.6 and quoted > doubled


def _regularity(sample: Sequence[str], notation: Notation) -> tuple[int, float]:
    """Return the commonest number of cells, and how regularly the separator cuts the lines."""
    prepared = [notation.prepared(line) for line in sample]
    reader = csv.reader(prepared, delimiter=notation.mark, quotechar=notation.quote, skipinitialspace=True)
    try:
        widths = [len(row) for row in reader if any(map(str.strip, row))]
    except csv.Error:
        # One cell or quotation mark is out of bounds: the lines are judged one by one.
        widths = [line.count(notation.mark) + 1 for line in prepared if line.strip()]
    if not widths:
        return 1, 0.0
    width, count = Counter(widths).most_common(1)[0]
    share = count / len(widths)
    if notation.separator in (" ", "  ") and (share < 0.9 or width < 3 or len(widths) < 2):
        return 1, 0.0  # blanks separate words before they separate cells
    # Cubed, so that a separator of every line wins over one that is more frequent but irregular.
    return width, (width - 1) * share**3


_WHOLE = re.compile(r'\s*"((?:[^"]|"")*)"\s*')


def _unwrapped(sample: Sequence[str]) -> list[str]:
    """Return the lines without the quotation marks around each of them as a whole, where most have them."""
    filled = [line for line in sample if line.strip()]
    found = [_WHOLE.fullmatch(line) for line in filled]
    if not filled or sum(map(bool, found)) <= len(filled) * 0.8:
        return list(sample)
    return [one.group(1).replace('""', '"') if one else line for one, line in zip(found, filled, strict=True)]


def _chained(sample: Sequence[str], coming: Iterator[str], notation: Notation) -> Iterator[str]:
    """Give out every line as the reader takes it; raises UserError where a table has no end."""
    mark, plain = notation.mark, notation.separator not in _SEVERAL
    number = 0
    for lines in (sample, coming):
        for line in lines:
            number += 1
            line = (line if plain else notation.prepared(line)).replace("\0", "")
            if number > MOST_ROWS or (len(line) > MOST_COLUMNS and line.count(mark) > MOST_COLUMNS):
                text = _("The table has too many rows or columns.")
                raise UserError(text, _("Save only the registrations to a new file."))
            yield line


def _records(lines: Iterator[str], notation: Notation) -> Iterator[tuple[list[str], bool]]:
    """Yield the cells of each record, and whether a quotation mark of it is out of place."""
    # Python's own limit of 131,072 characters would refuse a file for one long answer.
    csv.field_size_limit(_LONGEST_CELL)
    feed = _Lines(lines)
    # strict: a closing mark with a text behind it is an error, by which marks out of place are noticed.
    reader = csv.reader(feed, delimiter=notation.mark, quotechar=notation.quote, strict=True, skipinitialspace=True)
    for number in itertools.count(1):
        feed.taken = []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _refuse_endless(feed, number, error)
            yield notation.cells(_alone(feed.only_first(), notation)), True
            continue
        if len(feed.taken) > 1 and _swallows(feed.taken, notation):
            yield notation.cells(_alone(feed.only_first(), notation)), True
        else:
            yield notation.cells(_opened(cells, notation)), False


def _refuse_endless(feed: _Lines, row: int, error: csv.Error) -> None:
    """Refuse a file of which most would be one cell."""
    if any(len(line) > _LONGEST_CELL for line in feed.taken):
        raise UserError(
            _("The file is not a regular table ({reason}).").format(reason=error),
            _("Save it again from the spreadsheet as .xlsx or .csv."),
        ) from error
    if feed.at_end and len(feed.taken) > _NEVER_CLOSED:
        raise UserError(
            _("A quotation mark that is opened in row {row} is never closed.").format(row=row),
            _("Repair it in a text editor, or save the file again from the spreadsheet."),
        ) from error


def _swallows(lines: Sequence[str], notation: Notation) -> bool:
    """Whether a record of several lines is several rows: each line alone is a whole row of the table."""
    # In a table of two columns a line with one comma is as likely part of a text.
    if notation.width < 3:
        return False
    return all(
        len(cells) == notation.width and all("@" in cells[place] for place in notation.addresses)
        for cells in (_alone(line, notation) for line in lines)
    )


def _alone(line: str, notation: Notation) -> list[str]:
    """Return the cells of a line with a quotation mark out of place, cut so that they are as many as in other lines."""
    quote = notation.quote
    pieces = line.strip("\n").split(notation.mark)
    literal = [piece.strip().strip(quote) for piece in pieces]
    if len(literal) == notation.width:
        return literal
    cells: list[str] = []
    while pieces:
        end = _end_of_cell(pieces, quote)
        cell = notation.mark.join(pieces[:end]).strip()
        cells.append(cell[1:-1].replace(quote * 2, quote) if end > 1 else cell.strip(quote))
        del pieces[:end]
    return cells


def _end_of_cell(pieces: Sequence[str], quote: str) -> int:
    """Return how many pieces between separators are the first cell: a quoted one ends where its marks are even."""
    if not pieces[0].lstrip().startswith(quote):
        return 1
    marks = 0
    for number, piece in enumerate(pieces, start=1):
        marks += piece.count(quote)
        if marks % 2 == 0 and piece.rstrip().endswith(quote):
            return number
    return 1


def _opened(cells: list[str], notation: Notation) -> list[str]:
    """Return the cells within a line that was quoted as a whole."""
    if len(cells) != 1 or notation.width < 2 or notation.mark not in cells[0]:
        return cells
    inner = csv.reader([cells[0]], delimiter=notation.mark, quotechar=notation.quote, skipinitialspace=True)
    found = next(inner, cells)
    return found if len(found) == notation.width else cells


def _out_of_place(row: int) -> Issue:
    text = _("A quotation mark of this row is out of place; the row was read by itself. Check its cells.")
    return Issue("stray_quote", text, Severity.WARNING, row)
