"""A form with sixty columns that mean nothing here, brought in so that each becomes a field of the mission's own."""

from pathlib import Path

from missionplanner.domain.companies import Side
from missionplanner.jobs.imports import companies
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.store.store import Store
from tests.unit.jobs.imports.bringing import write

NUMBER = 60
COMPANIES = 8
_CELLS = (
    lambda row, column: f"answer {row} of column {column}",
    lambda row, column: str(1000 * column + row),
    lambda row, column: f"{100 * column + row} CAD",
    lambda row, _column: f"2026-02-{10 + row}",
    lambda row, _column: "yes" if row % 2 else "no",
    lambda row, column: f"Hotel {column}{'ABC'[row % 3]}",
)
"""The cells of columns, kind after kind: a text, a number, money, a date, an answer, a choice."""


def headings() -> list[str]:
    """The headings: each as odd as the other."""
    return [f"Zyx {column} qua" for column in range(NUMBER)]


def cell(row: int, column: int) -> str:
    """What the form says in a row and column."""
    return _CELLS[column % len(_CELLS)](row, column)


def bring_in(store: Store, folder: Path) -> None:
    """Import the form, and keep what means nothing here."""
    rows = [
        [f"Sixty {row}", "Ottawa", f"a{row}@sixty.ca", *(cell(row, column) for column in range(NUMBER))]
        for row in range(COMPANIES)
    ]
    source = write(folder / "sixty.csv", ["Company", "City", "E-mail", *headings()], *rows)
    plan = run_now(companies.analyse(ImportOptions(source, Side.DELEGATION, keep_unknown=True)), store)
    companies.accept(store, plan)


def name_of(column: int) -> str:
    """The name of the field that a column became."""
    return f"company.zyx_{column}_qua"
