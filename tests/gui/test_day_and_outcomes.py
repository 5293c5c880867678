"""The day itself and what comes after: the board, the calls, outcomes from the papers, follow-ups, the scorecard."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import FollowUp, Meeting, MeetingStatus, Outcome
from missionplanner.gui.outcomes.screen import OutcomesScreen
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.outcomes import report as reporting
from tests.builders import DAY, ask, meet, small_mission


@pytest.fixture
def window(open_window: Any, tmp_path: Path) -> MainWindow:
    """A window on a mission with three meetings."""
    with small_mission(tmp_path / "m.mission") as store:
        ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MEET))
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D2", "C2", 0, 1)
        meet(store, "D3", "C3", 1, 0)
    found: MainWindow = open_window(tmp_path / "m.mission")
    return found


def fill(monkeypatch: pytest.MonkeyPatch, **values: object) -> None:
    def accept(dialog: RecordDialog) -> int:
        dialog.form.set_values({**dialog.form.values(), **values})
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)


# -- afterwards


@pytest.fixture
def outcomes(window: MainWindow) -> OutcomesScreen:
    window.do("show_outcomes")
    found = window.screens["outcomes"]
    assert isinstance(found, OutcomesScreen)
    return found


def test_a_form_takes_a_few_keys(outcomes: OutcomesScreen, qtbot: QtBot, window: MainWindow) -> None:
    """3, Tab, 5000, Tab, cad, Enter: the next form is at hand."""
    table, store = outcomes.entry.table, window.workspace.store
    table.setFocus()
    kind = next(n for n, column in enumerate(table.rows.columns) if column.edits == "kind")
    table.setCurrentIndex(table.rows.index(0, kind))
    qtbot.keyClick(table, "3")
    qtbot.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Tab)
    for text, key in (("5000", Qt.Key.Key_Tab), ("cad", Qt.Key.Key_Return)):
        qtbot.keyClicks(QGuiApplication.focusObject(), text)
        qtbot.keyClick(QGuiApplication.focusObject(), key)
    qtbot.waitUntil(lambda: table.currentIndex().row() == 1, timeout=2000)
    assert table.currentIndex().column() == kind
    found = store.all(Outcome)
    assert [(o.kind, o.value, o.currency) for o in found] == [("lead", 5000.0, "CAD")]
    assert store.all(Meeting)[0].status is MeetingStatus.HELD
    outcomes.entry.shown.choose("open")
    assert outcomes.entry.table.rows.rowCount() == 2


def test_follow_ups_are_noted(outcomes: OutcomesScreen, monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> None:
    store = window.workspace.store
    outcomes.entry.change([(m.id, "kind", "3") for m in store.all(Meeting)], "Edit a cell")
    outcomes.tabs.setCurrentIndex(1)
    page = outcomes.follow_ups
    page.until.choose(400)
    page.refresh()
    due = (date.today() - DAY).days + 400  # noqa: DTZ011
    expected = 3 * sum(days <= due for days in (30, 90, 180, 365))
    assert page.table.rows.rowCount() == expected
    fill(monkeypatch, text="Samples sent")
    page.table.selectRow(0)
    page.mark_done()
    assert [(f.days, f.note) for f in store.all(FollowUp)] == [(30, "Samples sent")]
    assert page.table.rows.rowCount() == expected - 1
    page.done_too.setChecked(True)
    assert page.table.rows.rowCount() == expected
    page.table.selectRow(expected - 1)
    page.mark_open()
    assert store.all(FollowUp) == []


def test_the_scorecard_and_its_report(
    outcomes: OutcomesScreen, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    store = window.workspace.store
    one, two, _three = store.all(Meeting)
    typed = [(one.id, "kind", "6"), (one.id, "value", "25000"), (one.id, "currency", "MXN"), (two.id, "kind", "1")]
    outcomes.entry.change([(key, name, text) for key, name, text in typed], "Edit a cell")
    outcomes.tabs.setCurrentIndex(2)
    assert outcomes.scorecard.gauges["accepted"].accessibleDescription() == "2 of 2; 40 to 60 % is usual."
    assert outcomes.scorecard.values.text() == "25,000 MXN"
    assert ["Contract or sale", "1", ""] in [list(row) for row in outcomes.shown_list().rows]
    target = tmp_path / "report.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    outcomes.save_report()
    qtbot.waitUntil(lambda: target.exists() and not window.runner.is_busy, timeout=10_000)
    assert reporting.report(target).title == "Writing report.xlsx"
