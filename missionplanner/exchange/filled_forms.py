"""Filled forms as rows of one table: their questions are known by hidden marks, so that every column is sure."""

import io
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from missionplanner.domain.companies import Side
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.own_kinds import SEPARATOR
from missionplanner.errors import UserError
from missionplanner.exchange import files, form_marks, workbooks
from missionplanner.exchange.columns import SourceColumn, SourceTable
from missionplanner.exchange.files import Source, SourceSheet
from missionplanner.exchange.form_marks import FormMark
from missionplanner.exchange.form_questions import FormQuestion
from missionplanner.exchange.reasons import Reason
from missionplanner.exchange.sheets import ALL
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import _, current

_NAMING = ("given_name", "family_name", "second_family_name", "email")
_ROWS_ABOVE = 10
_FIRST_ROW = 6
"""The row of the first person of a form."""
FilledPerson = tuple[int, str, Mapping[str, str]]
"""The number of the row, the uid and the answers of somebody."""


@dataclass(frozen=True, slots=True)
class KnownForms:
    """The parts of a mission by which its filled forms are read."""

    mission: str
    """The digest of its uid."""
    side: Side = Side.DELEGATION
    """The side whose forms are read."""
    questions: Mapping[str, FormQuestion] = field(default_factory=dict)
    """By the field they fill."""
    asked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The fields the forms of each kind ask for, with those that tell whom they are about."""
    companies: Mapping[str, str] = field(default_factory=dict)
    """The names of companies now, by uid."""
    people: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The names and addresses of people now, by uid."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form as it came back."""

    name: str
    """That of its file."""
    mark: FormMark
    company_uid: str
    answers: Mapping[str, str]
    """Of the company, by question."""
    people: Sequence[FilledPerson]


@dataclass(frozen=True, slots=True)
class FilledForms:
    """Filled forms as one table, with what is wrong in them."""

    sheet: SourceSheet
    table: SourceTable


def read(sources: Iterable[Source], known: KnownForms) -> FilledForms | None:
    """Return filled forms of a mission as one table; None where the first file is none.

    Files behind it that are damaged or no forms are reported, and left out. Raises UserError where no form is left.
    """
    found: list[FilledForm] = []
    findings: list[Issue] = []
    for number, source in enumerate(sources):
        try:
            form = form_in(source)
        except UserError as error:
            if not number:
                raise
            findings.append(_left_out(error.text))
            continue
        if form is None and not number:
            return None
        if problem := _problem(form, source.name, known):
            findings.append(_left_out(problem))
        elif form is not None:
            found.append(form)
    if findings and not found:
        raise UserError(findings[0].text, _("Choose forms that were made from this mission, for this side."))
    return _joined(found, known, findings)


def _problem(form: FilledForm | None, name: str, known: KnownForms) -> str:
    """Return why a file is not read; empty where it is."""
    if form is None:
        return _("{name} is no form of this program and was not read.").format(name=name)
    if form_marks.days_of(form.mark.kind):
        return _("{name} is a follow-up form: it is read under Outcomes, on the page Follow-ups.").format(name=name)
    if form.mark.mission != known.mission:
        return _("{name} is a form of another mission and was not read.").format(name=name)
    if form.mark.side is not known.side:
        return _("{name} is a form of the other side and was not read.").format(name=name)
    return ""


def form_in(source: Source) -> FilledForm | None:
    """Return the form a file is; None where it is none. Raises UserError where the file cannot be read."""
    if not _may_be_form(source):
        return None
    company, people = None, list[FilledPerson]()
    for sheet in workbooks.read(source.name, source.content):
        for place, row in enumerate(sheet.rows[:_ROWS_ABOVE]):
            at = next((column for column, cell in enumerate(row) if form_marks.read(cell)), -1)
            if at >= 0 and company is None:
                company = _company(sheet.rows[place:], at)
            elif form_marks.people_mark() in map(str.strip, row):
                people = _people(sheet.rows, place)
    if company is None:
        return None
    mark, uid, answers = company
    return FilledForm(source.name, mark, uid, answers, people)


def _may_be_form(source: Source) -> bool:
    """Whether the mark of a form is in a file: most workbooks are told from forms without being read."""
    if not files.is_workbook(source):
        return False
    if not zipfile.is_zipfile(io.BytesIO(source.content)):
        # An old workbook, or a damaged one, of which is said what is wrong when it is read.
        return source.content.startswith(b"PK") or _is_marked(source.content)
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as packed:
            texts = [name for name in packed.namelist() if name.endswith(_TEXTS)]
            return any(_is_marked(packed.read(name)) for name in texts or packed.namelist())
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return True


_TEXTS = ("sharedStrings.xml", "content.xml", "sharedStrings.bin")
"""The parts of packed workbooks with the texts of cells."""


def _is_marked(content: bytes) -> bool:
    return form_marks.BEGINNING.encode() in content or form_marks.BEGINNING.encode("utf-16-le") in content


def _company(rows: Sequence[tuple[str, ...]], at: int) -> tuple[FormMark, str, dict[str, str]] | None:
    """Return the mark of a form, the uid of its company and the answers, from the row with the mark on."""
    mark = form_marks.read(rows[0][at])
    uid = rows[1][at].strip() if len(rows) > 1 and at < len(rows[1]) else ""
    answers: dict[str, list[str]] = defaultdict(list)
    for cells in rows[2:]:
        if at + 2 < len(cells) and cells[at].strip() and cells[at + 2].strip():
            answers[cells[at].strip()].append(cells[at + 2])
    return (mark, uid, {key: _said(parts) for key, parts in answers.items()}) if mark else None


def side_of(path: Path) -> Side | None:
    """Return the side of a filled form; None for any other file."""
    try:
        found = form_in(files.load(path))
    except UserError:
        return None  # whatever is wrong with a file is said where it is imported
    return found.mark.side if found else None


def _people(rows: Sequence[tuple[str, ...]], place: int) -> list[FilledPerson]:
    """Return the people of a sheet whose marks are in the row at this place."""
    marks = [cell.strip() for cell in rows[place]]
    at = marks.index(form_marks.people_mark())
    found: list[FilledPerson] = []
    for number, cells in enumerate(rows[place + _FIRST_ROW - 1 :], start=place + _FIRST_ROW):
        said: dict[str, list[str]] = defaultdict(list)
        for column, key in enumerate(marks):
            if key and column != at and column < len(cells) and cells[column].strip():
                said[key].append(cells[column])
        if said:
            uid = cells[at].strip() if at < len(cells) else ""
            found.append((number, uid, {key: _said(parts) for key, parts in said.items()}))
    return found


def _said(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else SEPARATOR.join(part.strip() for part in parts)


def _left_out(text: str) -> Issue:
    return Issue("no_form", text, Severity.WARNING)


def _joined(forms: Sequence[FilledForm], known: KnownForms, findings: list[Issue]) -> FilledForms:
    targets = _targets(forms, known)
    rows: list[Row] = []
    languages: dict[int, str] = {}
    for form in forms:
        findings += _unknown(form, known)
        people = form.people or [(_FIRST_ROW, "", {})]
        last = rows[-1].number if rows else 0
        shift = max(0, last + 1 - people[0][0]) if rows else 0
        for number, uid, answers in people:
            said = _row(form, uid, answers, known)
            languages[number + shift] = form.mark.language
            rows.append(Row(number + shift, tuple(said.get(target, "") for target in targets)))
            findings += _gone(form, uid, number + shift, known)
    if len(forms) > 1:
        text = _("The rows of {n} forms are numbered one after the other.").format(n=len(forms))
        findings.append(Issue("counted_on", text, Severity.WARNING))
    columns = tuple(_column(place, target, known) for place, target in enumerate(targets))
    heads = tuple(column.heading for column in columns)
    name = forms[0].name if len(forms) == 1 else ALL
    sheet = SourceSheet(name, (Row(1, heads), *rows), True, findings=tuple(findings))
    kinds = sorted({form.mark.kind for form in forms})
    table = SourceTable(name, 1, columns, tuple(rows), languages=languages, known_by=(*kinds, *targets))
    return FilledForms(sheet, table)


def _targets(forms: Sequence[FilledForm], known: KnownForms) -> list[str]:
    """Return the fields of the table: all that the forms ask for, so that it is the same form the next time."""
    asked = {key for form in forms for key in known.asked[form.mark.kind]}
    return [key for key in known.questions if key in asked]


def _row(form: FilledForm, uid: str, answers: Mapping[str, str], known: KnownForms) -> dict[str, str]:
    """Return the answers of a row; who is known by a mark is called as now."""
    found = {**form.answers, **answers}
    if form.company_uid in known.companies:
        found["name"] = known.companies[form.company_uid]
    if uid in known.people:
        found |= {**dict.fromkeys(_NAMING, ""), **known.people[uid]}
    return found


def _gone(form: FilledForm, uid: str, number: int, known: KnownForms) -> list[Issue]:
    """Find that whom a form is about is no longer in the mission: the row is not taken."""
    if form.company_uid and form.company_uid not in known.companies:
        text = _("The company of {name} is no longer in the mission.").format(name=form.name)
    elif uid and uid not in known.people:
        text = _("A person of {name} is no longer in the mission.").format(name=form.name)
    else:
        return []
    return [Issue("gone", text, Severity.ERROR, number)]


def _unknown(form: FilledForm, known: KnownForms) -> list[Issue]:
    """Find answers to questions the mission does not have any more."""
    said = {*form.answers, *(key for _number, _uid, answers in form.people for key in answers)}
    gone = sorted(said - known.questions.keys())
    if not gone:
        return []
    text = _("{name} answers questions this mission no longer asks: {fields}.")
    return [Issue("unknown_question", text.format(name=form.name, fields=", ".join(gone)), Severity.WARNING)]


def _column(place: int, target: str, known: KnownForms) -> SourceColumn:
    question = known.questions[target]
    heading = question.titles[current().language]
    return SourceColumn(place, heading, target, sensitive=question.sensitive, reason=Reason("form"))
