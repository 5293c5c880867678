"""Lists of people written, looked at and brought in for tests."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Person
from missionplanner.jobs.imports import people
from missionplanner.jobs.imports.people import PeoplePlan
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import small_mission

HEADINGS = "First name,Last name,Title,Position,Organization,E-mail,Category\n"


def with_names(tmp_path: Path) -> Store:
    """The small mission, whose first two delegates have names."""
    found = small_mission(tmp_path / "m.mission")
    with found.change(message("Name")) as change:
        for person, (given, family) in zip(found.all(Person), (("Zoë", "Diaz"), ("Max", "Elm")), strict=False):
            change.update(replace(person, given_name=given, family_name=family))
    return found


def bring(store: Store, tmp_path: Path, *lines: str) -> PeoplePlan:
    """Import lines of a list of people."""
    path = tmp_path / "people.csv"
    path.write_text(HEADINGS + "\n".join(lines) + "\n", encoding="utf-8")
    plan = run_now(people.analyse(ImportOptions(path, Side.COUNTERPART)), store)
    people.accept(store, plan)
    return plan


def verdicts(plan: PeoplePlan) -> list[str]:
    return [row.verdict.value for row in plan.rows]


def look(store: Store, tmp_path: Path, text: str, **more: Any) -> PeoplePlan:
    """What importing a list of people would do."""
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    return run_now(people.analyse(ImportOptions(path, Side.DELEGATION, **more)), store)
