"""Answers of companies about what came of their meetings, from a table; and what pieces of evidence say."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.relationships import Stage
from missionplanner.errors import UserError
from missionplanner.exchange import answers, dates, files, own_cells, values
from missionplanner.exchange.claim_columns import NEEDED, columns_of
from missionplanner.exchange.source_rows import Row
from missionplanner.exchange.stage_words import stage_of
from missionplanner.i18n import _, is_currency

_HEAD_ROWS = 15


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A row of answers; companies are still names."""

    row: int
    teller: str
    counterpart: str
    told_on: date
    stage: Stage
    horizon: int | None = None
    since: date | None = None
    about: str = ""
    value: float | None = None
    currency: str = ""
    jobs: int | None = None
    began_before: bool | None = None
    third: str = ""
    next_step: str = ""
    evidence: str = ""
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """The answers of a table, and the rows that could not be read."""

    drafts: tuple[ClaimDraft, ...]
    issues: tuple[Issue, ...]
    columns: dict[str, str]
    """The headings of the columns, by field."""


@dataclass(frozen=True, slots=True)
class EvidenceText:
    """The value and the day a piece of evidence says."""

    value: float
    currency: str
    signed_on: date | None
    text: str


def read_table(path: Path, names: Callable[[str], object]) -> ClaimTable:
    """Return the answers of a spreadsheet; raises UserError when it is none, or holds no answers.

    names: whether a text names a company.
    """
    for sheet in files.read(files.load(path)):
        rows = [row for row in sheet.rows if row.filled]
        for n, head in enumerate(rows[:_HEAD_ROWS]):
            found = columns_of(head.cells, [row.cells for row in rows[n + 1 : n + 400]], names)
            if set(NEEDED) <= found.keys():
                return _read(head, rows[n + 1 :], found)
    raise UserError(
        _("{name} holds no answers about relationships.").format(name=path.name),
        _("It needs columns for the company that answers, the other one, the date and the stage."),
    )


def _read(head: Row, rows: Sequence[Row], columns: dict[str, int]) -> ClaimTable:
    reader = _Reader(head, columns, rows)
    drafts = [draft for row in rows if (draft := reader.draft(row)) is not None]
    headings = {name: head.cells[n] for name, n in columns.items()}
    return ClaimTable(tuple(drafts), tuple(reader.issues), headings)


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, head: Row, columns: dict[str, int], rows: Sequence[Row]) -> None:
        self._head, self._columns = head, columns
        self.issues: list[Issue] = []
        every = {name: [self._cell(row, name) for row in rows] for name in ("told_on", "since")}
        sure = [dates.day_comes_first([*every["told_on"], *every["since"]], otherwise) for otherwise in (True, False)]
        self._day_first = sure[0] if sure[0] == sure[1] else True

    def _cell(self, row: Row, name: str) -> str:
        place = self._columns.get(name, -1)
        return row.cells[place].strip() if 0 <= place < len(row.cells) else ""

    def _day(self, row: Row, name: str) -> date | None:
        cell = self._cell(row, name)
        found = dates.moment(cell, self._day_first) if cell else None
        if cell and found is None:
            self._say(row, name, "bad_date", _("“{value}” is no date.").format(value=cell))
        return found.date() if found else None

    def _number(self, row: Row, name: str) -> float | None:
        cell = self._cell(row, name)
        if not cell or values.is_nothing(cell):
            return None
        found = own_cells.number(re.sub(r"[^\d.,\s'’\u00a0\u202f-]", "", cell).strip())
        if found is None:
            self._say(row, name, "not_a_number", _("“{value}” is no number.").format(value=cell))
        return None if found is None else float(found)

    def draft(self, row: Row) -> ClaimDraft | None:
        """Return the answer of a row; None where it lacks what every answer has, which is reported."""
        stage, told_on = stage_of(self._cell(row, "stage")), self._day(row, "told_on")
        if stage is None:
            text = _("“{value}” is no stage the program knows.").format(value=self._cell(row, "stage"))
            self._say(row, "stage", "no_stage", text, Severity.ERROR)
        missing = [name for name in ("teller", "counterpart") if not self._cell(row, name)]
        for name in missing:
            self._say(row, name, "no_company", _("The row names no company."), Severity.ERROR)
        if told_on is None:
            self._say(row, "told_on", "no_date", _("The row has no date."), Severity.ERROR)
        if stage is None or told_on is None or missing:
            return None
        value, horizon, jobs = (self._number(row, name) for name in ("value", "horizon", "jobs"))
        names = ("teller", "counterpart", "about", "third", "next_step", "said_by")
        texts = {name: self._cell(row, name) for name in names}
        return ClaimDraft(
            row=row.number, told_on=told_on, stage=stage, since=self._day(row, "since"), value=value,
            horizon=None if horizon is None else int(horizon), jobs=None if jobs is None else int(jobs),
            currency=self._currency(row), began_before=answers.yes_or_no(self._cell(row, "began_before")),
            evidence=self._cell(row, "evidence"), **texts,
        )  # fmt: skip

    def _currency(self, row: Row) -> str:
        cell = self._cell(row, "currency").upper()
        if cell and not is_currency(cell):
            self._say(row, "currency", "no_currency", _("“{value}” is no currency.").format(value=cell))
        return cell if is_currency(cell) else ""

    def _say(self, row: Row, name: str, code: str, text: str, severity: Severity = Severity.WARNING) -> None:
        place = self._columns.get(name, -1)
        heading = self._head.cells[place] if place >= 0 else ""
        self.issues.append(Issue(code, text, severity, row.number, heading, self._cell(row, name)))


_MONEY = re.compile(r"\b([A-Z]{3})\s*(\d[\d.,\s\u00a0\u202f']*\d|\d)|(\d[\d.,\s\u00a0\u202f']*\d|\d)\s*([A-Z]{3})\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2}\.? (?:de )?[^\W\d]{3,12}\.? (?:de )?\d{4}")


def read_evidence(path: Path) -> EvidenceText | None:
    """Return the value, currency and day of signature a text says; None where it says no value in a currency."""
    try:
        text = path.read_bytes().decode("utf-8", "replace")[:20_000]
    except OSError:
        return None
    for match in _MONEY.finditer(text):
        code, amount = match[1] or match[4], match[2] or match[3]
        number = own_cells.number(amount.strip())
        if is_currency(code) and number is not None:
            day = _DAY.search(text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :])
            signed = dates.moment(day[0], day_first=True) if day else None
            return EvidenceText(float(number), code, signed.date() if signed else None, text.strip())
    return None
