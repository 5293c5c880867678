"""Meeting requests by company name, as they come in a spreadsheet."""

import re
from dataclasses import dataclass

from missionplanner.domain.requests import Priority
from missionplanner.domain.spelling import tidy
from missionplanner.errors import UserError
from missionplanner.exchange.fields import normal_heading
from missionplanner.exchange.files import Row, Sheet
from missionplanner.i18n import _

_HEADINGS = {
    "asker": r"request(ed|er|ing)|\bby\b|^from|asker|demand|solicit|^company|^entreprise|^empresa|delegation|delegue",
    "wanted": r"meet|wants|with\b|target|counterpart|rencontrer|conocer|reunirse|contraparte|homologue|\bto$|partner",
    "priority": r"priorit|prioridad|rank|importan|preference|niveau",
    "comment": r"comment|notes?\b|remarque|observaci|comentario|reason|motif|motivo",
}
_MUST = re.compile(
    r"must|essential|high|^a$|^1$|^i$|obligat|indispensable|imprescindible|imperat|prioritaire|priorit|alta|haute|elevee"
)
_VETO = re.compile(
    r"no thanks|^no\b|^non\b|veto|never|decline|avoid|not interested|pas interesse|sans interet|no interesa|no gracias|"
    r"jamais|refus|^x$|evitar|exclu"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One wish as written: who wants to meet whom, how much."""

    row: Row
    asker: str
    wanted: str
    priority: Priority
    comment: str


@dataclass(frozen=True, slots=True)
class RequestTable:
    """The wishes of a file and the headings of their two name columns."""

    asker_heading: str
    wanted_heading: str
    rows: tuple[RequestRow, ...]


def read(sheets: list[Sheet], name: str = "") -> RequestTable:
    """The requests of the sheet called `name`, or of the first that has the columns.

    Raises UserError when no sheet names who asks and who is wanted.
    """
    for sheet in sheets:
        if name and sheet.name != name:
            continue
        for place, row in enumerate(sheet.rows[:40]):
            columns = _columns(row)
            if {"asker", "wanted"} <= columns.keys():
                return _table(sheet, place, columns)
    raise UserError(
        _("No columns of meeting requests were found."),
        _("The headings should be like Requested by, Wants to meet, Priority, Comment."),
    )


def priority(text: str) -> Priority:
    """The priority however it is written in the three languages; an empty one is "meet"."""
    folded = normal_heading(text)
    if _VETO.search(folded):
        return Priority.NO_THANKS
    if folded and _MUST.search(folded):
        return Priority.MUST_MEET
    return Priority.MEET


def _columns(row: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(row.cells):
        heading = normal_heading(cell)
        for field in ("priority", "comment", "wanted", "asker"):
            if heading and len(heading) < 60 and field not in found and re.search(_HEADINGS[field], heading):
                found[field] = index
                break
    return found


def _table(sheet: Sheet, place: int, columns: dict[str, int]) -> RequestTable:
    def cell(row: Row, field: str) -> str:
        index = columns.get(field, -1)
        return tidy(row.cells[index]) if 0 <= index < len(row.cells) else ""

    rows = tuple(
        RequestRow(
            row,
            cell(row, "asker"),
            cell(row, "wanted"),
            priority(cell(row, "priority")),
            cell(row, "comment"),
        )
        for row in sheet.rows[place + 1 :]
        if cell(row, "asker") or cell(row, "wanted")
    )
    head = sheet.rows[place].cells
    return RequestTable(head[columns["asker"]].strip(), head[columns["wanted"]].strip(), rows)
