"""From the first picture to the end of the window: what is open, what is shown of it, and what is made anew."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner import unfinished
from missionplanner.domain.companies import Company
from missionplanner.domain.moments import LetterMark, LetterNote
from missionplanner.domain.people import Person
from missionplanner.errors import Cancelled, UserError
from missionplanner.gui import settings
from missionplanner.gui.commands import Needs, commands_in
from missionplanner.gui.start.new_mission import NewMissionDialog
from missionplanner.gui.start.news import VERSION
from missionplanner.gui.widgets import alerts
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.job import Job
from missionplanner.jobs.safety.in_the_open import unfinished_text
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing
from tests.builders import meet, moment, small_mission


@pytest.fixture
def small(open_window: Any, small_file: Path, tmp_path: Path) -> MainWindow:
    """The window on a copy of the small mission."""
    path = tmp_path / "small.mission"
    path.write_bytes(small_file.read_bytes())
    return open_window(path)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A spreadsheet with a company."""
    path = tmp_path / "rows.csv"
    path.write_text("Company,City\nD9,Laval\n", encoding="utf-8")
    return path


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the dialogs that would be shown; each is cancelled."""
    found: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: found.append(dialog.windowTitle()) or 0)
    return found


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Have this file chosen wherever one is asked for."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: ([str(path)], ""))


def test_screens_lead_to_a_company_a_meeting_and_other_screens(open_window: Any, tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        meeting = meet(store, "D1", "C1", 0, 0)
    window = open_window(tmp_path / "m.mission")
    screen = window.screens["overview"]
    screen.company_asked.emit(2)
    assert window.screens["companies"].form.key == 2
    screen.meeting_asked.emit(meeting)
    assert window.screens["timetable"].dragging.preview.moves.held.id == meeting
    screen.companies_asked.emit()
    assert window.session.stack.currentWidget() is window.screens["companies"]
    screen.timetable_asked.emit()
    assert window.session.stack.currentWidget() is window.screens["timetable"]
    assert window.navigation.currentRow() == 5


def test_screens_lead_to_imports_and_personal_data(
    small: MainWindow, dialogs: list[str], monkeypatch: pytest.MonkeyPatch, rows: Path
) -> None:
    screen = small.screens["overview"]
    choose_file(monkeypatch, rows)
    screen.import_asked.emit("requests")
    QGuiApplication.clipboard().setText("Company\nD9")
    screen.paste_asked.emit("")
    screen.personal_data_asked.emit()
    assert dialogs == ["Import rows.csv", "Import Clipboard", "Personal data"]


def test_screens_lead_to_no_import_into_a_mission_for_reading_only(
    open_window: Any, dialogs: list[str], monkeypatch: pytest.MonkeyPatch, rows: Path, small_file: Path
) -> None:
    window = open_window(None)
    window.workspace.take(Store.open(small_file, read_only=True))
    choose_file(monkeypatch, rows)
    QGuiApplication.clipboard().setText("Company\nD9")
    screen = window.screens["overview"]
    screen.import_asked.emit("")
    screen.paste_asked.emit("")
    with pytest.raises(UserError, match="open for reading only"):
        window.session.take_dropped([rows])
    assert dialogs == []


def test_start_page_leads_to_a_mission(open_window: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    small_mission(tmp_path / "one.mission").close()
    window = open_window(None)
    page = window.session.start_page
    begun: list[str] = []
    monkeypatch.setattr(NewMissionDialog, "exec", lambda dialog: begun.append(dialog.windowTitle()) or 0)
    page.new_asked.emit()
    assert begun == ["New mission"]
    choose_file(monkeypatch, tmp_path / "one.mission")
    page.open_asked.emit()
    assert (window.windowTitle(), window.status.text.text()) == (
        "Test mission – Trade Mission Planner",
        str(tmp_path / "one.mission"),
    )


@pytest.mark.parametrize("name", ["copy.bak", "Mission", "A.MISSION"])
def test_a_file_of_any_ending_is_opened_at_the_start_and_among_the_recent(
    open_window: Any, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    small_mission(path).close()
    window = open_window(path)
    assert window.workspace.store.path == path
    window.do("close_mission")
    window.session.start_page.path_asked.emit(str(path))
    assert window.workspace.store.path == path
    window.do("close_mission")
    window.menus.recent_chosen.emit(str(path))
    assert window.workspace.store.path == path


def test_a_start_file_that_is_no_mission_is_reported(
    open_window: Any, rows: Path, shown_errors: list[BaseException]
) -> None:
    window = open_window(rows)
    assert (len(shown_errors), window.workspace.is_open) == (1, False)


@pytest.mark.parametrize("name", ["a.mission", "A.MISSION"])
def test_a_mission_file_that_is_dropped_is_opened(open_window: Any, tmp_path: Path, name: str) -> None:
    small_mission(tmp_path / name).close()
    window = open_window(None)
    window.session.take_dropped([tmp_path / name])
    assert window.workspace.store.path == tmp_path / name


def test_after_an_update_a_mission_says_once_that_there_are_news(
    open_window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.mission"
    small_mission(path).close()
    settings.remember_file(path)
    settings.write("news_seen", "0.1")
    window = open_window(path)
    assert (window.status.text.text(), [act.text() for act in window.status.acts]) == (
        f"This is version {VERSION}.", ["What’s new"],
    )  # fmt: skip
    shown: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()) or 0)
    window.status.acts[0].click()
    window.session.say("")
    window.session.tell_news()
    assert (shown, window.status.text.text()) == (["What’s new"], "")


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
    small.session.open_file(tmp_path / "other.mission")
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


def test_other_files_that_are_dropped_are_imported_into_the_mission_that_is_open(
    small: MainWindow, dialogs: list[str], rows: Path
) -> None:
    small.session.take_dropped([rows])
    assert dialogs == ["Import rows.csv"]
    small.do("close_mission")
    with pytest.raises(UserError, match=r"^There is no mission to import rows\.csv into\."):
        small.session.take_dropped([rows])
    assert dialogs == ["Import rows.csv"]


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


def open_screen(window: MainWindow, name: str) -> Any:
    """Go to a screen of the window."""
    window.do(f"show_{name}")
    return window.screens[name]


def test_typed_work_is_stored_before_the_screens_go(window: MainWindow) -> None:
    companies = open_screen(window, "companies")
    companies.open_record(5)
    companies.form.form.editors["city"].setText("Gaspé")
    companies.open_record(6)
    assert window.workspace.store.get(Company, 5).city == "Gaspé"
    companies.form.form.editors["city"].setText("Rimouski")
    window.session.commands.view.use_language("fr")
    assert window.workspace.store.get(Company, 6).city == "Rimouski"
    window.session.commands.view.use_language("en")


def test_files_of_a_killed_program_that_cannot_be_deleted_are_named_at_the_start(
    open_window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(alerts, "tell", lambda _parent, text, details="", *_acts: told.append(f"{text} {details}"))
    monkeypatch.setattr(unfinished, "sweep", lambda: [tmp_path, tmp_path / "on a stick"])
    open_window(None)
    assert told == [f"{unfinished_text()} {tmp_path}"]


def test_who_was_erased_in_another_copy_is_erased_and_that_is_said(
    open_window: Any, small_file: Path, tmp_path: Path
) -> None:
    path, old = tmp_path / "now.mission", tmp_path / "old.mission"
    for place in (path, old):
        place.write_bytes(small_file.read_bytes())
    with Store.open(path) as store:
        erasing.erase(store, [store.all(Person)[0].id])
    window = open_window(old)
    assert window.session._said.startswith("1 person who was erased from this mission was still in this copy")


def said(window: MainWindow) -> tuple[str, list[str]]:
    """What the quiet line says, and its buttons."""
    return window.status.text.text(), [button.text() for button in window.status.acts]


def test_every_step_is_said_with_the_way_back(small: MainWindow) -> None:
    with small.workspace.store.change(message("Edit D1")) as change:
        change.update(replace(small.workspace.store.all(Company)[0], city="Gaspé"))
    assert (said(small), small.status.saved.accessibleName()) == (("Done: Edit D1.", ["Undo"]), "All changes saved")
    small.status.acts[0].click()
    assert said(small) == ("Undone: Edit D1.", [])


def test_an_entry_of_a_journal_is_no_step_to_take_back(small: MainWindow) -> None:
    store = small.workspace.store
    with store.change(message("Edit D1")) as change:
        change.update(replace(store.all(Company)[0], city="Gaspé"))
    small.session.say("2 letters were written.")
    store.record(LetterNote(letter="l", mark=LetterMark.OUT, noted_at=moment(9)))
    assert said(small) == ("2 letters were written.", [])


def test_an_import_is_said_with_the_ways_back_and_there(small: MainWindow) -> None:
    small.session.commands.importing.done.emit("2 companies imported", "companies")
    assert said(small) == ("2 companies imported", ["Undo", "Show"])
    small.status.acts[1].click()
    assert small.session.stack.currentWidget() is small.screens["companies"]


def test_saving_settles_what_is_typed_and_says_so(small: MainWindow, shown_errors: list[BaseException]) -> None:
    companies = small.session.commands.navigation.show_companies()
    key = small.workspace.store.all(Company)[0].id
    companies.open_record(key)
    companies.form.form.editors["city"].setText("Gaspé")
    small.do("save")
    assert small.workspace.store.get(Company, key).city == "Gaspé"
    assert said(small) == (f"All changes are saved in {small.workspace.store.path.name}.", [])
    companies.open_record(key)
    companies.form.form.editors["signed_on"].setText("soon")
    small.do("save")
    assert [getattr(error, "text", "") for error in shown_errors] == ["What is typed cannot be stored as it is."]
    companies.form.form.editors["signed_on"].setText("")
    shown_errors.clear()
