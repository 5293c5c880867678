"""Doubles are shown, and the chosen ones decided to be the same."""

from datetime import date

from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Claim, SameDeal, Stage
from missionplanner.gui.outcomes.doubles_page import DoublesPage
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.relationships import entering
from missionplanner.store.store import Store
from tests.builders import key_of

DAY = date(2026, 3, 20)


def test_the_same_deal_is_decided_from_today_on(
    qtbot: QtBot, workspace: Workspace, store: Store, told: list[tuple[str, str]]
) -> None:
    made = entering.make(store, *(store.get(Company, key_of(store, name)) for name in ("D1", "C1")), DAY)
    for name in ("D1", "C1"):
        claim = Claim(
            relationship_id=made.id, teller_id=key_of(store, name), told_on=DAY, stage=Stage.AGREEMENT, value=5.0,
            currency="CAD", about="pumps",
        )  # fmt: skip
        entering.say(store, claim)
    page = DoublesPage(workspace)
    qtbot.addWidget(page)
    page.refresh()
    assert [page.table.rows.text(0, column) for column in (0, 1)] == ["D1: pumps, 5 CAD", "C1: pumps, 5 CAD"]
    page.same()
    assert (store.all(SameDeal), told) == ([], [("Choose a deal in the list.", "")])
    page.table.selectRow(0)
    page.same()
    (decided,) = store.all(SameDeal)
    assert (decided.is_same, decided.decided_on) == (True, date.today())  # noqa: DTZ011
    page.refresh()
    assert page.summary.text() == "0 deals may be told twice."


def test_what_is_decided_to_be_different_is_not_suggested_again(
    qtbot: QtBot, workspace: Workspace, store: Store
) -> None:
    made = entering.make(store, *(store.get(Company, key_of(store, name)) for name in ("D1", "C1")), DAY)
    for name in ("D1", "C1"):
        teller = key_of(store, name)
        entering.say(
            store,
            Claim(relationship_id=made.id, teller_id=teller, told_on=DAY, stage=Stage.AGREEMENT, value=5.0),
        )
    page = DoublesPage(workspace)
    qtbot.addWidget(page)
    workspace.changed.connect(lambda _tables: page.refresh())
    page.refresh()
    assert page.table.rows.text(0, 0) == "D1: –, 5"
    page.table.selectRow(0)
    page.different()
    assert (page.table.rows.rowCount(), store.steps.undo_label) == (0, "Decide on 1 deal told twice")
