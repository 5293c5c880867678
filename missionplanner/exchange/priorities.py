"""How much a company is wanted, in words, marks and numbers of the three languages."""

import re
from collections.abc import Iterable

from missionplanner.domain.requests import Priority
from missionplanner.exchange import values
from missionplanner.exchange.fields import normal_heading

_LOW = re.compile(
    r"\blow|faible|\bbaj[ao]|medium|moyen|\bmedi[ao]\b|normal|\bpeu\b|not (high|very)|pas (tres|important)|poco|"
    r"not a priority|non priorit|no priorit|no (es )?(muy )?important|"
    r"no preference|sans preference|sin preferencia|optional|facultatif|opcional|priority [2-9]|^p ?[2-9]$|nice to"
)
_MUST = re.compile(
    r"must|essential|essentiel|esencial|high|^a$|^1( 0)?$|^10$|^i$|^p ?1$|obligat|indispens|imprescind|imperat|priorit|"
    r"\balt[ao]|haut|elev|(very|extremely|tres|muy) important|^(very|tres|muy|extremely)$|critic|"
    r"critiq|absolu|urgent|\btop\b"
)
_VETO = re.compile(
    r"no thank|^no$|^non$|^n$|non merci|no gracias|veto|never|declin|avoid|evit|not interested|pas interess|"
    r"sans interet|no interest|sin interes|no (le |me |nos )?interes|jamais|refus|^x$|exclu|descart|do not|would not|"
    r"won t|ne souhaite pas|no desea|rechaz"
)
_MEET = re.compile(
    r"meet|^yes$|^y$|^ok$|oui|^o$|^si$|^s$|rencontr|reuni|quiere|want|wish|souhait|dese|interes|interess|maybe|"
    r"peut etre|quizas?|tal vez|possibl|posibl|^b$|^2( 0)?$|" + _LOW.pattern
)
_PLAIN_NO = re.compile(r"^(no|non|n|false|faux|falso)$")
_NUMBER = re.compile(r"^(\d{1,2})(?:[.,]0|st|nd|rd|th|er|re|e|º|ª|°)?$", re.IGNORECASE)
_TICKS, _CROSSES = set("✓✔☑☒●■✅🗸🗹"), set("✗✘✖❌❎")
_UNTICKED = frozenset({"0", "0.0", "☐", "□", "○", "◯"})


def priority(text: str) -> Priority:
    """The priority however it is written; an empty one is "meet"."""
    folded = normal_heading(text)
    if _LOW.search(folded):
        return Priority.MEET
    if _VETO.search(folded):
        return Priority.NO_THANKS
    return Priority.MUST_MEET if folded and _MUST.search(folded) else Priority.MEET


def said_priority(text: str) -> Priority | None:
    """The priority in a cell; None where it says none that is known."""
    folded = normal_heading(text)
    return priority(text) if any(one.search(folded) for one in (_MEET, _VETO, _MUST)) else None


def is_understood(text: str) -> bool:
    """Whether a priority says something that is known; an empty one does."""
    is_empty = not normal_heading(text) or values.is_nothing(text)
    return is_empty or bool(_NUMBER.match(text.strip())) or said_priority(text) is not None


def of_marks(cells: Iterable[str]) -> dict[str, Priority | None]:
    """The priority of each cell below companies across the top; None where it says that the company is not wanted.

    All cells together settle what some mean: "no" is a veto only beside grades such as "high", and 1 is the first
    choice only where there is a second.
    """
    said = dict.fromkeys(cells)
    is_graded = any(_is_grade(cell) for cell in said)
    numbers = {int(found.group(1)) for cell in said if (found := _NUMBER.match(cell.strip()))}
    has_ticks = any(_TICKS & set(cell) for cell in said)
    return {cell: _of_mark(cell, is_graded, max(numbers, default=0) > 1, has_ticks) for cell in said}


def _of_mark(cell: str, is_graded: bool, is_ranked: bool, has_ticks: bool) -> Priority | None:
    marks = set(cell) & (_TICKS | _CROSSES)
    if cell.strip() in _UNTICKED or (values.is_nothing(cell) and not marks):
        return None
    if marks and not any(map(str.isalnum, cell)):
        return None if marks <= _CROSSES and has_ticks else Priority.MEET
    if normal_heading(cell) in ("", "x") or (_NUMBER.match(cell.strip()) and not is_ranked):
        return Priority.MEET
    if number := _NUMBER.match(cell.strip()):
        return Priority.MUST_MEET if int(number.group(1)) == 1 else Priority.MEET
    if _PLAIN_NO.match(normal_heading(cell)) and not is_graded:
        return None
    return priority(cell)


def _is_grade(cell: str) -> bool:
    """Whether a cell is a word of a scale rather than yes, no or a number."""
    folded = normal_heading(cell)
    if _PLAIN_NO.match(folded) or len(folded) < 3 or values.is_nothing(cell):
        return False
    return bool(_LOW.search(folded) or _MUST.search(folded) or _VETO.search(folded))
