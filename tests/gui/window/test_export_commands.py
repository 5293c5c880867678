"""The list that is shown, its print and its export."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.window import export_commands
from missionplanner.gui.window.main_window import MainWindow


def screen(window: MainWindow, name: str) -> Any:
    window.do(f"show_{name}")
    return window.screens[name]


def test_the_list_its_print_and_its_export_agree(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    companies = screen(window, "companies")
    companies.filter_bar.text.setText("city:toronto")
    qtbot.waitUntil(lambda: 0 < len(companies.table.rows.keys) < 465)
    shown = companies.shown_list()
    assert [row[0] for row in shown.rows] == [
        line.name for line in window.workspace.store.companies.lines(companies.table.rows.keys)
    ]
    assert "city:toronto" in shown.subtitle
    for name, ending in (("export_list", ".csv"), ("print_list", ".pdf")):
        target = tmp_path / f"list{ending}"
        monkeypatch.setattr(export_commands, "ask_path", lambda *_a, t=target: t)
        monkeypatch.setattr("missionplanner.gui.window.export_commands.QDesktopServices.openUrl", lambda _url: True)
        window.do(name)
        qtbot.waitUntil(lambda t=target: t.exists() and not window.runner.is_busy, timeout=10_000)
    lines = (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == len(shown.rows) + 1


@pytest.mark.parametrize("name", ["overview", "companies", "selection", "requests", "timetable", "programme", "packs"])
def test_the_list_of_every_screen_can_be_taken_out(window: MainWindow, name: str) -> None:
    shown = screen(window, name).shown_list()
    assert shown.title
    assert all(len(row) == len(shown.headings) == len(shown.widths) for row in shown.rows)
    assert shown.rows or name == "timetable"
