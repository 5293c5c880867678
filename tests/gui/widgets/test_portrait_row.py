"""The portrait beside the welcome, where its text is edited."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.errors import UserError
from missionplanner.gui.widgets.portrait_row import PortraitRow
from missionplanner.gui.widgets.texts_pane import TextsPane
from missionplanner.jobs.packs import settings
from missionplanner.store.store import Store


@pytest.fixture
def row(qtbot: QtBot, store: Store) -> PortraitRow:
    found = PortraitRow(store)
    qtbot.addWidget(found)
    return found


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    Image.new("RGB", (30, 40)).save(tmp_path / "p.jpg")
    return tmp_path / "p.jpg"


def test_a_portrait_is_chosen_named_and_taken_away(
    row: PortraitRow, store: Store, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (row.picture.text(), row.name.isEnabled()) == ("none", False)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_details: (str(picture), ""))
    row.ask_portrait()
    assert (row.picture.pixmap().height(), row.name.isEnabled()) == (76, True)
    row.name.setText("Ana Ruiz")
    row.name.editingFinished.emit()
    assert (bool(settings.portrait(store)), store.mission.portrait_of) == (True, "Ana Ruiz")
    row.remove_portrait()
    assert (store.mission.portrait, row.name.text(), row.picture.text()) == ("", "", "none")
    store.undo()
    row.refresh()
    assert row.name.text() == "Ana Ruiz"


def test_a_file_that_is_none_is_refused(row: PortraitRow, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        row.choose(tmp_path / "nowhere.png")


def test_it_is_shown_with_the_welcome_only(qtbot: QtBot, store: Store) -> None:
    texts = TextsPane(store)
    qtbot.addWidget(texts)
    shown = []
    for kind in ("welcome", "about"):
        texts.kind.setCurrentIndex(texts.kind.findData(kind))
        shown.append(not texts.portrait.isHidden())
    assert shown == [True, False]
