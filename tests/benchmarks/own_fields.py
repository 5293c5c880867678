"""The filter of 10,000 companies with 30 own fields each, beside the bare SQL: `python -m tests.benchmarks.own_fields`."""

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.own_fields import CompanyValue, OwnField
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.programme import new_mission
from missionplanner.messages import message
from missionplanner.store.listing import CompanyFilter
from tests.builders import EXAMPLE

FIELDS, COMPANIES = 30, 10_000
_TIMES = 20
_BARE = {
    "a value of a list": (
        "SELECT company_id FROM search WHERE company_id IN"
        " (SELECT company_id FROM company_values WHERE field_id = 1 AND text = 'B') ORDER BY name"
    ),
    "values of two lists": (
        "SELECT company_id FROM search WHERE company_id IN"
        " (SELECT company_id FROM company_values WHERE field_id = 1 AND text = 'B') AND company_id IN"
        " (SELECT company_id FROM company_values WHERE field_id = 4 AND text = 'C') ORDER BY name"
    ),
    "a word": "SELECT company_id FROM search WHERE instr(text, 'answer 77') > 0 ORDER BY name",
}
_OURS = {
    "a value of a list": CompanyFilter(own=("company.f0=B",)),
    "values of two lists": CompanyFilter(own=("company.f0=B", "company.f3=C")),
    "a word": CompanyFilter(text='"answer 77"'),
}


def main() -> int:
    """Print a line for each filter."""
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = str(folder)
        path = folder / "own.mission"
        fill(path)
        workspace = Workspace()
        workspace.open(path)
        screen = CompaniesScreen(workspace, Runner(workspace))
        screen.resize(1240, 760)
        screen.show()
        screen.refresh()
        with closing(sqlite3.connect(path)) as bare:
            for name, wanted in _OURS.items():

                def ours(wanted: CompanyFilter = wanted) -> None:
                    screen.filter_bar.show_filter(wanted)
                    application.processEvents()
                    screen.table.viewport().repaint()

                def reference(name: str = name) -> None:
                    bare.execute(_BARE[name]).fetchall()

                mine, theirs = timed(ours, screen.filter_bar.reset), timed(reference, lambda: None)
                limit = 2 * theirs + 1 / 60
                print(
                    f"{FIELDS} fields, {COMPANIES:,} companies, {name:<22} {mine * 1000:7.1f} ms"
                    f"   the bare SQL {theirs * 1000:7.1f} ms   ratio to twice that and a frame {mine / limit:5.2f}"
                )
        screen.close()
        workspace.close()
    return 0


def timed(act: Callable[[], object], between: Callable[[], object]) -> float:
    """Return the median processor time of an act, in seconds: the computer may be busy with other things."""
    found = []
    for _number in range(_TIMES):
        between()
        QApplication.processEvents()
        started = time.process_time()
        act()
        found.append(time.process_time() - started)
    return median(found)


def fill(path: Path) -> None:
    """Make a mission of so many companies, each with a value of every field."""
    with new_mission.from_example(path, EXAMPLE) as store, store.change(message("Fill")) as change:
        kinds = (FieldKind.ONE, FieldKind.TEXT, FieldKind.NUMBER)
        fields = change.insert_all(
            OwnField(code=f"f{n}", name_en=f"Field {n}", kind=kinds[n % 3], choices="A\nB\nC", position=n)
            for n in range(FIELDS)
        )
        keys = change.insert_all(
            Company(side=Side.DELEGATION, name=f"Company {n}", city="Lévis") for n in range(COMPANIES)
        )
        change.insert_all(Application(company_id=key) for key in keys)
        rows = [
            (key, field, ("ABC"[(n + place) % 3], f"answer {n} of {place}", str(n))[place % 3])
            for n, key in enumerate(keys)
            for place, field in enumerate(fields)
        ]
        names = ("company_id", "field_id", "text")
        change.insert_columns(CompanyValue, **dict(zip(names, zip(*rows, strict=True), strict=True)))


if __name__ == "__main__":
    sys.exit(main())
