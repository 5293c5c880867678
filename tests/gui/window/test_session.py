"""From the first picture to the end of the window: what is open, what is shown of it, and what is made anew."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.errors import Cancelled, UserError
from missionplanner.gui import settings
from missionplanner.gui.commands import Needs, commands_in
from missionplanner.gui.safety.safety_commands import PrivacyCommands
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.navigation import ScreenCommands
from missionplanner.gui.window.open_commands import ImportCommands, OpenCommands
from missionplanner.jobs.job import Job
from missionplanner.progress import Progress
from tests.builders import small_mission


@pytest.fixture
def small(open_window: Any, small_file: Path, tmp_path: Path) -> MainWindow:
    """The window on a copy of the small mission."""
    path = tmp_path / "small.mission"
    path.write_bytes(small_file.read_bytes())
    return open_window(path)


def test_screens_lead_to_where_they_ask(small: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    led: list[tuple[str, object]] = []
    commands = small.session.commands
    monkeypatch.setattr(ScreenCommands, "open_company", lambda _self, key: led.append(("company", key)))
    monkeypatch.setattr(ScreenCommands, "carry_meeting", lambda _self, key: led.append(("meeting", key)))
    monkeypatch.setattr(ImportCommands, "import_file", lambda _self, kind: led.append(("import", kind)))
    monkeypatch.setattr(ImportCommands, "paste_rows", lambda _self, kind: led.append(("paste", kind)))
    monkeypatch.setattr(PrivacyCommands, "personal_data", lambda _self: led.append(("people", None)))
    screen = commands.navigation.show_overview()
    screen.company_asked.emit(2)
    screen.meeting_asked.emit(3)
    screen.import_asked.emit("requests")
    screen.paste_asked.emit("")
    screen.personal_data_asked.emit()
    assert led == [("company", 2), ("meeting", 3), ("import", "requests"), ("paste", ""), ("people", None)]
    screen.companies_asked.emit()
    assert small.session.stack.currentWidget() is small.screens["companies"]
    screen.timetable_asked.emit()
    assert small.session.stack.currentWidget() is small.screens["timetable"]
    assert small.navigation.currentRow() == 4


def test_start_page_leads_to_a_mission(open_window: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    small_mission(tmp_path / "one.mission").close()
    window = open_window(None)
    led: list[object] = []
    monkeypatch.setattr(OpenCommands, "new_mission", lambda _self, example=False: led.append(example))
    monkeypatch.setattr(OpenCommands, "open_mission", lambda _self: led.append("open"))
    page = window.session.start_page
    page.new_asked.emit()
    page.example_asked.emit()
    page.open_asked.emit()
    assert led == [False, True, "open"]
    page.path_asked.emit(str(tmp_path / "one.mission"))
    assert (window.windowTitle(), window.status.text.text()) == (
        "Test mission – Trade Mission Planner",
        str(tmp_path / "one.mission"),
    )


def test_a_closed_mission_leaves_the_start_page(small: MainWindow) -> None:
    assert (small.navigation.isHidden(), small.banner.isHidden()) == (False, True)
    small.do("show_companies")
    small.do("close_mission")
    assert small.session.stack.currentWidget() is small.session.start_page
    assert (small.windowTitle(), small.status.text.text(), small.screens) == ("Trade Mission Planner", "", {})
    assert small.navigation.isHidden()


def test_another_mission_begins_with_its_overview(small: MainWindow, tmp_path: Path) -> None:
    small_mission(tmp_path / "other.mission", delegation=1).close()
    small.do("show_companies")
    small.session.take_file(tmp_path / "other.mission")
    assert list(small.screens) == ["overview"]
    assert small.session.stack.currentWidget() is small.screens["overview"]


def test_another_language_keeps_the_screen_that_was_shown(small: MainWindow) -> None:
    small.do("show_companies")
    before = small.screens["companies"]
    small.menus.language_chosen.emit("fr")
    assert list(small.screens) == ["companies"]
    assert small.session.stack.currentWidget() is small.screens["companies"]
    assert small.screens["companies"] is not before
    small.menus.language_chosen.emit("en")


def test_other_files_are_imported_into_the_mission_that_is_open(
    small: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Path] = []
    monkeypatch.setattr(ImportCommands, "import_path", lambda _self, path: taken.append(path))
    small.session.take_file(Path("rows.csv"))
    small.do("close_mission")
    small.session.take_file(Path("more.csv"))
    assert taken == [Path("rows.csv")]


def test_a_command_that_fails_is_shown_and_one_that_is_cancelled_is_not(
    small: MainWindow, shown_errors: list[BaseException]
) -> None:
    def fail() -> None:
        raise UserError("No.")

    def cancel() -> None:
        raise Cancelled

    small.carry_out(fail)
    small.carry_out(cancel)
    assert [str(error) for error in shown_errors] == ["No."]


def test_status_line_follows_a_job_and_ends_with_the_file(small: MainWindow, qtbot: QtBot) -> None:
    texts: list[str] = []

    def work(_data: object, progress: Progress) -> int:
        progress.report(0.5, "half")
        return 1

    small.runner.progressed.connect(lambda _share, _text: texts.append(small.status.text.text()))
    small.runner.start(Job("Count", lambda _store: None, work))
    texts.append(small.status.text.text())
    with qtbot.waitSignal(small.runner.finished):
        pass
    assert texts == ["Count", "half"]
    assert small.status.text.text() == str(small.workspace.store.path)


def test_start_page_without_a_file_and_commands_wait_for_one(open_window: Any) -> None:
    window = open_window(None)
    assert window.session.stack.currentWidget() is window.session.start_page
    for owner in window.session.commands.in_order():
        for command in commands_in(type(owner)):
            action = window.menus.actions[command.name]
            assert action.isEnabled() is (command.needs is Needs.NOTHING), command.name


def test_recent_files_are_remembered_and_reopened(open_window: Any, tmp_path: Path) -> None:
    small_mission(tmp_path / "one.mission").close()
    window = open_window(tmp_path / "one.mission")
    assert settings.recent_files() == [tmp_path / "one.mission"]
    window.do("close_mission")
    assert window.session.start_page.recent.count() == 1
    (tmp_path / "one.mission").unlink()
    window.session.start_page.refresh()
    assert window.session.start_page.recent.count() == 0


def test_second_window_reads_only(window: MainWindow, open_window: Any) -> None:
    other = open_window(None)
    code = "import sys; from pathlib import Path; from missionplanner.store.store import Store; print(Store.open(Path(sys.argv[1])).read_only)"

    done = subprocess.run(
        [sys.executable, "-c", code, window.workspace.store.path], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "True"
    assert not other.workspace.is_open


def test_a_bug_in_a_job_is_reported_and_the_window_stays(
    window: MainWindow, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    def fail(_data: object, _progress: object) -> None:
        raise UserError("That cannot be.", "Try something else.")

    window.runner.start(Job("Fail", lambda _store: None, fail))
    qtbot.waitUntil(lambda: bool(shown_errors), timeout=5000)
    assert not window.runner.is_busy
    assert isinstance(shown_errors[0], UserError)
