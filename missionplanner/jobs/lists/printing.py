"""Lists as they are shown, printed or written into files: the same rows and columns in the same order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.exchange import books, spreadsheets
from missionplanner.exchange.books import BookColumn, BookSheet, Cell, SheetBook
from missionplanner.i18n import LOCALES, _, current, uses_letter_paper
from missionplanner.jobs.job import Job
from missionplanner.jobs.lists import record_sheets
from missionplanner.jobs.lists.record_columns import RecordColumn, SheetFacts
from missionplanner.progress import Progress
from missionplanner.writing import replace_file


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list as it is on the screen."""

    title: str
    subtitle: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    """Texts by row and column."""
    widths: Sequence[float]
    """Widths of the columns, in any unit."""
    numbers: frozenset[int] = frozenset()
    """The indices of columns that hold numbers."""
    kind: str = ""
    """The kind of its records (`record_sheets.NAMES`), where a workbook of it is read back."""
    keys: Sequence[int] = ()
    """The keys of the records, by row."""
    fields: Sequence[str] = ()
    """The names of the fields that the columns show."""


def save(shown: ShownList, target: Path) -> Job[Snapshot, Path]:
    """Return the job that writes the list as a file of the kind of its ending: .pdf, .xlsx or .csv.

    Raises UserError for any other ending.
    """
    makers = {".pdf": _pdf, ".xlsx": _workbook, ".csv": _csv}
    make = makers.get(target.suffix.lower())
    if make is None:
        raise UserError(
            _("A file ending in “{ending}” cannot be made.").format(ending=target.suffix),
            _("Choose a name that ends in .pdf, .xlsx or .csv."),
        )

    def work(snapshot: Snapshot, progress: Progress) -> Path:
        progress.report(0.1, _("Writing {name}").format(name=target.name))
        content = make(shown, snapshot)
        progress.report(0.9)
        replace_file(target, content)
        return target

    return Job(_("Writing {name}").format(name=target.name), lambda store: store.snapshot(), work)


def pages(shown: ShownList) -> Job[str, bytes]:
    """Return the job that makes the pages of the list as PDF, to be printed on paper."""

    def work(country: str, progress: Progress) -> bytes:
        progress.report(0.1, shown.title)
        return _printed(shown, country)

    return Job(_("Preparing the print"), lambda store: store.mission.home_country, work)


def _pdf(shown: ShownList, snapshot: Snapshot) -> bytes:
    return _printed(shown, snapshot.mission.home_country)


def _printed(shown: ShownList, country: str) -> bytes:
    from missionplanner.pack import printed_list  # slow import

    content = printed_list.PrintedList(
        shown.title,
        shown.subtitle,
        shown.headings,
        shown.rows,
        shown.widths,
        LOCALES[current().language].replace("_", "-"),
    )
    return printed_list.render(content, uses_letter_paper(country))


def _csv(shown: ShownList, _snapshot: Snapshot) -> bytes:
    return spreadsheets.csv_text(shown.headings, shown.rows).encode("utf-8-sig", "replace")


def _workbook(shown: ShownList, snapshot: Snapshot) -> bytes:
    mission, t = snapshot.mission, current()
    sheet = _read_back(shown, SheetFacts(snapshot, t)) if shown.kind else _as_shown(shown)
    return books.content(SheetBook([sheet], mission.called(t.language), uses_letter_paper(mission.home_country)))


def _as_shown(shown: ShownList) -> BookSheet:
    rows = [[_number(cell) if n in shown.numbers else cell for n, cell in enumerate(row)] for row in shown.rows]
    return BookSheet(shown.title, [BookColumn(heading) for heading in shown.headings], rows)


def _read_back(shown: ShownList, facts: SheetFacts) -> BookSheet:
    """Return the records that are listed, with the fields that are shown; what no field holds is as on the screen."""
    known = {column.key: column for column in record_sheets.columns_of(facts.snapshot, shown.kind, sensitive=True)}
    found = {record.id: record for record in record_sheets.records(facts, shown.kind)}
    there = [(found[key], row) for key, row in zip(shown.keys, shown.rows, strict=True) if key in found]
    texts = {id(record): row for record, row in there}
    columns = [
        known[field]
        if field in known
        else RecordColumn(field, shown.headings[place], _text(texts, place, place in shown.numbers), is_edited=False)
        for place, field in enumerate(shown.fields)
    ]
    return record_sheets.of_records(facts, shown.kind, columns, [record for record, _row in there], shown.title)


def _text(texts: Mapping[int, Sequence[str]], place: int, is_number: bool) -> Callable[[SheetFacts, Any], Cell]:
    """Return what gives the text a record has on the screen in a column."""
    read = _number if is_number else str
    return lambda _facts, record: read(texts[id(record)][place])


def _number(cell: str) -> Cell:
    return int(cell) if cell.isascii() and cell.isdigit() else cell
