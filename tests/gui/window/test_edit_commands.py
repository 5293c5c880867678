"""Undo and redo say what they took back and did again."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Venue
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.companies import registrations
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.gui.conftest import Opener
from tests.gui.safety.merged_files import edit, merge


def test_undo_says_what_it_took_back(window: MainWindow) -> None:
    with window.workspace.store.change(message("Add a thing")) as change:
        change.insert(Venue(stop_id=1, name="Thing"))
    window.do("undo")
    assert window.status.text.text() == "Undone: Add a thing."
    window.do("redo")
    assert window.status.text.text() == "Done again: Add a thing."


def test_undo_and_redo_name_the_step_in_the_language_of_the_reader(window: MainWindow) -> None:
    store = window.workspace.store
    i18n.use("fr")
    empty = registrations.empty(Side.DELEGATION)
    registrations.enter(store, replace(empty, company=replace(empty.company, name="A & B")), empty)
    i18n.use("en")
    store.undo()
    store.redo()
    assert window.menus.actions["undo"].text() == "&Undo: Enter A && B"
    i18n.use("es")
    window.do("undo")
    assert window.menus.actions["redo"].text() == "Rehacer: Capturar A && B"
    assert window.status.text.text() == "Deshecho: Capturar A & B."


def open_screen(window: MainWindow, name: str) -> Any:
    """Go to a screen of the window."""
    window.do(f"show_{name}")
    return window.screens[name]


def test_bulk_status_reports_what_was_refused_and_is_undone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "missionplanner.gui.widgets.alerts.report", lambda _p, text, _headings, _rows: told.append(text)
    )
    companies = open_screen(window, "companies")
    companies.table.choose(companies.table.rows.keys[:3])
    companies.commands.set_status(Status.DECLINED)
    assert told == []
    assert window.menus.actions["undo"].text() == "&Undo: Set status to Declined"
    companies.commands.set_status(Status.DECLINED)
    assert told == ["0 companies were changed. 3 companies were not changed."]
    window.do("undo")
    lines = window.workspace.store.companies.lines(companies.table.rows.keys[:3])
    assert {line.status for line in lines} == {"accepted"}
    assert window.menus.actions["redo"].text() == "&Redo: Set status to Declined"


def test_undo_names_what_others_wrote_since_and_that_stayed(
    open_window: Opener,
    small_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reports: list[tuple[str, list[tuple[str, ...]]]],
) -> None:
    path, copy = tmp_path / "m.mission", tmp_path / "luc.mission"
    path.write_bytes(small_file.read_bytes())
    window = open_window(path)
    store = window.workspace.store
    monkeypatch.setenv("LOGNAME", "ana")
    edit(store, "D2", city="Lévis", phone="+14185550100", region="Quebec")
    edit(store, "D1", city="Lévis", region="Quebec")
    store.backup(copy)
    monkeypatch.setenv("LOGNAME", "luc")
    with Store.open(copy) as theirs:
        edit(theirs, "D1", city="Laval")
        edit(theirs, "D2", city="Laval", phone="+14505550100")
    monkeypatch.setenv("LOGNAME", "ana")
    merge(store, copy)
    assert window.menus.actions["undo"].text() == "&Undo: Edit D1"
    window.do("undo")
    assert window.status.text.text() == "Undone: Edit D1. D1: City stayed as luc wrote it since."
    assert reports == []
    window.do("undo")
    text = "Undone: Edit D2. 2 things stayed as others wrote them since."
    assert window.status.text.text() == text
    assert [(words, sorted(rows)) for words, rows in reports] == [
        (text, [("Company", "D2", "City", "luc"), ("Company", "D2", "Phone", "luc")])
    ]
