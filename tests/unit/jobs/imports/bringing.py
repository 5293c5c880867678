"""Registration files written and brought in for tests."""

import csv
from pathlib import Path

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Side
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.store.store import Store

SHORT = (
    ["Company", "City", "E-mail", "First name"],
    ["A Inc.", "X", "z@a.ca", "Zoë"],
    ["a incorporated", "Y", "l@a.ca", "Liam"],
)
"""A file with two rows of one company."""
HEAD = ["Company", "City", "E-mail", "First name", "Last name", "Job title"]
FORM = (
    HEAD,
    ["Boreal Robotics Inc.", "Lévis", "z@boreal.ca", "Zoë", "Côté", "CEO"],
    ["Cedar Foods", "Ottawa", "m@cedar.ca", "Max", "Roy", ""],
)
"""A form as it comes every week."""


def write(path: Path, *rows: list[str]) -> Path:
    """Write rows as csv."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def look(store: Store, path: Path, side: str = "delegation", **more: object) -> ImportPlan:
    """What importing a file would do; every row has one outcome."""
    plan = run_now(import_companies.analyse(ImportOptions(path, Side(side), **more)), store)  # type: ignore[arg-type]
    assert len(plan.rows) == sum(plan.count(verdict) for verdict in RowOutcome)
    return plan


def bring(store: Store, path: Path, *rows: list[str], **more: object) -> ImportPlan:
    """Import a file, written first where rows are given."""
    if rows:
        write(path, *rows)
    plan = look(store, path, **more)  # type: ignore[arg-type]
    import_companies.accept(store, plan)
    return plan
