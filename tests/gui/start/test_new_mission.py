"""The dialog of a new mission: its three pages, one after the other."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Table, Venue
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.gui import settings
from missionplanner.gui.start.new_mission import NewMissionDialog
from missionplanner.gui.start.what_page import EARLIER
from missionplanner.gui.widgets import alerts
from missionplanner.jobs.starts.take import Take
from missionplanner.store.store import Store
from tests.unit.jobs.starts.earlier_mission import NAMES, earlier_mission


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> NewMissionDialog:
    (tmp_path / "last.mission").touch()
    settings.remember_file(tmp_path / "last.mission")
    found = NewMissionDialog()
    qtbot.addWidget(found)
    for name, value in (("name", "Peru 2027"), ("starts", "2027-03-01"), ("ends", "2027-03-05")):
        editor: Any = found.what.form.editors[name]
        editor.setText(value)
    return found


def test_the_mission_is_as_it_was_asked_for(dialog: NewMissionDialog, tmp_path: Path) -> None:
    dialog.go_on()
    dialog.cities.rows[0].city.setText("Lima; Arequipa")
    dialog.cities.rows[0].city.settle()
    dialog.go_on()
    dialog.sectors.own.setText("Mining and metals")
    dialog.go_on()
    dialog.hours.draw_usual()
    dialog.hours.rows[1].online.setChecked(True)
    dialog.go_on()
    wanted = dialog.wanted
    assert dialog.result() == 1
    assert (wanted.mission.name, wanted.mission.host_country) == ("Peru 2027", "Peru")
    assert (wanted.mission.starts, wanted.mission.ends) == (date(2027, 3, 1), date(2027, 3, 5))
    assert [(s.name_en, s.time_zone, s.starts.day, s.ends.day) for s in wanted.stops] == [
        ("Lima", "America/Lima", 1, 2), ("Arequipa", "America/Lima", 3, 5),
    ]  # fmt: skip
    assert [sector.code for sector in wanted.sectors] == ["MI"]
    assert [(one.stop, one.name, one.tables, one.online, len(one.hours)) for one in wanted.venues] == [
        (0, "Venue in Lima", 10, False, 4), (1, "Venue in Arequipa", 10, True, 6),
    ]  # fmt: skip
    assert dialog.path == tmp_path / "Peru 2027.mission"
    with dialog.make() as store:
        assert [session.starts.hour for session in store.all(Session)] == [9, 14] * 5
        assert (store.count(Table), store.count(Slot)) == (20, 75)


def test_each_page_says_what_it_makes(dialog: NewMissionDialog) -> None:
    assert dialog.summary.text() == "Peru 2027  ·  March 1–5, 2027  ·  5 days"
    dialog.go_on()
    assert dialog.summary.text().splitlines()[1:] == ["No city yet; they can be added later, too."]
    dialog.go_on()
    assert dialog.summary.text().splitlines()[2:] == ["No sector yet; they can be added later, too."]
    dialog.go_on()
    assert dialog.summary.text().splitlines()[3:] == ["No meeting hours yet; they can be added later, too."]
    assert (dialog.next.text(), dialog.place.isHidden()) == ("Make the mission", False)


def test_a_page_that_lacks_something_is_not_left(dialog: NewMissionDialog) -> None:
    name: Any = dialog.what.form.editors["name"]
    name.setText("")
    dialog.go_on()
    assert dialog.page == 0
    name.setText("Peru")
    dialog.go_on()
    dialog.cities.rows[0].city.setText("London")
    dialog.go_on()
    assert (dialog.page, dialog.cities.problem.isHidden()) == (1, False)


def test_one_goes_back_and_nothing_is_lost(dialog: NewMissionDialog) -> None:
    assert dialog.back.isHidden()
    dialog.go_on()
    dialog.cities.rows[0].city.setText("Lima")
    dialog.back.click()
    assert (dialog.page, dialog.what.form.value("name")) == (0, "Peru 2027")
    dialog.go_on()
    assert [row.city.text for row in dialog.cities.rows] == ["Lima"]


@pytest.mark.parametrize(("name", "kept"), [("mine.mission", "mine.mission"), ("mine", "mine.mission"), ("", "")])
def test_it_is_kept_elsewhere(
    dialog: NewMissionDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kept: str
) -> None:
    chosen = str(tmp_path / "there" / name) if name else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (chosen, ""))
    dialog.change.click()
    assert dialog.path == (tmp_path / "there" / kept if kept else tmp_path / "Peru 2027.mission")


@pytest.mark.parametrize("leaves", [True, False])
def test_what_was_typed_is_asked_about_before_it_goes(
    dialog: NewMissionDialog, monkeypatch: pytest.MonkeyPatch, leaves: bool
) -> None:
    monkeypatch.setattr(alerts, "confirm", lambda *_words: leaves)
    dialog.show()
    dialog.cancel.click()
    assert dialog.isVisible() is not leaves


def test_an_empty_dialog_is_left_at_once(qtbot: QtBot) -> None:
    found = NewMissionDialog()
    qtbot.addWidget(found)
    found.show()
    found.cancel.click()
    assert not found.isVisible()


def test_tab_goes_on_before_it_goes_back_or_throws_away(
    dialog: NewMissionDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerts, "confirm", lambda *_texts: True)  # when it is closed
    dialog.show()
    dialog.activateWindow()
    dialog.what.form.editors["home_country"].setFocus()
    qtbot.waitUntil(dialog.what.form.editors["home_country"].hasFocus)
    QTest.keyClick(dialog.what.form.editors["home_country"], Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.next
    dialog.reject()


def test_a_mission_begins_from_an_earlier_file(
    dialog: NewMissionDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: ("", ""))
    dialog.begin_with(EARLIER)
    dialog.go_on()
    assert (dialog.page, [step.text() for step in dialog.steps if not step.isHidden()]) == (
        0,
        ["1  What and when", "2  What is taken"],
    )
    old = earlier_mission(tmp_path / "old.mission")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(old), ""))
    dialog.go_on()
    taking = dialog.taking
    assert (dialog.page, taking.boxes[Take.PEOPLE].isChecked(), taking.boxes[Take.TEXTS].isChecked()) == (
        1,
        False,
        True,
    )
    departure: Any = taking.form.editors["departure"]
    departure.setText("2028-02-16")
    departure.settle()
    assert "is on Wed, Feb 16" in taking.told.text()
    taking.boxes[Take.SESSIONS].setChecked(False)
    taking.boxes[Take.VENUES].setChecked(False)
    assert not taking.boxes[Take.SESSIONS].isChecked()
    dialog.go_on()
    with dialog.make() as store:
        assert (store.mission.name, store.mission.starts) == ("Mission 2028", date(2028, 2, 16))
        assert (store.count(Venue), store.count(Company)) == (0, 5)
        assert NAMES[1].encode() not in store.path.read_bytes()
    taking.close_earlier()


def test_parts_bring_what_they_need_and_go_with_it(dialog: NewMissionDialog) -> None:
    boxes = dialog.taking.boxes
    boxes[Take.STRUCTURE].setChecked(False)
    assert [part for part in (Take.VENUES, Take.SESSIONS, Take.EVENTS) if boxes[part].isChecked()] == []
    boxes[Take.SESSIONS].setChecked(True)
    assert (boxes[Take.VENUES].isChecked(), boxes[Take.STRUCTURE].isChecked()) == (True, True)


def test_a_mission_begins_from_the_gallery(dialog: NewMissionDialog, tmp_path: Path) -> None:
    dialog.begin_with("virtual")
    dialog.go_on()
    assert (dialog.page, dialog.fills, dialog.path) == (1, False, tmp_path / "Virtual Mission to Hamburg 2027.mission")
    dialog.taking.filled.setChecked(True)
    assert dialog.fills
    dialog.taking.filled.setChecked(False)
    with dialog.make() as store:
        assert (store.mission.name_fr, store.all(Venue)[0].online) == ("Mission virtuelle à Hambourg 2027", True)
        assert store.count(Meeting) == 0
    dialog.begin_with("")
    assert [step.text()[3:] for step in dialog.steps] == ["What and when", "Cities", "Sectors", "Meeting hours"]


def test_a_file_that_is_no_mission_is_refused(
    dialog: NewMissionDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(alerts, "show_error", lambda _parent, error: said.append(error.text))
    (tmp_path / "x.mission").write_text("no mission")
    assert dialog.open_earlier(tmp_path / "x.mission") is None
    assert len(said) == 1
    earlier_mission(tmp_path / "plain.mission")
    with Store.open(tmp_path / "plain.mission") as plain:
        Store.create(tmp_path / "secret.mission", plain.mission, "sesame").close()
    assert dialog.open_earlier(tmp_path / "secret.mission") is None
    dialog._ask_password = lambda *_words: "sesame"
    found = dialog.open_earlier(tmp_path / "secret.mission")
    assert found is not None
    found.close()
