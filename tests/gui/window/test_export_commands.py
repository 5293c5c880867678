"""The list that is shown, its print and its export."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from missionplanner.domain.people import Person
from missionplanner.errors import Cancelled, UserError
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import paper
from missionplanner.gui.window import export_commands
from missionplanner.gui.window.export_commands import ExportCommands
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.screen_stack import ScreenStack
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.job import Job
from missionplanner.jobs.paper import PaperPages
from missionplanner.messages import message
from missionplanner.store.store import Store


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
    for ending in (".csv", ".pdf"):
        target = tmp_path / f"list{ending}"
        monkeypatch.setattr(export_commands, "ask_path", lambda *_a, t=target: t)
        window.do("export_list")
        qtbot.waitUntil(lambda t=target: t.exists() and not window.runner.is_busy, timeout=10_000)
    lines = (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == len(shown.rows) + 1


@pytest.mark.parametrize("name", ["overview", "companies", "selection", "requests", "timetable", "programme", "packs"])
def test_the_list_of_every_screen_can_be_taken_out(window: MainWindow, name: str) -> None:
    shown = screen(window, name).shown_list()
    assert shown.title
    assert all(len(row) == len(shown.headings) == len(shown.widths) for row in shown.rows)
    assert shown.rows or name == "timetable"


@pytest.fixture
def exporting(qtbot: QtBot, workspace: Workspace, runner: Runner) -> ExportCommands:
    """The commands over the small mission, no screen shown."""
    stack = ScreenStack(workspace, runner)
    qtbot.addWidget(stack)
    return ExportCommands(stack, workspace, runner, stack)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Have this name chosen for a file from now on."""
    monkeypatch.setattr(export_commands, "ask_path", lambda *_words: path)


def test_a_copy_is_saved_where_it_is_wanted(
    exporting: ExportCommands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[tuple[str, str]]
) -> None:
    choose(monkeypatch, None)
    exporting.save_copy()
    assert told == []
    choose(monkeypatch, tmp_path / "copy.mission")
    exporting.save_copy()
    assert told == [("A copy was saved.", str(tmp_path / "copy.mission"))]
    assert (tmp_path / "copy.mission").exists()


def test_a_screen_without_a_list_has_none_to_take_out(exporting: ExportCommands) -> None:
    for act in (exporting.export_list, exporting.print_shown):
        with pytest.raises(UserError, match="This screen has no list"):
            act()


@pytest.mark.parametrize(("answer", "sensitive"), [("Yes", True), ("No", False)])
def test_sensitive_data_go_along_when_that_is_wanted(
    exporting: ExportCommands,
    store: Store,
    runner: Runner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    told: list[tuple[str, str]],
    answer: str,
    sensitive: bool,
) -> None:
    target = tmp_path / "all.xlsx"
    with store.change(message("Passport")) as change:
        change.update(replace(store.get(Person, 1), passport="AB123"))
    choose(monkeypatch, target)
    monkeypatch.setattr(QMessageBox, "question", lambda *_words: QMessageBox.StandardButton[answer])
    exporting.export_file()
    qtbot.waitUntil(lambda: not runner.is_busy)
    book = CalamineWorkbook.from_path(target)
    cells = {cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row}
    assert ("D1" in cells, "AB123" in cells) == (True, sensitive)
    assert told == [("all.xlsx was written.", str(target))]


def test_an_export_is_left_when_the_question_is_cancelled(
    exporting: ExportCommands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "all.csv")
    monkeypatch.setattr(QMessageBox, "question", lambda *_words: QMessageBox.StandardButton.Cancel)
    with pytest.raises(Cancelled):
        exporting.export_file()
    assert not (tmp_path / "all.csv").exists()


def test_the_list_or_the_pages_that_are_shown_are_printed_on_paper(
    exporting: ExportCommands, runner: Runner, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    printed: list[bytes] = []
    sides = [0, 0, 3]
    noted: list[Store] = []

    def on_paper(content: bytes, _parent: QWidget) -> int:
        printed.append(content)
        return sides[len(printed) - 1]

    monkeypatch.setattr(paper, "print_pages", on_paper)
    exporting._stack.show_screen(CompaniesScreen)
    exporting.print_shown()
    qtbot.waitUntil(lambda: bool(printed) and not runner.is_busy)
    assert printed[0].startswith(b"%PDF")
    wanted = PaperPages(b"pages", 3, noted.append)
    pages: Job[None, PaperPages] = Job("Pages", lambda _store: None, lambda _nothing, _progress: wanted)
    monkeypatch.setattr(exporting._stack, "shown_pages", lambda: pages)
    for number, known in ((2, 0), (3, 1)):
        # Cancelled, nothing is noted; then all of it is printed.
        exporting.print_shown()
        qtbot.waitUntil(lambda number=number: len(printed) == number and not runner.is_busy)
        assert (printed[number - 1], len(noted)) == (b"pages", known)
