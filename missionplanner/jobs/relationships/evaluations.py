"""Evaluation forms of the packs: typed in quickly, read from a table of answers, removed; each act one step."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.domain.evaluations import BOXES, FORM_STATEMENTS, Evaluation
from missionplanner.domain.spelling import words
from missionplanner.errors import UserError
from missionplanner.exchange import dates, files
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import LANGUAGES, N_, _, count, translator
from missionplanner.jobs.lists.export import find_company
from missionplanner.jobs.relationships.registering import company_names
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store

_HEAD_ROWS = 15
_QUICK = re.compile(rf"\s*((?:[1-5–—\-0x]\s*){{{len(FORM_STATEMENTS)}}})(.*)", re.DOTALL)
"""Marks in the order of the form, then who filled it in and a comment."""


@dataclass(frozen=True, slots=True)
class ReadEvaluations:
    """The evaluations of a table, before they are stored."""

    new: list[Evaluation] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """The rows that cannot be read, in sentences."""
    same: list[Evaluation] = field(default_factory=list)
    """Those that are stored already."""

    @property
    def sentence(self) -> str:
        """Return what was read, in a sentence."""
        parts = (
            count("{n} evaluation read", "{n} evaluations read", len(self.new)),
            count("{n} known already", "{n} known already", len(self.same)) if self.same else "",
            count("{n} row not read", "{n} rows not read", len(self.problems)) if self.problems else "",
        )
        return " · ".join(filter(None, parts))


def typed(store: Store, text: str, on: date) -> Evaluation:
    """Return the evaluation of a line: "4 5 3 - 5 Borealis; the pack was heavy".

    A dash or x stands for no mark. Raises UserError for another number of marks, or a company there is not.
    """
    found = _QUICK.fullmatch(text)
    if found is None:
        example = _("Type the {n} marks in the order of the form, then the company: 4 5 3 - 5 Borealis; comment.")
        raise UserError(_("“{text}” is no evaluation.").format(text=text), example.format(n=len(FORM_STATEMENTS)))
    marks = [int(one) if one.isdigit() and int(one) in BOXES else None for one in re.sub(r"\s", "", found[1])]
    name, _mark, comment = found[2].strip(" ,:").partition(";")
    company = find_company(store.all(Company), name.strip()).id if name.strip() else None
    by_name: dict[str, Any] = dict(zip(FORM_STATEMENTS, marks, strict=True))
    return Evaluation(company_id=company, given_on=on, comment=comment.strip(), **by_name)


def enter(store: Store, evaluation: Evaluation) -> int:
    """Store an evaluation, new or edited, as one step; returns its key. Raises UserError for one that says nothing."""
    if not any(evaluation.marks) and not evaluation.comment:
        raise UserError(_("The form says nothing."), _("Type a mark, or a comment."))
    with store.change(message("Edit an evaluation") if evaluation.id else message("Enter an evaluation")) as change:
        if evaluation.id:
            change.update(evaluation)
            return evaluation.id
        return change.insert(evaluation)


def remove(store: Store, keys: Iterable[int]) -> None:
    """Delete evaluations, as one step."""
    gone = list(keys)
    with store.change(counted_message("Delete {n} evaluation", "Delete {n} evaluations", len(gone))) as change:
        change.delete(Evaluation, gone)


def read(store: Store, path: Path, on: date) -> ReadEvaluations:
    """Read a table of answers, such as a web form exports them: a column a statement, in any of three languages.

    Forms that are stored already are not read again; two that say the same in one table are two. Raises UserError where
    no column holds a statement of the form.
    """
    columns, rows = _table(path)
    names, known = company_names(store), Counter(map(_content, store.all(Evaluation)))
    found = ReadEvaluations()
    for row in rows:
        cells = {name: row.cells[n].strip() for name, n in columns.items() if n < len(row.cells)}
        wrong = [cell for name, cell in cells.items() if name in FORM_STATEMENTS and cell and _mark(cell) is None]
        if wrong:
            text = _("Row {row}: “{cell}” is no mark from 1 to 5.")
            found.problems.append(text.format(row=row.number, cell=wrong[0]))
        elif any(cells.values()):
            made = _made(cells, names.same(cells.get("company", "")), on)
            if known[_content(made)]:
                known[_content(made)] -= 1
                found.same.append(made)
            else:
                found.new.append(made)
    return found


def take(store: Store, found: ReadEvaluations) -> None:
    """Store evaluations that were read, as one step."""
    label = counted_message("Read {n} evaluation", "Read {n} evaluations", len(found.new))
    with store.change(label) as change:
        change.insert_all(found.new)


def _table(path: Path) -> tuple[dict[str, int], list[Row]]:
    """Return the places of the columns of a table, and the rows below their headings."""
    for sheet in files.read(files.load(path)):
        rows = [row for row in sheet.rows if row.filled]
        for n, head in enumerate(rows[:_HEAD_ROWS]):
            columns = _columns(head.cells)
            if any(name in FORM_STATEMENTS for name in columns):
                return columns, rows[n + 1 :]
    hint = "\n".join(_(text) for text in FORM_STATEMENTS.values())
    raise UserError(_("No column holds a statement of the evaluation form."), hint)


def _columns(headings: Sequence[str]) -> dict[str, int]:
    """Return the place of each field by headings that hold a statement, or say what the column is."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        said = words(heading)
        for name, texts in _SAID.items():
            known = [words(translator(code)(text)) for code in LANGUAGES for text in texts]
            if name not in found and place not in found.values() and any(text and text in said for text in known):
                found[name] = place
    return found


_SAID: dict[str, tuple[str, ...]] = {
    **{name: (text,) for name, text in FORM_STATEMENTS.items()},
    "company": (N_("Company"), N_("Organisation")),
    "comment": (N_("Comment"), N_("Remarks")),
    "given_on": (N_("Filled on"), N_("Date"), N_("Submitted on")),
}


def _mark(cell: str) -> int | None:
    """Return the mark of a cell: "4", "4 – agree", "5 / 5"."""
    found = re.match(r"\s*([1-5])(?![\d.,]*\d)", cell)
    return int(found[1]) if found else None


def _made(cells: Mapping[str, str], companies: Sequence[int], on: date) -> Evaluation:
    """Return the evaluation of a row; a company nobody knows stays in the comment."""
    marks: dict[str, Any] = {name: _mark(cells.get(name, "")) for name in FORM_STATEMENTS}
    company = companies[0] if len(companies) == 1 else None
    unknown = "" if company else cells.get("company", "")
    comment = "; ".join(filter(None, (unknown, cells.get("comment", ""))))
    return Evaluation(company_id=company, given_on=_day(cells.get("given_on", "")) or on, comment=comment, **marks)


def _day(text: str) -> date | None:
    found = dates.moment(text, day_first=True) if text else None
    return found.date() if found else None


def _content(one: Evaluation) -> tuple[object, ...]:
    return one.company_id, one.given_on, one.marks, one.comment
