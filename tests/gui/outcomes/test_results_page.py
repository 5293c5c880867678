"""The results of a day: sums by standing, the deals of the chosen one, and what is typed wrong."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Claim, Stage
from missionplanner.gui.outcomes.results_page import ResultsPage
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.relationships import entering
from missionplanner.store.store import Store
from tests.builders import key_of

DAY = date(2026, 3, 20)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, store: Store) -> ResultsPage:
    for one, other, value, currency in (("D1", "C1", 500.0, "CAD"), ("D2", "C2", 100.0, "USD")):
        made = entering.make(store, *(store.get(Company, key_of(store, name)) for name in (one, other)), DAY)
        claim = Claim(relationship_id=made.id, told_on=DAY, stage=Stage.AGREEMENT, value=value, currency=currency)
        entering.say(store, claim)
    found = ResultsPage(workspace)
    qtbot.addWidget(found)
    found.refresh()
    return found


def row(page: ResultsPage, place: int) -> list[str]:
    return [page.sums.rows.text(place, column) for column in range(4)]


def test_sums_stand_by_how_far_deals_can_be_believed(page: ResultsPage) -> None:
    assert row(page, 4) == ["Claimed by one side", "2", "600", "600"]
    page.currency.setText("cad")
    page.rates.setText("USD=1.5")
    page.currency.editingFinished.emit()
    assert row(page, 4) == ["Claimed by one side", "2", "650", "650"]
    assert page.summary.text() == "Every telling counted, as a careless report would: 650"
    page.rates.setText("")
    page.rates.editingFinished.emit()
    assert page.summary.text().endswith("1 claim has a currency without a rate.")


def test_a_past_day_reads_as_it_read_then(page: ResultsPage) -> None:
    page.day.setText("2026-03-19")
    page.day.editingFinished.emit()
    assert row(page, 4) == ["Claimed by one side", "0", "0", "0"]
    page.day.setText("soon")
    page.day.editingFinished.emit()
    assert page.summary.text().startswith("“soon” is no date.")


def test_the_deals_of_the_chosen_standing_are_listed(page: ResultsPage) -> None:
    assert page.table.rows.rowCount() == 2
    assert [page.table.rows.text(0, column) for column in (0, 1, 5)] == [
        "D1 – C1",
        "Claimed by one side",
        "the organisers",
    ]
    page.sums.selectRow(0)
    assert page.table.rows.rowCount() == 0
    page.sums.selectRow(4)
    assert page.table.rows.rowCount() == 2
