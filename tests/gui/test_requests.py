"""Requests and matching: the matrix typed and pasted into, suggestions accepted, shares, names that are said once."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Alias, Side
from missionplanner.domain.mission import MatchWeight, Synonyms
from missionplanner.domain.requests import Half, Precedence, Priority, Request
from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.gui.requests.screen import RequestsScreen
from missionplanner.gui.requests.suggestion_settings import SynonymsDialog, WeightsDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, small_mission

MUST, MEET, NO = Priority.MUST_MEET, Priority.MEET, Priority.NO_THANKS


@pytest.fixture
def requests(open_window: Any, tmp_path: Path) -> RequestsScreen:
    """The screen on a mission with one request and one meeting."""
    with small_mission(tmp_path / "m.mission") as store:
        ask(store, ("D1", "C1", MEET))
        meet(store, "D1", "C1", 0, 0)
    window: MainWindow = open_window(tmp_path / "m.mission")
    window.do("show_requests")
    found = window.screens["requests"]
    assert isinstance(found, RequestsScreen)
    return found


def store_of(screen: RequestsScreen) -> Store:
    return screen.workspace.store


def said(store: Store) -> dict[tuple[str, str, str], Priority]:
    names = {c.id: c.name for c in store.snapshot().companies}
    return {(names[r.delegation_id], names[r.counterpart_id], r.asked_by.value): r.priority for r in store.all(Request)}


def test_digits_say_how_much_for_either_side(
    requests: RequestsScreen, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    requests.tabs.setCurrentWidget(requests.matrix)
    page, store = requests.matrix, store_of(requests)
    page.view.setCurrentIndex(page.model.index(1, 1))
    qtbot.keyClick(page.view, Qt.Key.Key_1)
    page.speaker.choose(Side.COUNTERPART)
    qtbot.keyClick(page.view, Qt.Key.Key_0)
    assert said(store) == {
        ("D1", "C1", "delegation"): MEET,
        ("D2", "C2", "delegation"): MUST,
        ("D2", "C2", "counterpart"): NO,
    }
    assert page.model.index(1, 1).data() == "★✕"
    assert page.view.currentIndex() == page.model.index(1, 1)
    assert page.sentence.text() == "D2 – C2; D2 says: Must meet; C2 says: No thanks; no meeting"
    assert "they meet" in page.model.sentence(page.model.index(0, 0))
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert page.model.index(1, 1).data() == "★·"
    store.undo()
    assert page.model.index(1, 1).data() == "★✕"
    qtmodeltester.check(page.model, force_py=True)


def test_a_block_is_pasted_and_copied(requests: RequestsScreen, qtbot: QtBot) -> None:
    requests.tabs.setCurrentWidget(requests.matrix)
    page = requests.matrix
    QGuiApplication.clipboard().setText("must meet\tmeet\t\nno thanks\t\tA\n")
    page.view.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert said(store_of(requests)) == {
        ("D1", "C1", "delegation"): MEET,
        ("D2", "C1", "delegation"): MUST,
        ("D2", "C2", "delegation"): MEET,
        ("D3", "C1", "delegation"): NO,
        ("D3", "C3", "delegation"): MUST,
    }
    assert page.sentence.text() == "4 pairs were changed."
    page.view.selectAll()
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["\tC1\tC2\tC3", "D1\t●·\t\t", "D2\t★·\t●·\t", "D3\t✕·\t\t★·"]
    page.view.setCurrentIndex(page.model.index(0, 0))
    before = said(store_of(requests))
    qtbot.keyClick(page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert said(store_of(requests)) == before
    page.view.clearSelection()
    page.view.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    page.view.setCurrentIndex(page.model.index(0, 2))
    qtbot.keyClick(page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert said(store_of(requests)) == {**before, ("D1", "C3", "delegation"): MUST}
    page.rows.setText("d3")
    assert [company.name for company in page.model.rows] == ["D3"]


def test_what_is_no_priority_is_told_and_left(
    requests: RequestsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(alerts, "report", lambda _p, _text, _h, rows: told.extend(rows))
    requests.tabs.setCurrentWidget(requests.matrix)
    QGuiApplication.clipboard().setText("tomorrow\t★")
    requests.matrix.view.setCurrentIndex(requests.matrix.model.index(1, 0))
    qtbot.keyClick(requests.matrix.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told == [["D2 – C1", "“tomorrow” says no priority."]]
    assert ("D2", "C2", "delegation") in said(store_of(requests))
    assert ("D2", "C1", "delegation") not in said(store_of(requests))


def test_who_stays_short_is_told(requests: RequestsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int]] = []
    monkeypatch.setattr(alerts, "report", lambda _p, text, _h, rows: told.append((text, len(rows))))
    requests.tabs.setCurrentWidget(requests.suggestions)
    qtbot.waitUntil(lambda: requests.suggestions.found is not None, timeout=10_000)
    requests.suggestions.least.setValue(9)
    requests.suggestions.give_everyone()
    assert told
    assert "Companies that still have fewer than 9: 6." in told[0][0]
    qtbot.waitUntil(lambda: not requests.runner.is_busy, timeout=10_000)
    assert requests.suggestions.least.value() == 9


def test_a_request_is_edited_with_its_time_and_order(requests: RequestsScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of(requests)
    values = {"priority": MUST, "half": Half.MORNING, "after_ours": "C2; ", "comment": "first"}

    def accept(dialog: RecordDialog) -> int:
        dialog.form.set_values({**dialog.form.values(), **values})
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)
    requests.list.table.selectRow(0)
    requests.list.edit()
    assert (store.all(Request)[0].priority, store.all(Request)[0].half) == (MUST, Half.MORNING)
    order = store.all(Precedence)[0]
    assert (order.company_id, order.first_id, order.then_id) == tuple(key_of(store, n) for n in ("D1", "C1", "C2"))
    assert requests.list.table.rows.text(0, 4) == "Morning"
    values.update(delegation="D2", counterpart="C3", after_ours="")
    requests.add_request()
    assert ("D2", "C3", "delegation") in said(store)
    assert store.steps.undo_label == "Add a request"


def test_reasons_come_in_slices_and_stay_searchable(requests: RequestsScreen, qtbot: QtBot) -> None:
    ask(store_of(requests), ("D2", "C2", MEET), ("D3", "C3", NO))
    qtbot.waitUntil(lambda: "…" not in [requests.list.table.rows.text(n, 5) for n in range(3)], timeout=5000)
    requests.list.text.setText("could be")
    shown = [requests.list.table.rows.text(n, 0) for n in range(requests.list.table.rows.rowCount())]
    requests.list.text.setText("")
    assert shown in ([], ["D2"])
    assert "2 requests" not in requests.list.count_label.text()


def test_suggestions_are_shown_with_their_parts_and_accepted(window: MainWindow, qtbot: QtBot) -> None:
    window.do("show_requests")
    screen = window.screens["requests"]
    assert isinstance(screen, RequestsScreen)
    store = store_of(screen)
    screen.tabs.setCurrentWidget(screen.suggestions)
    page = screen.suggestions
    qtbot.waitUntil(lambda: page.found is not None and page.table.rows.rowCount() > 100, timeout=20_000)
    assert page.parts.accessibleDescription().startswith("Offers and what is sought: ")
    before = store.count(Request)
    page.accept()
    assert store.count(Request) == before + 1
    assert store.steps.undo_label == "Accept 1 suggestion"
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=20_000)
    name = screen.workspace.snapshot().company[page.found.open[0][1][0]].name if page.found else ""
    page.company.setText(name)
    shown = {page.table.rows.text(n, 1) for n in range(page.table.rows.rowCount())}
    assert shown == {name}


def test_everyone_gets_a_fair_share_and_who_does_not_is_told(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, int]] = []
    monkeypatch.setattr(alerts, "report", lambda _p, text, _h, rows: told.append((text, len(rows))))
    monkeypatch.setattr(alerts, "tell", lambda _p, text, _d="": told.append((text, 0)))
    window.do("show_requests")
    screen = window.screens["requests"]
    assert isinstance(screen, RequestsScreen)
    screen.tabs.setCurrentWidget(screen.suggestions)
    page = screen.suggestions
    qtbot.waitUntil(lambda: page.found is not None, timeout=20_000)
    page.least.setValue(6)
    page.give_everyone()
    screen.tabs.setCurrentWidget(screen.balance)
    few = [one for one in screen.balance._rows.values() if one.wanted < 6]
    assert len(few) == told[0][1]
    assert len(few) < 20
    counted = sorted(one.wanted for one in screen.balance._rows.values())
    assert counted[len(few)] >= 6
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=20_000)


def test_weights_and_synonyms_are_edited_and_undone(requests: RequestsScreen, qtbot: QtBot) -> None:
    store = store_of(requests)
    weights = WeightsDialog(store)
    qtbot.addWidget(weights)
    weights.sliders["offers"].setValue(90)
    assert weights.weights["offers"] == 90
    weights._on_usual()
    assert weights.weights["offers"] == 40
    synonyms = SynonymsDialog(store)
    qtbot.addWidget(synonyms)
    whole = len(synonyms.synonyms)
    assert whole > 5
    synonyms.sector.setCurrentIndex(1)
    synonyms.grid.show_rows([["battery; pile; batería"]])
    found = synonyms.synonyms
    assert [one.words for one in found if one.sector_id == store.snapshot().sectors[0].id] == ["battery; pile; batería"]
    assert store.count(Synonyms) == store.count(MatchWeight) == 0


def test_the_shares_lead_to_suggestions(requests: RequestsScreen, qtbot: QtBot) -> None:
    requests.tabs.setCurrentWidget(requests.balance)
    page = requests.balance
    assert page.table.rows.rowCount() == 6
    assert "Too few requests: 6" in page.count_label.text()
    page.table.selectRow(0)
    page._on_suggest()
    assert requests.tabs.currentWidget() is requests.suggestions
    assert requests.suggestions.company.text() == page.table.rows.text(0, 0)
    qtbot.waitUntil(lambda: requests.suggestions.found is not None, timeout=10_000)


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
    store = store_of(requests)
    assert said(store)["D2", "C2", "delegation"] is MUST
    assert said(store)["D3", "C2", "delegation"] is MEET
    assert [alias.name for alias in store.all(Alias)] == ["The people of C2"]
