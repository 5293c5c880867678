"""A name of a list of requests that means no company."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Alias
from missionplanner.domain.requests import Priority, Request
from missionplanner.gui.imports.unknown_name import UnknownNamePane
from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.gui.requests.screen import RequestsScreen
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.imports.requests import RequestResult
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, small_mission
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
    pane.show_names(rows[1].unknown)
    assert not pane.isHidden()
    for row in (rows[0], None):
        pane.show_names(row.unknown if row else ())
        assert pane.isHidden()


def test_the_company_is_chosen_and_remembered(
    pane: UnknownNamePane, rows: list[RequestResult], store: Store, qtbot: QtBot
) -> None:
    pane.show_names(rows[1].unknown)
    assert pane.text.text() == "Which company is “Nobody Inc”?"
    pane.choice.setText("C")
    assert not pane.take.isEnabled()
    pane.take_company()
    assert pane.answers == {}
    pane.choice.setText("C3")
    with qtbot.waitSignal(pane.answered):
        pane.take.click()
    assert pane.answers == {"Nobody Inc": key_of(store, "C3")}


@pytest.fixture
def requests(open_window: Any, tmp_path: Path) -> RequestsScreen:
    """The screen on a mission with one request and one meeting."""
    with small_mission(tmp_path / "m.mission") as store:
        ask(store, ("D1", "C1", Priority.MEET))
        meet(store, "D1", "C1", 0, 0)
    window: MainWindow = open_window(tmp_path / "m.mission")
    window.do("show_requests")
    found = window.screens["requests"]
    assert isinstance(found, RequestsScreen)
    return found


def said(store: Store) -> dict[tuple[str, str, str], Priority]:
    names = {c.id: c.name for c in store.snapshot().companies}
    return {(names[r.delegation_id], names[r.counterpart_id], r.asked_by.value): r.priority for r in store.all(Request)}


def test_pasted_requests_with_an_unknown_name_are_resolved_in_the_wizard(
    requests: RequestsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 1)
    text = "Requested by\tWants to meet\tPriority\nD2\tThe people of C2\tmust meet\nD3\tThe people of C2\tmeet\n"
    wizard = ImportWizard(requests.workspace, requests.runner, Path("Clipboard"), "requests", None, text)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.analyse()
    qtbot.waitUntil(lambda: wizard.plan is not None, timeout=10_000)
    assert not wizard.accept_button.isEnabled()
    wizard.table.selectRow(0)
    assert wizard.resolve.isVisible()
    wizard.resolve.choice.setText("C2")
    wizard.resolve.take.click()
    qtbot.waitUntil(lambda: wizard.accept_button.isEnabled(), timeout=10_000)
    wizard.accept()
    store = requests.workspace.store
    assert said(store)["D2", "C2", "delegation"] is Priority.MUST_MEET
    assert said(store)["D3", "C2", "delegation"] is Priority.MEET
    assert [alias.name for alias in store.all(Alias)] == ["The people of C2"]
