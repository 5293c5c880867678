"""The dialog of a new mission: its three pages, one after the other."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.gui import settings
from missionplanner.gui.start.new_mission import NewMissionDialog
from missionplanner.gui.widgets import alerts


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
    wanted = dialog.wanted
    assert dialog.result() == 1
    assert (wanted.mission.name, wanted.mission.host_country) == ("Peru 2027", "Peru")
    assert (wanted.mission.starts, wanted.mission.ends) == (date(2027, 3, 1), date(2027, 3, 5))
    assert [(s.name_en, s.time_zone, s.starts.day, s.ends.day) for s in wanted.stops] == [
        ("Lima", "America/Lima", 1, 2), ("Arequipa", "America/Lima", 3, 5),
    ]  # fmt: skip
    assert [sector.code for sector in wanted.sectors] == ["MI"]
    assert dialog.path == tmp_path / "Peru 2027.mission"


def test_each_page_says_what_it_makes(dialog: NewMissionDialog) -> None:
    assert dialog.summary.text() == "Peru 2027  ·  March 1–5, 2027  ·  5 days"
    dialog.go_on()
    assert dialog.summary.text().splitlines()[1:] == ["No city yet; they can be added later, too."]
    dialog.go_on()
    assert dialog.summary.text().splitlines()[2:] == ["No sector yet; they can be added later, too."]
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
