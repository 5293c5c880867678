"""From the first picture to the end of the window: what is open, what is shown of it, and what is made anew."""

from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from missionplanner.errors import UserError
from missionplanner.gui import settings
from missionplanner.gui.commands import Needs, commands_in
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.job import Job
from tests.builders import small_mission


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
    import subprocess
    import sys

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
