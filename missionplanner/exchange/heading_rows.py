"""The rows of a sheet that hold its headings: one, or groups above and their columns below."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from missionplanner.domain.spelling import words
from missionplanner.exchange.fields import BY_NAME, CHOICES
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.meanings import meaning
from missionplanner.exchange.source_rows import Row

_IS_DATA = re.compile(r"[^@\s]+@[^@\s]+\.\w+|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}|\d{3,}([.,]\d+)*( [A-Z]{3})?")
"""Cells that are answers: addresses, dates, numbers and amounts; no heading is one."""
_ROWS_SEARCHED = 40
"""Rows among which the headings are looked for."""
_CELLS_SEARCHED = 300
"""Cells of a row by which it is judged whether it holds headings."""


def found(sheet: SourceSheet) -> tuple[int, float]:
    """The place and score of the row most like headings."""
    best, place = 0.0, 0
    for index, row in enumerate(sheet.rows[:_ROWS_SEARCHED]):
        # Headings may be questions, but paragraphs are an introduction; the earlier of two equal rows is the heading.
        long = sum(1 for cell in row.cells if len(cell) > 120)
        data = sum(1 for cell in row.cells if _IS_DATA.fullmatch(cell.strip()))
        score = _named(row.cells) - long - _NAMES_NO_FIELD * data - 0.01 * index
        if score > best:
            best, place = score, index
    return place, best


def at(sheet: SourceSheet, place: int) -> tuple[int, list[str]]:
    """The headings of a table whose heading row is at this place, and the place of the last heading row.

    Headings may stand in two rows, groups above ("Delegate 1") and their columns below ("First name").
    """
    if place + 1 < len(sheet.rows) and _are_boxes(sheet.rows[place], sheet.rows[place + 1]):
        return place + 1, _joined(sheet.rows[place].cells, sheet.rows[place + 1].cells)
    # Two rows are tried as one above and below the row found; the reading that names most things is taken.
    options = [(_named(sheet.rows[place].cells), place, list(sheet.rows[place].cells))]
    for upper, lower in ((place - 1, place), (place, place + 1)):
        if upper >= 0 and lower < len(sheet.rows) and _is_group(sheet.rows[upper], sheet.rows[lower]):
            both = _joined(sheet.rows[upper].cells, sheet.rows[lower].cells)
            if _are_questions(sheet.rows[upper], sheet.rows[lower]) or _tells_apart(sheet.rows[lower].cells, both):
                return lower, both
            options.append((_named(both), lower, both))
    best = max(options, key=lambda option: option[0])
    return best[1], best[2]


def _named(headings: Iterable[str]) -> float:
    """How many different things the headings name."""
    found: dict[str, float] = {}
    repeated: Counter[str] = Counter()
    for heading in islice(headings, _CELLS_SEARCHED):
        if not heading.strip() or len(heading) > _LONGEST_HEADING:
            continue
        what = meaning(heading)
        text = what.heading.text
        if what.field:
            # The same heading again is the next delegate; "Sectors [Mining]" and "Sectors [Energy]" are two things.
            repeated[text] += 1
            part = text if _HAS_PARTS.search(heading) else repeated[text]
            key = f"{what.field}#{what.heading.ordinal}#{part}"
            found[key] = max(found.get(key, 0.0), what.fields[0][1])
        elif what.known and what.fields:
            found[text] = _NAMES_NO_FIELD
    return sum(found.values())


_LONGEST_HEADING = 400
"""Characters of a heading; a longer cell is an introduction or an answer."""
_NAMES_NO_FIELD = 0.4
"""The weight of a heading that is understood but has no field."""
_HAS_PARTS = re.compile(r"\[[^\]]+\]\s*$|\s-\s")


def _are_boxes(upper: Row, lower: Row) -> bool:
    """Whether the lower row names the boxes to tick below headings such as "Sectors", and nothing else."""
    group, found = "", 0
    for index, cell in enumerate(lower.cells):
        above = upper.cells[index].strip() if index < len(upper.cells) else ""
        group = above or group
        if cell.strip():
            if meaning(group).field not in CHOICES or len(cell) > 60:
                return False
            found += 1
    return found >= 2


def _is_group(upper: Row, lower: Row) -> bool:
    """Whether the upper row can hold groups of the lower's headings: several of them, and no data in either."""
    if _are_questions(upper, lower):
        return True
    texts = [cell.strip() for cell in (*upper.cells, *lower.cells) if cell.strip()]
    plain = all(len(text) < 60 and "@" not in text and not text[0].isdigit() for text in texts)
    return upper.filled >= 2 and lower.filled >= 2 and plain and _named(lower.cells) >= 2


def _tells_apart(lower: tuple[str, ...], both: list[str]) -> bool:
    """Whether groups tell headings apart that stand several times: "Nom" of the company, of a delegate, of who pays."""
    alike = Counter(words(cell) for cell in lower if cell.strip())
    joined = Counter(words(heading) for heading in both if heading.strip())
    return max(alike.values(), default=0) > 1 and max(joined.values(), default=0) == 1


def _are_questions(upper: Row, lower: Row) -> bool:
    """Whether the rows hold the questions of a survey and below the parts of their answers."""
    pairs = [(a.strip(), b.strip()) for a, b in zip(upper.cells, lower.cells, strict=False) if b.strip()]
    return sum(a == b for a, b in pairs) >= _ALIKE and any(words(b) in _ANSWERS for _a, b in pairs)


_ALIKE = 2
"""Columns of a survey whose heading stands in both rows."""
_ANSWERS = frozenset(
    {"response", "open ended response", "reponse", "reponse ouverte", "respuesta", "respuesta abierta", "antwort"}
)
"""The words that services write below a question that has one answer."""


_CLEAR = 0.8
"""From here on a heading names its field beyond doubt."""


def _joined(upper: tuple[str, ...], lower: tuple[str, ...]) -> list[str]:
    """Headings of two rows as one; a group goes on to the right until the next, a column without one stays alone."""
    alone = [meaning(cell) for cell in lower]
    found = []
    group = ""
    for index in range(max(len(upper), len(lower))):
        above = upper[index].strip() if index < len(upper) else ""
        below = lower[index].strip() if index < len(lower) else ""
        group = above or group
        field = BY_NAME.get(alone[index].field) if index < len(alone) else None
        is_clear = field is not None and alone[index].fields[0][1] >= _CLEAR
        says_enough = not above and is_clear and field is not None and not field.person
        if below == above or words(below) in _ANSWERS:
            found.append(group)
            continue
        found.append(below or above if says_enough or not (group and below) else f"{group} - {below}")
    return found
