"""Follow-up forms that came back, as answers line by line; whatever is not as it was sent out is reported."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.relationships import STAGE_LABELS, Stage
from missionplanner.domain.spelling import words
from missionplanner.errors import UserError
from missionplanner.exchange import answers, dates, files, form_marks, workbooks
from missionplanner.exchange.files import Source
from missionplanner.exchange.follow_up_books import ANSWERED, NAME, SAID_BY, SO_FAR, TOLD_ON, WITH, line_questions
from missionplanner.exchange.form_marks import FormMark
from missionplanner.exchange.stage_words import stage_of
from missionplanner.i18n import LANGUAGES, Translator, _, is_currency, translator

_HEADINGS_BELOW, _LINES_BELOW = 3, 5
"""The rows of headings and of the first line, below that of the marks."""
_ROWS_ABOVE = 10
_MONEY = re.compile(r"(?:[A-Za-z]{3}|[$€£¥])?\s*([-−]?[\d.,'’\s\u00a0\u202f]*\d)\s*(?:[A-Za-z]{3}|[$€£¥])?")
_EARLIEST = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class FilledLine:
    """A line of a form as it came back."""

    number: int
    """Its row in the file."""
    uid: str
    """The company it is about, by its mark; empty for a line that was free."""
    cells: Mapping[str, str]
    """Its cells, by field."""

    @property
    def is_answered(self) -> bool:
        """Whether anything is said."""
        return any(self.cells.get(name, "").strip() for name in ANSWERED)


@dataclass(frozen=True, slots=True)
class FilledFollowUp:
    """A form as it came back."""

    name: str
    """That of its file."""
    mark: FormMark
    company_uid: str
    head: Mapping[str, str]
    """The answers above the lines, by field."""
    lines: Sequence[FilledLine]
    issues: tuple[Issue, ...] = ()

    @property
    def days(self) -> int:
        """The horizon it asks after."""
        return form_marks.days_of(self.mark.kind)


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """The answer of a line; the company it is about is still a mark and a name."""

    row: int
    uid: str
    name: str
    stage: Stage
    since: date | None = None
    about: str = ""
    value: float | None = None
    currency: str = ""
    jobs: int | None = None
    began_before: bool | None = None
    third: str = ""
    next_step: str = ""
    evidence: str = ""


@dataclass(slots=True)
class FollowUpAnswers:
    """The answers of a form, and the lines that cannot be read."""

    form: FilledFollowUp
    told_on: date | None = None
    said_by: str = ""
    lines: list[LineAnswer] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def form_in(source: Source) -> FilledFollowUp | None:
    """Return the form a workbook is; None where it is none. Raises UserError where the file cannot be read."""
    if not files.is_workbook(source):
        files.read(source, first=1)  # says what it is instead, where it is no table at all
        return None
    mark, uid, head = None, "", dict[str, str]()
    marked: tuple[list[FilledLine], list[Issue]] | None = None
    sheets = workbooks.read(source.name, source.content)
    for sheet in sheets:
        for place, row in enumerate(sheet.rows[:_ROWS_ABOVE]):
            at = next((column for column, cell in enumerate(row) if form_marks.read(cell)), -1)
            if at >= 0 and mark is None:
                mark = form_marks.read(row[at])
                uid, head = _head(sheet.rows[place + 1 :], at)
            elif form_marks.people_mark() in map(str.strip, row) and marked is None:
                marked = _marked_lines(sheet.rows, place)
    if mark is None or not form_marks.days_of(mark.kind):
        return None
    lines, issues = marked or _headed_lines([sheet.rows for sheet in sheets])
    return FilledFollowUp(source.name, mark, uid, head, lines, tuple(issues))


def from_fields(name: str, fields: Mapping[str, str]) -> FilledFollowUp | None:
    """Return the form that the fields of a PDF are; None where they are none."""
    mark = form_marks.read(fields.get("mark", ""))
    if mark is None or not form_marks.days_of(mark.kind):
        return None
    lines: dict[int, dict[str, str]] = {}
    for key, value in fields.items():
        number, bar, target = key.partition("|")
        if bar and number.isdecimal():
            lines.setdefault(int(number), {})[target] = value
    found = [FilledLine(number, cells.pop("uid", ""), cells) for number, cells in sorted(lines.items())]
    return FilledFollowUp(name, mark, fields.get("company", ""), fields, found)


def _head(rows: Sequence[tuple[str, ...]], at: int) -> tuple[str, dict[str, str]]:
    uid = rows[0][at].strip() if rows and at < len(rows[0]) else ""
    return uid, {row[at].strip(): row[at + 2].strip() for row in rows[1:] if at + 2 < len(row) and row[at].strip()}


def _marked_lines(rows: Sequence[tuple[str, ...]], place: int) -> tuple[list[FilledLine], list[Issue]]:
    """Return the lines below the row of marks at a place, and what is wrong with the headings above them."""
    marks = [cell.strip() for cell in rows[place]]
    at = marks.index(form_marks.people_mark())
    issues = _headings(marks, rows[place + _HEADINGS_BELOW] if len(rows) > place + _HEADINGS_BELOW else ())
    exchanged = any(issue.severity is Severity.ERROR for issue in issues)
    below = () if exchanged else rows[place + _LINES_BELOW :]
    return _lines(below, place + _LINES_BELOW + 1, at, marks), issues


def _lines(rows: Sequence[tuple[str, ...]], first: int, at: int, marks: Sequence[str]) -> list[FilledLine]:
    found = []
    for number, cells in enumerate(rows, start=first):
        said = {
            key: cells[column].strip()
            for column, key in enumerate(marks)
            if key and column != at and column < len(cells) and cells[column].strip()
        }
        if said:
            found.append(FilledLine(number, cells[at].strip() if 0 <= at < len(cells) else "", said))
    return found


def _headings(marks: Sequence[str], heads: Sequence[str]) -> list[Issue]:
    """Find headings that were changed: what stands below is read by the marks, unless they were exchanged."""
    known = _by_title()
    issues = []
    for column, mark in enumerate(marks):
        said = heads[column].strip() if column < len(heads) else ""
        meant = known.get(words(said), mark)
        if mark not in _targets() or (said and meant == mark and words(said) in known):
            continue
        if meant != mark:
            text = _(
                "The heading “{heading}” stands above another column: columns were exchanged, and nothing was read."
            )
            issues.append(Issue("exchanged", text.format(heading=said), Severity.ERROR, 0, said))
        else:
            text = _("The heading “{heading}” is not that of the form; the column was read by its mark.")
            issues.append(Issue("heading", text.format(heading=said), Severity.WARNING, 0, said))
    return issues


def _headed_lines(sheets: Sequence[Sequence[tuple[str, ...]]]) -> tuple[list[FilledLine], list[Issue]]:
    """Return lines without marks by their headings in any of the languages; headings nobody knows are reported."""
    known = _by_title()
    for rows in sheets:
        for place, row in enumerate(rows):
            marks = [known.get(words(cell), "") for cell in row]
            if {WITH, "stage"} <= set(marks) and len(set(marks) - {""}) == len([one for one in marks if one]):
                text = _("The hidden marks of the form are gone; it was read by its headings.")
                issues = [Issue("marks", text, Severity.WARNING)]
                for cell, mark in zip(row, marks, strict=True):
                    if cell.strip() and not mark:
                        text = _("The heading “{heading}” is not known; its column was not read.")
                        issues.append(Issue("heading", text.format(heading=cell), Severity.ERROR, 0, cell))
                below = place + 1 + _is_help(rows[place + 1 : place + 2], marks.index("stage"))
                return _lines(rows[below:], below + 1, -1, marks), issues
    return [], [Issue("no_lines", _("The lines of the form are gone: nothing was read."), Severity.ERROR)]


def _is_help(rows: Sequence[tuple[str, ...]], stage: int) -> bool:
    """Whether the row below the headings holds what is said of them."""
    helps = next(one for one in line_questions() if one.target == "stage").helps.values()
    return any(stage < len(row) and any(words(row[stage]).startswith(words(one)) for one in helps) for row in rows)


def _targets() -> frozenset[str]:
    return frozenset((WITH, SO_FAR, *ANSWERED))


def _by_title() -> dict[str, str]:
    """Return the fields of lines by their titles in every language."""
    found = {}
    for question in line_questions():
        for language in LANGUAGES:
            found[words(question.titles[language])] = question.target
    return found


def read(form: FilledFollowUp, today: date) -> FollowUpAnswers:
    """Return what a form says. A line that cannot be read whole is not read, which is reported with the reason."""
    found = FollowUpAnswers(form, said_by=form.head.get(SAID_BY, ""), issues=list(form.issues))
    reader = _Reader(form, found.issues, today)
    found.told_on = reader.told_on(form.head.get(TOLD_ON, ""))
    for line in form.lines:
        if line.is_answered and (answer := reader.answer(line)):
            found.lines.append(answer)
    return found


class _Reader:
    """Reads the lines of one form."""

    def __init__(self, form: FilledFollowUp, issues: list[Issue], today: date) -> None:
        self._issues, self._today = issues, today
        self._t: Translator = translator(form.mark.language)
        cells = [line.cells.get("since", "") for line in form.lines] + [form.head.get(TOLD_ON, "")]
        self._day_first = [dates.day_comes_first(cells, otherwise) for otherwise in (True, False)]

    def told_on(self, cell: str) -> date | None:
        """Return the day of the answer; None, which is reported, where it says none that can be."""
        said: list[Issue] = []
        found = self._day(0, TOLD_ON, cell, said)
        if found and not _EARLIEST <= found <= self._today:
            found = None
            said = [Issue("bad_date", _("“{value}” cannot be the day of the answer.").format(value=cell), row=0)]
        self._issues += [Issue(one.code, one.text, Severity.WARNING, 0, one.column, cell) for one in said]
        return found

    def answer(self, line: FilledLine) -> LineAnswer | None:
        """Return what a line says; None, which is reported, where any of it cannot be read."""
        wrong: list[Issue] = []
        stage = self._stage(line, wrong)
        value = self._number(line, "value", wrong)
        currency = self._currency(line, wrong)
        jobs = self._number(line, "jobs", wrong)
        since = self._day(line.number, "since", line.cells.get("since", ""), wrong)
        before = self._began(line, wrong)
        if value and not currency and not any(one.column == "currency" for one in wrong):
            self._say(wrong, line, "currency", _("The value has no currency."))
        if since and not _EARLIEST <= since <= self._today:
            self._say(wrong, line, "since", _("“{value}” is not a day that can be.").format(value=since.isoformat()))
        self._issues += wrong
        if stage is None or any(one.severity is Severity.ERROR for one in wrong):
            return None
        texts = {name: line.cells.get(name, "") for name in ("about", "third", "next_step", "evidence")}
        return LineAnswer(
            line.number, line.uid, line.cells.get(WITH, ""), stage, since, value=value, currency=currency,
            jobs=None if jobs is None else int(jobs), began_before=before, **texts,
        )  # fmt: skip

    def _stage(self, line: FilledLine, wrong: list[Issue]) -> Stage | None:
        cell = line.cells.get("stage", "").strip()
        if not cell:
            self._say(wrong, line, "stage", _("The line says no stage."))
            return None
        exact = next((stage for stage, label in STAGE_LABELS.items() if words(self._t(label)) == words(cell)), None)
        if exact:
            return exact
        other = next(
            (
                s
                for s, label in STAGE_LABELS.items()
                for one in LANGUAGES
                if words(translator(one)(label)) == words(cell)
            ),
            None,
        )
        found = other or stage_of(cell)
        if found is None:
            self._say(wrong, line, "stage", _("“{value}” is no stage the program knows.").format(value=cell))
        else:
            text = _("“{value}” was read as “{stage}”.").format(value=cell, stage=found.label)
            self._say(wrong, line, "stage", text, Severity.WARNING)
        return found

    def _number(self, line: FilledLine, name: str, wrong: list[Issue]) -> float | None:
        cell = line.cells.get(name, "").strip()
        if not cell:
            return None
        match = _MONEY.fullmatch(cell)
        try:
            found = self._t.parse_number(re.sub("['’]", "", match[1])) if match else None
        except ValueError:
            found = None
        if found is None or found < 0 or (name == "jobs" and (not found.is_integer() or found >= _MOST_JOBS)):
            text = _("“{value}” is no number, or may be two.").format(value=cell)
            self._say(wrong, line, name, text)
            return None
        return found

    def _currency(self, line: FilledLine, wrong: list[Issue]) -> str:
        cell = line.cells.get("currency", "").strip().upper()
        if cell and not is_currency(cell):
            self._say(wrong, line, "currency", _("“{value}” is no currency.").format(value=cell))
            return ""
        return cell

    def _day(self, row: int, name: str, cell: str, wrong: list[Issue]) -> date | None:
        if not cell.strip():
            return None
        both = {found.date() for first in self._day_first if (found := dates.moment(cell, first))}
        if len(both) == 1:
            return both.pop()
        text = _("“{value}” may be two days; write it as 2026-05-31.") if both else _("“{value}” is no date.")
        wrong.append(Issue("bad_date", text.format(value=cell), Severity.ERROR, row, name, cell))
        return None

    def _began(self, line: FilledLine, wrong: list[Issue]) -> bool | None:
        cell = line.cells.get("began_before", "").strip()
        found = answers.yes_or_no(cell) if cell else None
        if cell and found is None:
            self._say(wrong, line, "began_before", _("“{text}” is neither yes nor no.").format(text=cell))
        return found

    def _say(
        self, wrong: list[Issue], line: FilledLine, name: str, text: str, severity: Severity = Severity.ERROR
    ) -> None:
        wrong.append(Issue(name, text, severity, line.number, name, line.cells.get(name, "")))


_MOST_JOBS = 1_000_000


def company_said(form: FilledFollowUp) -> str:
    """Return the name of the company a form reads as."""
    return form.head.get(NAME, "")


def refusal(name: str) -> UserError:
    """Return the error about a file that is no follow-up form."""
    return UserError(
        _("{name} is no follow-up form of this program.").format(name=name),
        _("Tables of answers are read on the page Relationships."),
    )
