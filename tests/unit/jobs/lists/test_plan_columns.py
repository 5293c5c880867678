"""The sheets of figures, briefings, milestones and tasks, in the language of the reader."""

from datetime import date

from missionplanner.domain.briefings import Briefing
from missionplanner.domain.figures import Figure
from missionplanner.domain.milestones import Milestone, Task
from missionplanner.domain.mission import Sector
from missionplanner.i18n import translator
from missionplanner.jobs.lists import mission_workbook, record_sheets
from missionplanner.jobs.lists.record_columns import SheetFacts
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import add_trade


def rows(store: Store, kind: str) -> list[list[object]]:
    sheet = record_sheets.whole(SheetFacts(store.snapshot(), translator("fr")), kind, sensitive=False)
    return [[column.heading for column in sheet.columns], *sheet.rows]


def test_each_has_its_sheet_where_there_is_one(store: Store) -> None:
    facts = SheetFacts(store.snapshot(), translator("fr"))
    there = mission_workbook._kinds(facts, sensitive=True)
    assert [kind for kind in record_sheets.NAMES if kind not in there] == list(record_sheets.WHERE_ANY)
    sector = store.all(Sector)[0]
    with store.change(message("Fill")) as change:
        series = add_trade(change)
        change.insert(Figure(series_id=series, period="2025", value=57.5))
        change.insert(Briefing(sector_id=sector.id, body_en="Ports"))
        milestone = change.insert(Milestone(name_en="Visas", name_fr="Les visas", days=-60, of_world=True))
        change.insert(Task(name_en="Write", milestone_id=milestone, days=-3, owner="Ana"))
    figures = rows(store, "figures")
    assert figures[1] == [
        "Échanges", "1994", 5, "Moins de", "CAD, milliards", "Office of statistics", "", date(2025, 6, 30), "",
    ]  # fmt: skip
    assert figures[3][2:4] == [57.5, ""]
    assert rows(store, "briefings")[1] == ["Possibilités", sector.name("fr"), "", "Ports", "", ""]
    visas = rows(store, "milestones")[1]
    assert (visas[0], visas[2:]) == ("Les visas", ["T-60", "oui", ""])
    task = rows(store, "tasks")[1]
    assert (task[0], (visas[1] - task[1]).days, task[2:]) == ("Write", 3, [-3, "Les visas", "Ana", "À faire", ""])  # type: ignore[operator]
