"""Evaluation forms in the window: typed a line a form, read from a table, deleted, summed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.evaluations import Evaluation
from missionplanner.gui.outcomes.evaluations_page import EvaluationsPage
from missionplanner.gui.widgets import alerts
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> EvaluationsPage:
    found = EvaluationsPage(workspace)
    qtbot.addWidget(found)
    workspace.changed.connect(lambda _tables: found.refresh())
    found.refresh()
    return found


def test_forms_are_typed_one_after_the_other(qtbot: QtBot, page: EvaluationsPage, store: Store) -> None:
    page.day.setText("2026-02-20")
    for text in ("4 5 3 - 5 D1; heavy", "55555"):
        page.form.setText(text)
        qtbot.keyClick(page.form, Qt.Key.Key_Return)
        assert page.form.text() == ""
    assert [one.marks for one in store.all(Evaluation)] == [(4, 5, 3, None, 5), (5, 5, 5, 5, 5)]
    assert page.summary.text() == "2 forms"
    rows = page.shown_list().rows
    assert (rows[0][1:], rows[3][-2:]) == (["0", "0", "0", "1", "1", "2", "4.5"], ["1", "5"])
    assert [page.table.rows.text(0, 2), page.table.rows.text(1, 0), page.table.rows.text(1, 7)] == ["5", "D1", "heavy"]
    page.table.selectRow(0)
    page.remove()
    assert len(store.all(Evaluation)) == 1


def test_what_is_no_form_stays_typed(page: EvaluationsPage, store: Store) -> None:
    page.form.setText("4 5")
    page.add()
    assert (store.all(Evaluation), page.form.text()) == ([], "4 5")
    assert page.summary.text().startswith("“4 5” is no evaluation.")


def test_a_table_is_read(
    page: EvaluationsPage, store: Store, tmp_path: Path, told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("Company,The briefing pack was useful.\nD1,4\nD2,many\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    page.read()
    assert told[-1] == ("1 evaluation read · 1 row not read", "Row 3: “many” is no mark from 1 to 5.")
    path.write_text("Company,City\nD1,Lévis\n", encoding="utf-8")
    monkeypatch.setattr(alerts, "show_error", lambda _parent, error: told.append((error.text, error.hint)))
    page.read()
    assert told[-1][0] == "No column holds a statement of the evaluation form."
    assert store.all(Evaluation) == []
