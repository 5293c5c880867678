"""Lists as they are shown, printed or written into files: the same rows and columns in the same order."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.exchange import spreadsheets
from missionplanner.i18n import LOCALES, _, current, uses_letter_paper
from missionplanner.jobs.job import Job
from missionplanner.progress import Progress
from missionplanner.store.store import Store
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


def save(shown: ShownList, target: Path) -> Job[str, Path]:
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

    def read(store: Store) -> str:
        return store.mission.home_country

    def work(country: str, progress: Progress) -> Path:
        progress.report(0.1, _("Writing {name}").format(name=target.name))
        content = make(shown, country)
        progress.report(0.9)
        replace_file(target, content)
        return target

    return Job(_("Writing {name}").format(name=target.name), read, work)


def pages(shown: ShownList) -> Job[str, bytes]:
    """Return the job that makes the pages of the list as PDF, to be printed on paper."""

    def work(country: str, progress: Progress) -> bytes:
        progress.report(0.1, shown.title)
        return _pdf(shown, country)

    return Job(_("Preparing the print"), lambda store: store.mission.home_country, work)


def _pdf(shown: ShownList, country: str) -> bytes:
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


def _csv(shown: ShownList, _country: str) -> bytes:
    return spreadsheets.csv_text(shown.headings, shown.rows).encode("utf-8-sig", "replace")


def _workbook(shown: ShownList, _country: str) -> bytes:
    rows = [[_number(cell) if n in shown.numbers else cell for n, cell in enumerate(row)] for row in shown.rows]
    return spreadsheets.workbook({shown.title: (shown.headings, rows)})


def _number(cell: str) -> spreadsheets.Cell:
    return int(cell) if cell.isascii() and cell.isdigit() else cell
