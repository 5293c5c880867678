"""A copy is taken for a city and brought back, two clicks each."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Stop
from missionplanner.gui import settings
from missionplanner.gui.safety import taken_copies
from missionplanner.gui.safety.city_copies import BringBackDialog, TakeCopyDialog
from missionplanner.messages import message
from missionplanner.store.store import Store


@pytest.fixture
def two_cities(store: Store) -> Store:
    """A mission with a second stop."""
    with store.change(message("Stop")) as change:
        change.insert(replace(store.all(Stop)[0], id=0, uid="", name_en="Monterrey", name_fr="", name_es=""))
    return store


def taking(qtbot: QtBot, store: Store) -> TakeCopyDialog:
    dialog = TakeCopyDialog(store)
    qtbot.addWidget(dialog)
    return dialog


def bringing(qtbot: QtBot, store: Store) -> BringBackDialog:
    dialog = BringBackDialog(store)
    qtbot.addWidget(dialog)
    return dialog


def test_a_copy_is_made_for_the_chosen_city_and_remembered(qtbot: QtBot, two_cities: Store) -> None:
    dialog = taking(qtbot, two_cities)
    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert names == [stop.name_en for stop in two_cities.all(Stop)]
    dialog.list.setCurrentRow(1)
    expected = two_cities.path.with_name(f"{two_cities.path.stem} – Monterrey.mission")
    assert dialog.place.text() == str(expected)
    dialog.button.click()
    assert (dialog.taken, dialog.result(), expected.is_file()) == (expected, 1, True)
    assert [(one.city, one.path) for one in taken_copies.of(two_cities.mission.uid)] == [("Monterrey", str(expected))]


def test_a_double_click_takes_the_copy(qtbot: QtBot, two_cities: Store) -> None:
    dialog = taking(qtbot, two_cities)
    dialog.list.itemDoubleClicked.emit(dialog.list.item(0))
    assert dialog.taken is not None


def test_the_folder_is_chosen_once(
    qtbot: QtBot, two_cities: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    answers = iter(["", str(stick)])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: next(answers))
    dialog = taking(qtbot, two_cities)
    dialog.choose_folder()
    assert (dialog.folder, settings.read("copy_folder")) == (two_cities.path.parent, "")
    dialog.choose_folder()
    assert Path(dialog.place.text()).parent == stick
    assert taking(qtbot, two_cities).folder == stick


def test_a_folder_that_is_gone_is_told_and_the_dialog_stays(
    qtbot: QtBot, two_cities: Store, tmp_path: Path, shown_errors: list[BaseException]
) -> None:
    settings.write("copy_folder", str(tmp_path / "no stick"))
    dialog = taking(qtbot, two_cities)
    dialog.accept()
    assert (dialog.taken, dialog.result(), len(shown_errors)) == (None, 0, 1)
    assert taken_copies.of(two_cities.mission.uid) == []


def test_without_a_stop_no_copy_is_taken(qtbot: QtBot, store: Store) -> None:
    with store.change(message("None")) as change:
        change.delete(Stop, [stop.id for stop in store.all(Stop)])
    dialog = taking(qtbot, store)
    assert (dialog.button.isEnabled(), dialog.place.text()) == (False, str(store.path.parent))


def test_without_a_copy_a_file_is_chosen(
    qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([("", ""), (str(tmp_path / "c.mission"), "")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: next(answers))
    dialog = bringing(qtbot, store)
    assert (dialog.button.isEnabled(), dialog.table.rows.rowCount()) == (False, 0)
    dialog.accept()
    dialog.choose_file()
    assert (dialog.chosen, dialog.result()) == (None, 0)
    dialog.choose_file()
    assert (dialog.chosen, dialog.result()) == (tmp_path / "c.mission", 1)


def test_the_copies_of_this_mission_are_listed_and_one_that_is_there_is_chosen(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "there.mission").touch()
    taken_copies.remember(store.mission.uid, "Puebla", tmp_path / "there.mission")
    taken_copies.remember(store.mission.uid, "Monterrey", tmp_path / "away.mission")
    taken_copies.remember("another", "León", tmp_path / "another.mission")
    dialog = bringing(qtbot, store)
    rows = dialog.table.rows
    assert [[rows.text(row, column) for column in (0, 2, 3)] for row in range(rows.rowCount())] == [
        ["Monterrey", "not there: is the stick plugged in?", str(tmp_path / "away.mission")],
        ["Puebla", "there", str(tmp_path / "there.mission")],
    ]
    assert dialog.table.chosen_keys() == [1]
    dialog.table.choose([0])
    assert dialog.button.isEnabled() is False
    dialog.table.activated_row.emit(0)
    assert dialog.chosen is None
    dialog.table.choose([1])
    dialog.button.click()
    assert (dialog.chosen, dialog.result()) == (tmp_path / "there.mission", 1)


def test_where_none_is_there_the_newest_is_selected(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    for city in ("Puebla", "Monterrey"):
        taken_copies.remember(store.mission.uid, city, tmp_path / f"{city}.mission")
    assert bringing(qtbot, store).table.chosen_keys() == [0]
