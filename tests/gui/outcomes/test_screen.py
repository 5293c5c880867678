"""The pages of outcomes, refreshed as they are shown, and the report."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Meeting
from missionplanner.gui.outcomes.screen import OutcomesScreen
from missionplanner.gui.runner import Runner
from missionplanner.jobs.outcomes import entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.gui.conftest import ScreenShower


@pytest.fixture
def screen(show_screen: ScreenShower) -> OutcomesScreen:
    found = show_screen(OutcomesScreen)
    assert isinstance(found, OutcomesScreen)
    return found


def test_each_page_has_its_list(screen: OutcomesScreen) -> None:
    titles = []
    for place in range(3):
        screen.tabs.setCurrentIndex(place)
        titles.append(screen.shown_list().title)
    assert titles == ["Outcomes", "Follow-ups", "Scorecard"]


def test_a_page_is_read_once_it_is_shown(screen: OutcomesScreen, store: Store) -> None:
    screen.follow_ups.until.choose(400)
    entering.save_cells(store, [(store.all(Meeting)[0].id, "kind", "6")], message("Edit a cell"))
    assert screen.entry.table.rows.text(0, 5) == "Contract or sale"
    assert screen.scorecard.shown_list().rows == []
    screen.tabs.setCurrentIndex(2)
    assert ["Contract or sale", "1", ""] in [list(row) for row in screen.shown_list().rows]


@pytest.mark.parametrize(("chosen", "written"), [("report.xlsx", "report.xlsx"), ("report", "report.pdf")])
def test_the_report_is_written(
    screen: OutcomesScreen,
    runner: Runner,
    tmp_path: Path,
    qtbot: QtBot,
    told: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    written: str,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / chosen), ""))
    screen.save_report()
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)
    assert (tmp_path / written).stat().st_size > 1000
    assert told == [(f"{written} was written.", str(tmp_path / written))]


def test_no_report_without_a_name(screen: OutcomesScreen, runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: ("", ""))
    screen.save_report()
    assert not runner.is_busy


def test_one_arrives_in_the_line_of_evaluation_forms(screen: OutcomesScreen) -> None:
    screen.show_list("Evaluation forms")
    screen.arrive()
    assert screen.focusWidget() is screen.evaluations.form
    screen.show_list("Objectives")
    assert screen.main_view is None
