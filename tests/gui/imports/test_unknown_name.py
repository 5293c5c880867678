"""A name of a list of requests that means no company."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.imports.unknown_name import UnknownNamePane
from missionplanner.jobs.imports.requests import RequestResult
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.imports.conftest import WizardOpener


@pytest.fixture
def rows(open_wizard: WizardOpener) -> list[RequestResult]:
    wizard = open_wizard("Requested by,Wants to meet\nD1,C1\nD2,Nobody Inc\n", "requests.csv")
    assert wizard.plan
    return list(wizard.plan.rows)  # type: ignore[arg-type]


@pytest.fixture
def pane(qtbot: QtBot, store: Store) -> UnknownNamePane:
    found = UnknownNamePane(store)
    qtbot.addWidget(found)
    return found


def test_a_row_whose_names_are_known_asks_nothing(pane: UnknownNamePane, rows: list[RequestResult]) -> None:
    pane.show_row(rows[1])
    assert not pane.isHidden()
    for row in (rows[0], None):
        pane.show_row(row)
        assert pane.isHidden()


def test_the_company_is_chosen_and_remembered(
    pane: UnknownNamePane, rows: list[RequestResult], store: Store, qtbot: QtBot
) -> None:
    pane.show_row(rows[1])
    assert pane.text.text() == "Which company is “Nobody Inc”?"
    pane.choice.setText("C")
    assert not pane.take.isEnabled()
    pane.take_company()
    assert pane.answers == {}
    pane.choice.setText("C3")
    with qtbot.waitSignal(pane.answered):
        pane.take.click()
    assert pane.answers == {"Nobody Inc": key_of(store, "C3")}
