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
_SEPARATORS = (",", ";", "\t", "|", "~", "^")
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
    shapes: tuple[str, ...] = ()
    """The look of the cell in each place in most lines: an address, a number; empty where it may be anything."""
    is_padded: bool = False
    """Whether blanks stand between a closing quotation mark and the separator."""
    is_wrapped: bool = False
    """Whether lines are quoted as a whole, and end with a separator."""
    has_blanks: bool = False
    """Whether most separators have a blank behind them."""

    @property
    def mark(self) -> str:
        """The character at which the prepared lines are cut."""
        return _MARK if self.separator in _SEVERAL else self.separator

    def prepared(self, line: str) -> str:
        """Return the line with one character for each separator."""
        if self.is_wrapped and (whole := _WHOLE.fullmatch(line)):
            line = whole.group(1).replace('""', '"') + "\n"
        if self.is_padded:
            line = _padding(self).sub(self.quote, line)
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
    named = _NAMED.match(sample[0].lstrip("\ufeff")) if sample else None
    best, most = Notation(named.group(1) if named else ","), 0.0
    for candidate in [best] if named else _candidates(inner):
        width, score = _regularity(inner[bool(named) :], candidate)
        if score > most:
            best, most = replace(candidate, width=width), score
    is_wrapped = sum(map(bool, map(_CLOSED.search, sample))) * 2 > len(sample) and inner != list(sample)
    best = replace(best, is_padded=_is_padded(inner, best), is_wrapped=is_wrapped)
    return _with_shapes(best, [best.prepared(line).strip("\n").split(best.mark) for line in inner])


_NAMED = re.compile(r"""\s*["']?sep=(.)["']?\s*$""", re.IGNORECASE)
"""The line by which Excel is told the separator."""


_CLOSED = re.compile(r'^\s*".*"\s*[;,]+\s*$')


def _padding(notation: Notation) -> re.Pattern[str]:
    """Return the pattern of a closing quotation mark with blanks between it and the separator."""
    return re.compile(rf"{notation.quote} +(?={re.escape(notation.separator.strip())})")


def _is_padded(sample: Sequence[str], notation: Notation) -> bool:
    padding = _padding(notation)
    return bool(notation.separator.strip()) and sum(map(bool, map(padding.search, sample))) > 1


def _with_shapes(notation: Notation, lines: Sequence[Sequence[str]]) -> Notation:
    """Return the notation with what most rows look like, by which a line of a text is told from a row."""
    rows = [cells for cells in lines if len(cells) == notation.width][1:]
    counts = [Counter(_shape(row[place]) for row in rows if row[place].strip()) for place in range(notation.width)]
    shapes = tuple(shape if times * 5 > len(rows) * 4 else "" for shape, times in map(_commonest, counts))
    return replace(notation, shapes=shapes, has_blanks=sum(map(_has_blanks, rows)) * 2 > len(rows))


def _commonest(counts: Counter[str]) -> tuple[str, int]:
    return counts.most_common(1)[0] if counts else ("", 0)


def _shape(cell: str) -> str:
    """Return what a cell looks like: an address, a number, or anything."""
    if "@" in cell:
        return "address"
    return "number" if sum(map(str.isdigit, cell)) * 2 > len(cell.strip()) else ""


def _has_blanks(cells: Sequence[str]) -> bool:
    """Whether every cell but the first begins with a blank: commas of a text have one behind them."""
    return len(cells) > 1 and all(cell.startswith(" ") for cell in cells[1:])


def _candidates(sample: Sequence[str]) -> Iterator[Notation]:
    quote = "'" if _has_apostrophes(sample) else '"'
    for separator in (*_SEPARATORS, *_SEVERAL):
        yield Notation(separator, quote)
    if any(line.lstrip().startswith('"') for line in sample):
        yield Notation(" ")


def _has_apostrophes(sample: Sequence[str]) -> bool:
    """Whether cells are quoted by apostrophes: most lines begin and end one that way."""
    lines = [line.strip() for line in sample if line.strip()]
    # One before the first character of a formula is there so that it is none.
    quoted = sum(1 for line in lines if re.search(r"""(^|[,;\t|])\s*'(?![=+@-])[^'"]*'\s*([,;\t|]|$)""", line))
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


_WHOLE = re.compile(r'\s*"((?:[^"]|"")*)"[\s;,]*')


def _unwrapped(sample: Sequence[str]) -> list[str]:
    """Return the lines without the quotation marks around each of them as a whole, where most have them."""
    filled = [line for line in sample if line.strip()]
    found = [_WHOLE.fullmatch(line) for line in filled]
    if not filled or sum(map(bool, found)) <= len(filled) * 0.8:
        return list(sample)
    return [one.group(1).replace('""', '"') if one else line for one, line in zip(found, filled, strict=True)]


def _chained(sample: Sequence[str], coming: Iterator[str], notation: Notation) -> Iterator[str]:
    """Give out every line as the reader takes it; raises UserError where a table has no end."""
    mark, plain = notation.mark, not (notation.separator in _SEVERAL or notation.is_padded or notation.is_wrapped)
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
    rows = [_alone(line, notation, is_raw=True) for line in lines]
    if not notation.has_blanks and any(map(_has_blanks, rows[1:])):
        return False
    return all(len(cells) == notation.width and _fits(cells, notation.shapes) for cells in rows)


def _fits(cells: Sequence[str], shapes: Sequence[str]) -> bool:
    return all(
        not shape or not cell.strip() or _shape(cell) == shape for cell, shape in zip(cells, shapes, strict=True)
    )


def _alone(line: str, notation: Notation, is_raw: bool = False) -> list[str]:
    """Return the cells of a line with a quotation mark out of place, cut so that they are as many as in other lines.

    is_raw: with the blanks around them.
    """
    quote = notation.quote
    pieces = line.strip("\n").split(notation.mark)
    if len(pieces) == notation.width:
        return pieces if is_raw else [piece.strip().strip(quote) for piece in pieces]
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
