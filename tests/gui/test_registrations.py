"""Lists that are exported and printed, and rows that are imported, through the window."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.gui.window import export_commands
from missionplanner.gui.window.main_window import MainWindow
from tests.builders import key_of


def screen(window: MainWindow, name: str) -> Any:
    window.do(f"show_{name}")
    return window.screens[name]


def slip(name: str) -> str:
    """The name with a slip of the keys."""
    return f"{name[:5]}x{name[5:]}"


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


def test_a_look_alike_row_is_decided_in_the_wizard(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    store = window.workspace.store
    name = store.all(Company)[0].name
    path = tmp_path / "f.csv"
    path.write_text(f"Company,City\n{slip(name)},Gaspé\n", encoding="utf-8")
    wizard = ImportWizard(window.workspace, window.runner, path)
    qtbot.addWidget(wizard)
    wizard.analyse()
    qtbot.waitUntil(lambda: wizard.plan is not None, timeout=10_000)
    wizard.table.selectRow(0)
    assert not wizard.review.isHidden()
    wizard.review.same.click()
    qtbot.waitUntil(lambda: wizard.plan is not None and bool(wizard.plan.options.answers), timeout=10_000)  # type: ignore[union-attr]
    wizard.accept()
    assert store.count(Company) == 465


def test_rows_are_imported_from_the_clipboard(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        ImportWizard,
        "exec",
        lambda self: (qtbot.waitUntil(lambda: self.plan is not None, timeout=10_000), self.accept()),
    )
    QGuiApplication.clipboard().setText("Company\tCity\nClip Foods\tLaval\n")
    window.do("paste_rows")
    assert window.workspace.store.get(Company, key_of(window.workspace.store, "Clip Foods")).city == "Laval"


@pytest.mark.parametrize("name", ["overview", "companies", "selection", "requests", "timetable", "programme", "packs"])
def test_the_list_of_every_screen_can_be_taken_out(window: MainWindow, name: str) -> None:
    shown = screen(window, name).shown_list()
    assert shown.title
    assert all(len(row) == len(shown.headings) == len(shown.widths) for row in shown.rows)
    assert shown.rows or name == "timetable"


def test_closing_the_wizard_while_it_reads_harms_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("Company,City\n" + "".join(f"Firm {n} of Lévis,Laval\n" for n in range(4000)), encoding="utf-8")
    wizard = ImportWizard(window.workspace, window.runner, path)
    wizard.analyse()
    wizard.reject()
    wizard.deleteLater()
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=20_000)
