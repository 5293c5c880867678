"""Copies, passwords, damaged files, the history, personal data and colleagues' copies in the window."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.privacy import is_anonymous
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import DamagedFile
from missionplanner.gui import workspace
from missionplanner.gui.overview.screen import OverviewScreen
from missionplanner.gui.safety import rescue
from missionplanner.gui.safety.copies import CopiesDialog
from missionplanner.gui.safety.history import HistoryDialog
from missionplanner.gui.safety.merging import MergeDialog
from missionplanner.gui.safety.passwords import PasswordDialog
from missionplanner.gui.safety.personal_data import PersonalDataDialog
from missionplanner.gui.safety.safety_commands import CopyCommands
from missionplanner.gui.start.new_mission import NewMissionDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.safety import history as recall
from missionplanner.jobs.safety import merging as merge_copy
from missionplanner.store.file import copies
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from missionplanner.store.upkeep import passwords as protection
from tests.builders import key_of, meet, small_mission

PASSWORD = "five words for a test"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _own_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "data_folder", lambda: tmp_path / "data")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(alerts, "tell", lambda _parent, text, details="": said.append(f"{text} {details}".strip()))
    return said


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "m.mission"
    small_mission(found).close()
    return found


def test_a_password_is_set_asked_for_and_taken_away(
    window: MainWindow, path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.take_file(path)
    safety = CopyCommands(window, window.workspace, window.session.stack.settle)
    safety.change_password("", PASSWORD)
    assert window.workspace.store.password == PASSWORD
    assert told[-1].startswith("The file has its new password. ")
    window.do("close_mission")
    typed = iter([("wrong password", True), (PASSWORD, True)])
    questions: list[str] = []
    monkeypatch.setattr(QInputDialog, "getText", lambda _p, _t, text, *_m: questions.append(text) or next(typed))
    window.session.take_file(path)
    assert window.workspace.store.path == path
    assert ["does not open" in question for question in questions] == [False, True]
    backups.keep(window.workspace.store)
    assert backups.of(path, PASSWORD)[0].is_readable
    safety.change_password(PASSWORD, "")
    assert window.workspace.store.password == ""
    assert path.read_bytes().startswith(b"SQLite")


def test_a_wrong_present_password_changes_nothing(window: MainWindow, path: Path, told: list[str]) -> None:
    protection.set_password(path, "", PASSWORD)
    window.workspace.open(path, PASSWORD)
    safety = CopyCommands(window, window.workspace, window.session.stack.settle)
    with pytest.raises(Exception, match="does not open"):
        safety.change_password("not the password", "another long password")
    assert window.workspace.store.password == PASSWORD
    assert told == []


def test_the_password_dialog_wants_both_alike_and_long(qtbot: QtBot, shown_errors: list[BaseException]) -> None:
    dialog = PasswordDialog("")
    qtbot.addWidget(dialog)
    for new, again in (("", ""), ("short", "short"), (PASSWORD, PASSWORD + "x")):
        dialog.new.setText(new)
        dialog.again.setText(again)
        dialog.accept()
    assert len(shown_errors) == 3
    assert dialog.result() == 0
    dialog.again.setText(PASSWORD)
    dialog.accept()
    assert dialog.result() == 1


def test_a_wrong_present_password_keeps_what_was_typed(qtbot: QtBot, shown_errors: list[BaseException]) -> None:
    dialog = PasswordDialog(PASSWORD)
    qtbot.addWidget(dialog)
    dialog.old.setText("not it")
    for line in (dialog.new, dialog.again):
        line.setText("another long password")
    dialog.accept()
    assert "not the present password" in str(shown_errors[0])
    assert (dialog.result(), dialog.new.text()) == (0, "another long password")
    dialog.old.setText(PASSWORD)
    dialog.accept()
    assert dialog.result() == 1


@pytest.mark.parametrize("with_copy", [True, False])
def test_a_damaged_file_is_rescued(
    window: MainWindow, path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch, with_copy: bool
) -> None:
    if with_copy:
        with Store.open(path) as store:
            backups.keep(store)
    content = bytearray(path.read_bytes())
    content[-4096:] = bytes(4096)
    content[4096 * 150 : 4096 * 151] = b"\xff" * 4096
    path.write_bytes(content)
    target = path.with_name("rescued.mission")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_more: (str(target), ""))
    buttons: list[str] = []

    def press(box: QMessageBox) -> int:
        buttons.extend(button.text() for button in box.buttons())
        wanted = "Open the newest copy…" if with_copy else "Save what can be read…"
        next(button for button in box.buttons() if button.text() == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    window.session.take_file(path)
    assert ("Open the newest copy…" in buttons) is with_copy
    assert window.workspace.store.path == target
    assert len(window.workspace.store.all(Company)) == 6
    assert bool(told) is not with_copy
    assert path.read_bytes() == content


def test_nothing_is_done_about_a_damaged_file_that_is_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    assert rescue.offer(None, path, DamagedFile("It is damaged.")) is None


def test_copies_are_listed_compared_and_opened_as_new_files(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        backups.keep(store)
        with store.change("Delete") as change:
            change.delete(Company, [key_of(store, "D3")])
        dialog = CopiesDialog(store)
        qtbot.addWidget(dialog)
        assert dialog.table.rows.rowCount() == 1
        assert dialog.table.rows.text(0, 2) == "+1 companies, +1 delegates (1 change since)"
        dialog.restore_as(tmp_path / "old.mission")
        assert dialog.restored == tmp_path / "old.mission"
    with Store.open(tmp_path / "old.mission") as old:
        assert len(old.all(Company)) == 6


def test_a_copy_is_kept_after_half_an_hour_of_change(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.workspace.open(path)
    qtbot.waitUntil(lambda: len(backups.of(path)) == 1)
    assert workspace.BETWEEN_COPIES == 30 * 60 * 1000
    assert not window.workspace.keep_copy()
    with window.workspace.store.change("Work") as change:
        change.update(replace(window.workspace.store.get(Company, 1), city="Lévis"))
    assert window.workspace.keep_copy()
    assert not window.workspace.keep_copy()
    assert [one.last_change for one in backups.of(path)][:1] == ["Work"]


def test_the_history_is_filtered_and_values_and_records_are_put_back(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        with store.change("Edit D1") as change:
            change.update(replace(store.get(Company, key_of(store, "D1")), city="Lévis", region="Quebec"))
        with store.change("Delete D3") as change:
            change.delete(Delegate, [p.id for p in store.all(Delegate) if p.family_name == "D3"])
        dialog = HistoryDialog(store)
        qtbot.addWidget(dialog)
        labels = [dialog.steps.rows.text(row, 2) for row in range(dialog.steps.rows.rowCount())]
        assert labels[:2] == ["Delete D3", "Edit D1"]
        assert dialog.values.rows.text(0, 2) == "deleted"
        dialog.put_record_back()
        assert {p.family_name for p in store.all(Delegate)} >= {"D3"}
        dialog.search.setText("d1")
        assert dialog.steps.rows.text(0, 2) == "Edit D1"
        texts = [[dialog.values.rows.text(row, c) for c in range(5)] for row in range(2)]
        assert texts == [["Company", "D1", "City", "", "Lévis"], ["Company", "D1", "Province or state", "", "Quebec"]]
        dialog.values.choose([0])
        dialog.put_value_back()
        assert (store.get(Company, key_of(store, "D1")).city, store.get(Company, key_of(store, "D1")).region) == (
            "",
            "Quebec",
        )
        assert store.steps.undo_label == "Restore from the history"
        dialog.save_csv(tmp_path / "h.csv")
        text = (tmp_path / "h.csv").read_text(encoding="utf-8-sig")
        assert "Edit D1,Company,D1,City,,Lévis" in text


def test_the_history_names_slots_tables_and_records_that_are_gone(qtbot: QtBot, path: Path) -> None:
    with Store.open(path) as store:
        meet(store, "D1", "C1", slot=0, table=1)
        meeting = store.all(Meeting)[0]
        with store.change("Move") as change:
            change.update(replace(meeting, slot_id=meeting.slot_id + 1, locked=True))
        with store.change("Delete") as change:
            change.delete(Meeting, [meeting.id])
            change.delete(Request, [one.id for one in store.all(Request)])
            change.delete(Company, [key_of(store, "D1")])
        dialog = HistoryDialog(store)
        qtbot.addWidget(dialog)
        dialog.steps.choose([store.steps.history()[1].id])
        lines = [[dialog.values.rows.text(row, c) for c in range(5)] for row in range(2)]
        assert lines[0][:3] == ["Meeting", "D1 – C1", "Slot"]
        assert re.fullmatch(r"\w+, Feb \d+, \d\d:\d\d–\d\d:\d\d", lines[0][3].replace("\u202f", " "))
        assert lines[0][3] != lines[0][4]
        assert lines[1][2:] == ["Locked", "no", "yes"]
        deleted = [value for value in recall.values(store, store.steps.history()[0].id) if value.record == "Meeting"]
        assert re.search("Slot: .*; Table: Hall, table 2; Status: Planned; Locked: yes$", deleted[0].before)


def test_a_deleted_company_comes_back_with_all_that_went_with_it(
    qtbot: QtBot, path: Path, shown_errors: list[BaseException]
) -> None:
    with Store.open(path) as store:
        meet(store, "D1", "C1", slot=0, table=1)
        before = store.snapshot()
        with store.change("Delete") as change:
            change.delete(Company, [key_of(store, "D1")])
        dialog = HistoryDialog(store)
        qtbot.addWidget(dialog)
        row = [dialog.values.rows.text(row, 0) for row in range(dialog.values.rows.rowCount())].index("Meeting")
        dialog.values.choose([row])
        dialog.put_record_back()
        assert str(shown_errors[0]).startswith("What this record belongs to is no longer there")
        dialog.values.choose([0])
        dialog.put_record_back()
        assert store.snapshot() == before
        assert store.undo() == "Restore from the history"
        assert len(store.snapshot().companies) == len(before.companies) - 1


def test_the_search_of_the_history_narrows_what_a_step_changed(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        with store.change("Edit all") as change:
            for company in store.all(Company):
                change.update(replace(company, city=f"City of {company.name}"))
        dialog = HistoryDialog(store)
        qtbot.addWidget(dialog)
        assert dialog.values.rows.rowCount() == 6
        dialog.search.setText("c2")
        assert [dialog.values.rows.text(row, 1) for row in range(dialog.values.rows.rowCount())] == ["C2"]
        dialog.save_csv(tmp_path / "h.csv")
        text = (tmp_path / "h.csv").read_text(encoding="utf-8-sig")
        assert "City of C2" in text
        assert "City of C1" not in text
        dialog.search.setText("edit")
        assert dialog.values.rows.rowCount() == 6


@pytest.mark.parametrize("make", [lambda: PasswordDialog(""), NewMissionDialog])
def test_the_default_button_of_a_dialog_is_the_one_that_does_it(qtbot: QtBot, make: Callable[[], QDialog]) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    (default,) = [button for button in dialog.findChildren(QPushButton) if button.isDefault()]
    assert default.objectName() == "primary"


def test_the_overview_tells_that_personal_data_are_due(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    with Store.open(path) as store, store.change("Until") as change:
        change.update(replace(store.mission, keep_until=date(2020, 3, 1)))
    window.session.take_file(path)
    window.do("show_overview")
    screen = window.screens["overview"]
    assert isinstance(screen, OverviewScreen)
    qtbot.waitUntil(lambda: screen.attention.count() > 0)
    first = screen.attention.item(0)
    assert "March 1, 2020" in first.text()
    with (
        qtbot.waitSignal(screen.personal_data_asked),
        patch.object(PersonalDataDialog, "exec"),
    ):
        screen.attention.itemActivated.emit(first)


def test_people_are_written_out_and_erased(
    qtbot: QtBot, path: Path, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        with store.change("Mail") as change:
            change.update(replace(store.all(Delegate)[0], email="ana@example.com", consent=True, purpose="matching"))
        backups.keep(store)
        dialog = PersonalDataDialog(store)
        qtbot.addWidget(dialog)
        assert dialog.table.rows.rowCount() == 6
        dialog.search.setText("D1")
        assert [dialog.table.rows.text(0, c) for c in range(5)] == [
            "Given D1",
            "D1",
            "ana@example.com",
            "yes",
            "matching",
        ]
        dialog.save_person(dialog.table.rows.key(0), tmp_path / "p.json")
        assert json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))["person"]["email"] == "ana@example.com"
        answers = iter([True, False])
        monkeypatch.setattr(PersonalDataDialog, "_confirms", lambda *_words: next(answers))
        dialog.erase([dialog.table.rows.key(0)])
        assert is_anonymous(store.get(Delegate, 1))
        assert backups.of(path) == []
        dialog.erase(None)
        assert all(map(is_anonymous, store.all(Delegate)))
        assert told == [
            "5 people were made anonymous. No copy on this computer holds them any more. Copies you made elsewhere may."
        ]


def test_a_colleagues_copy_is_merged_with_the_ticked_values(
    qtbot: QtBot, path: Path, tmp_path: Path, told: list[str]
) -> None:
    copy = tmp_path / "copy.mission"
    shutil.copy(path, copy)
    with Store.open(copy) as theirs, theirs.change("Theirs") as change:
        change.update(replace(theirs.get(Company, 1), city="Laval", region="Quebec"))
    with Store.open(path) as store:
        with store.change("Mine") as change:
            change.update(replace(store.get(Company, 1), city="Lévis"))
        dialog = MergeDialog(store, merge_copy.compare(store, copy))
        qtbot.addWidget(dialog)
        assert dialog.table.rowCount() == 1
        dialog.ticks[0].setChecked(True)
        dialog.accept()
        assert (store.get(Company, 1).city, store.get(Company, 1).region) == ("Laval", "Quebec")
        assert told == ["2 changes were taken in as one step. Undo takes all of it back."]


@pytest.mark.parametrize("name", ["show_history", "show_copies", "personal_data"])
def test_the_dialogs_open_from_the_menu(window: MainWindow, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    for kind in (HistoryDialog, CopiesDialog, PersonalDataDialog):
        monkeypatch.setattr(kind, "exec", lambda dialog: opened.append(dialog.windowTitle()) or 0)
    window.do(name)
    assert len(opened) == 1
