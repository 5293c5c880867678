"""Meeting requests by company name, as they come in a spreadsheet."""

import re
from dataclasses import dataclass

from missionplanner.domain.requests import Priority
from missionplanner.domain.spelling import tidy
from missionplanner.errors import UserError
from missionplanner.exchange.fields import normal_heading
from missionplanner.exchange.files import Row, SourceSheet
from missionplanner.i18n import _

_HEADINGS = {
    "priority": r"priorit|prioridad|rank|importan|preference|niveau|^rang$",
    "comment": r"comment|notes?\b|remarque|observaci|comentario|reason|motif|motivo",
    "wanted": r"meet|\bwant|wish|\bwith\b|target|counterpart|rencontrer|conocer|reunirse|contraparte|homologue|partner|mexic|"
    r"souhait|desea|demandee|solicitada|requested compan|\bhost\b",
    "asker": r"request|\bby\b|^from|asker|demande|solicit|^compan|^entreprise|^empresa|your compan|votre entreprise|su empresa|"
    r"delegat|delegue|delegac|canad|visitor",
}
_LOW = re.compile(
    r"\blow|faible|\bbaj[ao]|medium|moyen|\bmedi[ao]\b|normal|\bpeu\b|not high|not a priority|non priorit|no priorit|"
    r"no preference|sans preference|sin preferencia|optional|facultatif|opcional|priority [2-9]|^p ?[2-9]$|nice to"
)
_MUST = re.compile(
    r"must|essential|high|^a$|^1( 0)?$|^10$|^i$|^p ?1$|obligat|indispens|imprescind|imperat|priorit|\balta|haut|elev|"
    r"(very|tres|muy) important|critic|critiq|absolu|urgent|\btop\b"
)
_VETO = re.compile(
    r"no thank|^no$|^non$|^n$|non merci|no gracias|veto|never|declin|avoid|evit|not interested|pas interess|sans interet|"
    r"sin interes|no (le )?interes|jamais|refus|^x$|exclu|descart|do not|would not|won t|ne souhaite pas|no desea|rechaz"
)

_MEET = re.compile(
    r"meet|^yes$|^y$|^ok$|oui|^o$|^si$|^s$|rencontr|reuni|quiere|want|wish|souhait|dese|^b$|^2( 0)?$|" + _LOW.pattern
)


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One wish as written: who wants to meet whom, how much."""

    row: Row
    asker: str
    wanted: str
    priority: Priority
    comment: str
    strength: str = ""
    """The priority as it was written."""


@dataclass(frozen=True, slots=True)
class RequestTable:
    """The wishes of a file and the headings of their two name columns."""

    asker_heading: str
    wanted_heading: str
    rows: tuple[RequestRow, ...]


def read(sheets: list[SourceSheet], name: str = "") -> RequestTable:
    """The requests of the sheet called `name`, or of the first that has the columns.

    Raises UserError when no sheet names who asks and who is wanted.
    """
    best: tuple[int, SourceSheet, int, dict[str, list[int]]] | None = None
    for sheet in sheets:
        for place, row in enumerate(sheet.rows[:40] if not name or sheet.name == name else ()):
            columns = _columns(row)
            if {"asker", "wanted"} <= columns.keys() and (best is None or len(columns) > best[0]):
                best = len(columns), sheet, place, columns
    if best:
        return _table(*best[1:])
    raise UserError(
        _("No columns of meeting requests were found."),
        _("The headings should be like Requested by, Wants to meet, Priority, Comment."),
    )


def priority(text: str) -> Priority:
    """The priority however it is written in the three languages; an empty one is "meet"."""
    folded = normal_heading(text)
    if _LOW.search(folded):
        return Priority.MEET
    if _VETO.search(folded):
        return Priority.NO_THANKS
    return Priority.MUST_MEET if folded and _MUST.search(folded) else Priority.MEET


def said_priority(text: str) -> Priority | None:
    """The priority in a cell of a matrix; None where it is unknown."""
    folded = normal_heading(text)
    return priority(text) if _MEET.search(folded) or _VETO.search(folded) or _MUST.search(folded) else None


def _columns(row: Row) -> dict[str, list[int]]:
    """The columns of each kind; several may name wanted companies."""
    found: dict[str, list[int]] = {}
    for index, cell in enumerate(row.cells):
        heading = normal_heading(cell)
        kind = next((name for name, pattern in _HEADINGS.items() if heading and re.search(pattern, heading)), "")
        if kind and len(heading) < 60 and (kind == "wanted" or kind not in found):
            found.setdefault(kind, []).append(index)
    return found


def _table(sheet: SourceSheet, place: int, columns: dict[str, list[int]]) -> RequestTable:
    rows: list[RequestRow] = []
    for row in sheet.rows[place + 1 :]:
        asker = _cell(row, columns, "asker")
        wanted = [part for index in columns["wanted"] for part in _names(row, index)]
        if (not asker and not wanted) or (not wanted and _TOTAL.match(normal_heading(asker))):
            continue
        strength, comment = _cell(row, columns, "priority"), _cell(row, columns, "comment")
        rows += [RequestRow(row, asker, one, priority(strength), comment, strength) for one in wanted or [""]]
    head = sheet.rows[place].cells
    return RequestTable(head[columns["asker"][0]].strip(), head[columns["wanted"][0]].strip(), tuple(rows))


_TOTAL = re.compile(r"^(grand |sub|sous )?total")


def _cell(row: Row, columns: dict[str, list[int]], kind: str) -> str:
    index = columns.get(kind, [-1])[0]
    return tidy(row.cells[index]) if 0 <= index < len(row.cells) else ""


def _names(row: Row, index: int) -> list[str]:
    """The companies of a cell: one, or several separated by semicolons or line breaks."""
    cell = tidy(row.cells[index]) if index < len(row.cells) else ""
    return [part.strip() for part in re.split(r"[;\n|]", cell) if part.strip()]
