"""Exports: a workbook of everything for people, one list as csv for programs."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.exchange.spreadsheets import Cell, csv_bytes, csv_text
from missionplanner.i18n import _
from missionplanner.jobs.job import Job
from missionplanner.jobs.lists import mission_workbook
from missionplanner.jobs.lists import rows as list_rows
from missionplanner.jobs.lists.people import as_cells, people
from missionplanner.progress import Progress
from missionplanner.writing import replace_file


def export(target: Path, table: str = "companies", sensitive: bool = False) -> Job[Snapshot, Path]:
    """Return the job that writes a file of the kind of its ending: .xlsx or .csv (one list).

    sensitive: also the columns of people that are sensitive (domain.privacy). Raises UserError for any other ending.
    """
    makers = {".xlsx": _workbook, ".csv": _csv}
    make = makers.get(target.suffix.lower())
    if make is None:
        raise UserError(
            _("A file ending in “{ending}” cannot be made.").format(ending=target.suffix),
            _("Choose a name that ends in .xlsx or .csv."),
        )

    def work(snapshot: Snapshot, progress: Progress) -> Path:
        progress.report(0.1, _("Exporting"))
        content = make(snapshot, table, sensitive)
        progress.report(0.9)
        replace_file(target, content)
        return target

    return Job(_("Exporting {name}").format(name=target.name), lambda store: store.snapshot(), work)


def find_company(companies: Iterable[Company], name: str) -> Company:
    """Return the one company of that name; raises UserError when there is none or several."""
    from missionplanner.matching.names import NameIndex  # slow import

    known = {company.id: company for company in companies}
    index = NameIndex({key: (company.name, company.operating_name) for key, company in known.items()})
    found = index.same(name)
    if len(found) == 1:
        return known[found[0]]
    if found:
        names = "; ".join(known[key].name for key in found[:5])
        raise UserError(_("“{name}” can be several companies.").format(name=name), names)
    like = index.like(name)
    hint = (
        _("Is it “{other}”?").format(other=known[like[0]].name) if like else _("Write the name as it is in the list.")
    )
    raise UserError(_("No company is called “{name}”.").format(name=name), hint)


def as_csv(rows: list[list_rows.Row]) -> str:
    """Return rows of a list as csv text in which no cell is a formula."""
    headings, plain = _as_cells(rows, "")
    return csv_text(headings, plain) if rows else ""


def _sheet(snapshot: Snapshot, name: str, sensitive: bool) -> tuple[list[str], list[list[Cell]]]:
    everyone = {company.id for company in snapshot.companies}
    if name == "people":
        return _as_cells([as_cells(row) for row in people(snapshot, sensitive)], name)
    of_kind = list_rows.WITH_SENSITIVE.get(name)
    found = of_kind(snapshot, everyone, sensitive) if of_kind else list_rows.rows(snapshot, name, everyone)
    return _as_cells(found, name)


def _as_cells(found: list[list_rows.Row], name: str) -> tuple[list[str], list[list[Cell]]]:
    if not found:
        return [name], []
    # Records of two kinds in one list have columns of their own.
    headings = list(dict.fromkeys(name for row in found for name in row))
    plain = [[_as_cell(row.get(name)) for name in headings] for row in found]
    return headings, plain


def _as_cell(value: Any) -> Cell:
    return value if isinstance(value, int) and not isinstance(value, bool) else list_rows.flat({"": value})[""]


def _workbook(snapshot: Snapshot, _table: str, sensitive: bool) -> bytes:
    return mission_workbook.content(snapshot, sensitive)


def _csv(snapshot: Snapshot, table: str, sensitive: bool) -> bytes:
    headings, rows = _sheet(snapshot, table, sensitive)
    return csv_bytes(headings, rows)
